package io.github.workload4j.gang.search.lp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Patterns that waste little against all patterns of a node. */
class TightPatternsTest {

    @Property(seed = "20260215", tries = 3_000)
    void findsEveryPatternThatWastesNoMoreThanItMay(@ForAll @IntRange(min = 0) int seed) {
        SmallNode node = new SmallNode(seed);
        Assume.that(!node.type.hasFixed);
        long[] mayWaste = node.random.longs(node.type.free.length, 0, 4).toArray();
        int[][] into = new int[50_000][];
        TightPatterns tight = tight(node);
        int found = tight.of(node.type, node.type.max, mayWaste, into, Long.MAX_VALUE);
        List<String> expected = node.patterns.stream()
                .filter(pods -> IntStream.range(0, mayWaste.length)
                        .allMatch(r -> node.type.waste(node.reduced, pods, r) <= mayWaste[r]))
                .map(Arrays::toString)
                .toList();
        assertThat(tight.isAll()).isTrue();
        assertThat(Arrays.stream(into).limit(found).map(Arrays::toString))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(seed = "20260217", tries = 1_000)
    void sumsOfRequestsLieInTheCone(@ForAll @IntRange(min = 0) int seed) {
        SmallNode node = new SmallNode(seed);
        int[] classes = IntStream.range(0, node.weights.length).toArray();
        int resources = node.type.free.length;
        Cones cones = Cones.of(node.reduced.request, classes, resources);
        for (int depth = 0; depth <= classes.length; depth++) {
            double[] sum = new double[resources];
            for (int i = depth; i < classes.length; i++) {
                int pods = node.random.nextInt(4);
                for (int r = 0; r < resources; r++) {
                    sum[r] += pods * node.reduced.request[cones.order[i]][r];
                }
            }
            for (double[] facet : cones.facets[depth]) {
                assertThat(IntStream.range(0, resources)
                                .mapToDouble(r -> facet[r] * sum[r])
                                .sum())
                        .isGreaterThan(-1e-7);
            }
        }
    }

    @Test
    void saysThatThereMayBeMoreWhereThereIsNoPlaceOrNoEffortLeft() {
        SmallNode node = IntStream.range(0, 1_000)
                .mapToObj(SmallNode::new)
                .filter(some -> !some.type.hasFixed && some.patterns.size() > 20)
                .findFirst()
                .orElseThrow();
        long[] all = node.type.free;
        TightPatterns tight = tight(node);
        assertThat(tight.of(node.type, node.type.max, all, new int[3][], Long.MAX_VALUE))
                .isEqualTo(3);
        assertThat(tight.isAll()).isFalse();
        assertThat(tight.of(node.type, node.type.max, all, new int[50_000][], 5))
                .isLessThan(20);
        assertThat(tight.isAll()).isFalse();
    }

    private static TightPatterns tight(SmallNode node) {
        int[] classes = IntStream.range(0, node.weights.length).toArray();
        Cones cones = Cones.of(node.reduced.request, classes, node.type.free.length);
        return new TightPatterns(node.reduced, cones, Budget.DEFAULT.meter());
    }
}
