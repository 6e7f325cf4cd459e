package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.check.PackingChecker;
import io.github.workload4j.gang.search.PackingSearch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The kernel on questions whose verdicts are known by construction; more seeds with {@code -Dworkload.families.seeds}.
 */
class GangFamiliesTest {

    private static final int SEEDS = Integer.getInteger("workload.families.seeds", 1);

    @Test
    void smallGangsAreDecidedAsTheyWereMade() {
        for (int nodes = 3; nodes <= 12; nodes++) {
            checkAll(nodes, 10 * SEEDS);
        }
    }

    @Test
    void gangsOfHundredNodesAreDecidedAsTheyWereMade() {
        checkAll(100, 5 * SEEDS);
    }

    @Test
    void gangsOfFifteenThousandNodesAreDecidedAsTheyWereMade() {
        checkAll(15_000, SEEDS);
    }

    private static void checkAll(int nodes, int seeds) {
        List<String> undecided = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            for (GeneratedGang gang : GangFamilies.all(nodes, seed)) {
                String name = gang.family() + ", " + nodes + " nodes, seed " + seed;
                PackingAnswer answer = PackingSearch.answer(gang.packing(), Budget.DEFAULT);
                assertThat(new PackingChecker(gang.packing()).objectionTo(answer))
                        .as(name)
                        .isEmpty();
                if (answer instanceof PackingAnswer.Undetermined) {
                    undecided.add(name);
                } else {
                    assertThat(answer instanceof PackingAnswer.Fits).as(name).isEqualTo(gang.feasible());
                }
            }
        }
        assertThat(undecided).isEmpty();
    }
}
