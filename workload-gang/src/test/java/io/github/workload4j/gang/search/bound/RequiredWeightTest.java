package io.github.workload4j.gang.search.bound;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.search.SmallPackings;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The least weight against all count vectors that are answers but for the nodes. */
class RequiredWeightTest {

    @Property(seed = "20261132", tries = 2_000)
    void noAnswerWeighsLess(@ForAll @IntRange(min = 0) int seed) {
        ReducedPacking reduced = new ReducedPacking(new SmallPackings(seed).next());
        long[] weights = new Random(seed).longs(reduced.classes, 0, 6).toArray();
        byte[] state = new byte[reduced.tree.size];
        state[0] = PackingTree.PLACED;
        RequiredWeight required = new RequiredWeight(reduced);
        int[] pods = new int[reduced.classes];
        do {
            if (reduced.tree.succeeds(pods, reduced.min) && hasLeaves(reduced, pods)) {
                long weight = 0;
                for (int j = 0; j < pods.length; j++) {
                    weight += weights[j] * pods[j];
                }
                int target = Arrays.stream(pods).sum();
                assertThat(required.of(state, weights, target)).isLessThanOrEqualTo(weight);
            }
        } while (next(pods, reduced.count));
    }

    private static boolean hasLeaves(ReducedPacking reduced, int[] pods) {
        for (int j = 0; j < pods.length; j++) {
            if (pods[j] > 0 && reduced.tree.leafOf[j] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean next(int[] pods, int[] count) {
        for (int j = 0; j < pods.length; j++) {
            if (pods[j]++ < count[j]) {
                return true;
            }
            pods[j] = 0;
        }
        return false;
    }
}
