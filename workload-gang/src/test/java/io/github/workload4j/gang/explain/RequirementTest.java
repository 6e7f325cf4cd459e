package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementTest {

    private final GroupQuestion spread = TightGang.of(2, 4_000, List.of(3_000L, 3_000L), true);
    private final GroupQuestion onOneHost =
            TightGang.of(2, 4_000, List.of(3_000L, 3_000L), false).withTopologyKey(TightGang.TRAIN, "host");

    @Test
    void domainsComeBeforeRequestsAndRequestsBeforeRules() {
        assertThat(Requirement.of(spread.withTopologyKey(TightGang.TRAIN, "host")))
                .containsExactly(
                        new Requirement.SameDomain(TightGang.TRAIN, "host", null),
                        new Requirement.Request("cpu", 3_000),
                        new Requirement.Spread("host"));
    }

    @Test
    void droppedDomainLetsTheGroupSpread() {
        Requirement domain = new Requirement.SameDomain(TightGang.TRAIN, "host", null);
        assertThat(onOneHost.answer(Budget.DEFAULT)).isInstanceOf(Verdict.Infeasible.class);
        assertThat(domain.dropFrom(onOneHost).answer(Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void droppedRequestIsShortNowhere() {
        GroupQuestion tooLarge = TightGang.of(2, 4_000, List.of(5_000L), false);
        assertThat(tooLarge.filterReasons(0).reasons()).containsExactly(new FilterReason.Short("cpu"));
        GroupQuestion bare = new Requirement.Request("cpu", 5_000).dropFrom(tooLarge);
        assertThat(bare.filterReasons(0).reasons()).isEmpty();
    }

    @Test
    void droppedSpreadLeavesNoRuleOfOrder() {
        assertThat(spread.isOrdered()).isTrue();
        assertThat(new Requirement.Spread("host").dropFrom(spread).isOrdered()).isFalse();
    }
}
