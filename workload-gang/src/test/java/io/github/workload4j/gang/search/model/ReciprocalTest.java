package io.github.workload4j.gang.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReciprocalTest {

    @Test
    void productsGiveTheQuotientsOfDivision() {
        Random random = new Random(1);
        for (int round = 0; round < 500_000; round++) {
            long by = random.nextLong() >>> 1 + random.nextInt(63);
            long free = random.nextLong() >> random.nextInt(64);
            if (random.nextInt(4) > 0 && by > 0) {
                long max = Math.max(1, (random.nextBoolean() ? 1L << 50 : Long.MAX_VALUE) / by);
                free = by * (random.nextLong() & Long.MAX_VALUE) % max - random.nextInt(2);
            }
            assertIsDivided(free, by);
        }
    }

    @Test
    void quotientsAreExactJustBesideMultiplesAndTheLimitOfDoubles() {
        for (int bits = 1; bits < 63; bits++) {
            for (long by : new long[] {1, 3, 5, 7, 10, 49, 1_000_003, (1L << 31) - 1, (1L << 50) + 1}) {
                long multiple = (1L << bits) / by * by;
                for (long free = multiple - 1; free <= multiple + 1; free++) {
                    assertIsDivided(free, by);
                }
            }
        }
    }

    private static void assertIsDivided(long free, long by) {
        long expected = by == 0 ? 0 : Math.max(0, free) / by;
        long[] quotient = new long[1];
        Reciprocal.divide(new long[] {free}, by, quotient);
        assertThat(quotient[0]).as("%d / %d", free, by).isEqualTo(expected);
        int[][] fitting = Reciprocal.fitting(new long[][] {{free}}, new long[][] {{by}}, 1);
        long fits = by == 0 ? Integer.MAX_VALUE : Math.min(Integer.MAX_VALUE, expected);
        assertThat(fitting[0][0]).as("%d / %d", free, by).isEqualTo((int) fits);
    }

    @Test
    void theScarcestResourceOfARequestDecidesHowManyFit() {
        long[][] free = {{10, -1, Long.MAX_VALUE}, {9, 9, 1L << 55}};
        int[][] fitting = Reciprocal.fitting(free, new long[][] {{3, 4}, {0, 9}, {0, 0}}, 3);
        assertThat(fitting[0]).containsExactly(2, 0, Integer.MAX_VALUE);
        assertThat(fitting[1]).containsExactly(1, 1, Integer.MAX_VALUE);
        assertThat(fitting[2]).containsOnly(Integer.MAX_VALUE);
    }
}
