package io.github.workload4j.gang.search.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PatternChoiceTest {

    @Property(seed = "20260218", tries = 2_000)
    void findsAChoiceIfAndOnlyIfThereIsOne(@ForAll @IntRange(min = 0) int seed) {
        Random random = new Random(seed);
        int components = 1 + random.nextInt(3);
        long[][][] vectors = new long[random.nextInt(5)][][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = i > 0 && random.nextBoolean() ? vectors[i - 1] : new long[1 + random.nextInt(4)][];
            for (int v = 0; v < vectors[i].length; v++) {
                vectors[i][v] = random.longs(components, 0, 4).toArray();
            }
        }
        long[] sum = random.longs(components, 0, 3L * vectors.length + 1).toArray();
        int[] choice = new PatternChoice(vectors, components, Budget.DEFAULT.meter()).of(sum, Long.MAX_VALUE);
        assertThat(choice != null).isEqualTo(exists(vectors, 0, sum));
        if (choice != null) {
            long[] remaining = sum.clone();
            for (int i = 0; i < choice.length; i++) {
                remaining = less(remaining, vectors[i][choice[i]]);
            }
            assertThat(remaining).containsOnly(0);
        }
    }

    @Test
    void givesUpWhenTheEffortIsSpent() {
        long[][][] vectors = new long[12][][];
        Arrays.fill(vectors, new long[][] {{1, 0}, {0, 1}});
        PatternChoice choice = new PatternChoice(vectors, 2, Budget.DEFAULT.meter());
        assertThat(choice.of(new long[] {6, 6}, 3)).isNull();
        assertThat(choice.of(new long[] {6, 6}, 1_000)).isNotNull();
    }

    private static boolean exists(long[][][] vectors, int node, long[] missing) {
        if (node == vectors.length) {
            return Arrays.stream(missing).allMatch(some -> some == 0);
        }
        return Arrays.stream(vectors[node]).anyMatch(vector -> exists(vectors, node + 1, less(missing, vector)));
    }

    private static long[] less(long[] from, long[] vector) {
        long[] remaining = from.clone();
        Arrays.setAll(remaining, c -> from[c] - vector[c]);
        return remaining;
    }
}
