package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.PackingChecker;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The search against trying everything, on small questions; the number of questions grows with {@code -Dworkload.oracle.cases}. */
class PackingSearchOracleTest {

    private static final int CASES = Integer.getInteger("workload.oracle.cases", 2_000);

    @Test
    void agreesWithTryingEverythingAndProvesIt() {
        agreesAndProvesIt(CASES, seed -> new SmallPackings(seed).next());
    }

    @Test
    void agreesOnGroupsAlikeThatWantADomainEach() {
        int counted = agreesAndProvesIt(CASES / 2, seed -> new SmallReplicas(seed).next());
        assertThat(counted).isGreaterThan(CASES / 100);
    }

    /** How many were refuted by counting groups. */
    private static int agreesAndProvesIt(int cases, IntFunction<Packing> questions) {
        int undetermined = 0;
        int counted = 0;
        for (int seed = 0; seed < cases; seed++) {
            Packing packing = questions.apply(seed);
            int most = BruteForce.mostPods(packing);
            PackingAnswer answer = PackingSearch.answer(packing, Budget.DEFAULT);
            String question =
                    "seed " + seed + ", most " + most + ": " + answer + "\n" + SmallPackings.describe(packing);
            assertThat(new PackingChecker(packing).objectionTo(answer))
                    .as(question)
                    .isEmpty();
            if (answer instanceof PackingAnswer.Fits fits) {
                assertThat(fits.pods()).as(question).isLessThanOrEqualTo(most);
                assertThat(fits.atMost()).as(question).isGreaterThanOrEqualTo(most);
                undetermined += fits.isMost() ? 0 : 1;
            } else if (answer instanceof PackingAnswer.DoesNotFit no) {
                assertThat(most).as(question).isZero();
                counted += no.certificate() instanceof DomainCount ? 1 : 0;
            } else {
                undetermined++;
            }
        }
        assertThat(undetermined).isZero();
        return counted;
    }
}
