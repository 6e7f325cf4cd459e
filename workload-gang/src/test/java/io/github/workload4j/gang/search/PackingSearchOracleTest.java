package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * The search against trying everything, on small questions; the number of questions grows with {@code
 * -Dworkload.oracle.cases}.
 */
class PackingSearchOracleTest {

    private static final int CASES = Integer.getInteger("workload.oracle.cases", 500);

    @Test
    void agreesWithTryingEverythingAndProvesIt() {
        agreesAndProvesIt(CASES, seed -> new SmallPackings(seed).next());
    }

    @Test
    void agreesOnInterchangeableGroupsWithADomainEach() {
        int counted = agreesAndProvesIt(CASES / 2, seed -> new SmallReplicas(seed).next());
        assertThat(counted).isGreaterThan(CASES / 100);
    }

    @Test
    void agreesWhereNodesShareLimitsOrPodsAreSpread() {
        agreesAndProvesIt(CASES * 2, seed -> new SmallRows(seed).next());
    }

    /** How many were refuted by counting groups. */
    private static int agreesAndProvesIt(int cases, IntFunction<Packing> questions) {
        int undetermined = 0;
        int counted = 0;
        for (int seed = 0; seed < cases; seed++) {
            Packing packing = questions.apply(seed);
            int max = BruteForce.mostPods(packing);
            PackingAnswer answer = PackingSearch.answer(packing, Budget.DEFAULT);
            String reduced = "seed " + seed + ", most " + max + ": " + answer + "\n" + SmallPackings.describe(packing);
            assertThat(new PackingChecker(packing).objectionTo(answer))
                    .as(reduced)
                    .isEmpty();
            if (answer instanceof PackingAnswer.Fits fits) {
                assertThat(fits.pods()).as(reduced).isLessThanOrEqualTo(max);
                assertThat(fits.atMost()).as(reduced).isGreaterThanOrEqualTo(max);
                undetermined += fits.isMost() ? 0 : 1;
            } else if (answer instanceof PackingAnswer.DoesNotFit no) {
                assertThat(max).as(reduced).isZero();
                counted += no.certificate() instanceof DomainCount ? 1 : 0;
            } else {
                undetermined++;
            }
        }
        assertThat(undetermined).isZero();
        return counted;
    }
}
