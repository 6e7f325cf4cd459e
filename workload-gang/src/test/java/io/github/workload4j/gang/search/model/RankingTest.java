package io.github.workload4j.gang.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void theTightestTypeComesFirstAndEqualOnesInTheirOrder() {
        long[][] free = {{4, 1, 4, 0}, {40, 90, 40, 10}};
        Ranking ranking = Ranking.of(free, new double[] {0.1, 0.01}, 4);
        assertThat(ranking.order()).containsExactly(3, 0, 2, 1);
        assertThat(ranking.rank()).isSorted();
        assertThat(ranking.inOrder().order()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void countingDigitsSortsAsComparingDoes() {
        Random random = new Random(2);
        for (int size : new int[] {0, 1, 511, 512, 5_000}) {
            long[] entries = new long[size + 3];
            for (int i = 0; i < size; i++) {
                double remaining =
                        random.nextInt(3) == 0 ? random.nextInt(4) : random.nextDouble() * Math.pow(10, i % 30 - 15);
                entries[i] = Ranking.entry(remaining, i);
            }
            long[] expected = entries.clone();
            Arrays.sort(expected, 0, size);
            Ranking.sort(entries, size);
            assertThat(entries).isEqualTo(expected);
        }
    }
}
