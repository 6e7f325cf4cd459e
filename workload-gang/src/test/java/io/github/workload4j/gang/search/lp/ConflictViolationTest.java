package io.github.workload4j.gang.search.lp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.search.model.Questions;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictViolationTest {

    private static ConflictViolation violation(int pods, Conflict conflict) {
        Packing packing = Questions.of(
                new long[] {4, 4},
                List.of(conflict),
                PackingGroup.leaf(2, 0, 1),
                PodClass.of(pods, 2),
                PodClass.of(pods, 2));
        Subproblem subproblem = Questions.whole(packing);
        try (ConfigurationLp lp = new ConfigurationLp(subproblem, Budget.DEFAULT.meter())) {
            assertThat(lp.solve(0, true)).isTrue();
            return ConflictViolation.of(subproblem, lp);
        }
    }

    @Test
    void rivalsInTheOnlyDomainViolateTheirConflict() {
        ConflictViolation violation = violation(2, new Conflict(0, 1, new int[] {3, 3}));
        assertThat(violation.conflict()).isZero();
        assertThat(violation.domain()).isEqualTo(3);
    }

    @Test
    void nodesOutsideEveryDomainViolateNothing() {
        assertThat(violation(2, new Conflict(0, 1, new int[] {-1, -1}))).isNull();
    }

    @Test
    void twoPodsOfAClassViolateItsConflictWithItself() {
        assertThat(violation(2, new Conflict(0, 0, new int[] {0, 0}))).isNotNull();
        assertThat(violation(1, new Conflict(0, 0, new int[] {0, 0}))).isNull();
    }
}
