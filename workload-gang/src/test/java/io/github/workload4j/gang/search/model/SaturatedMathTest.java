package io.github.workload4j.gang.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SaturatedMathTest {

    @Test
    void resultsAreExactOrTheLargestLong() {
        Random random = new Random(7);
        BigInteger largest = BigInteger.valueOf(Long.MAX_VALUE);
        for (int i = 0; i < 100_000; i++) {
            long a = random.nextLong() >>> 1 + random.nextInt(63);
            long b = random.nextLong() >>> 1 + random.nextInt(63);
            BigInteger one = BigInteger.valueOf(a);
            BigInteger other = BigInteger.valueOf(b);
            assertThat(SaturatedMath.sum(a, b))
                    .isEqualTo(one.add(other).min(largest).longValue());
            assertThat(SaturatedMath.product(a, b))
                    .isEqualTo(one.multiply(other).min(largest).longValue());
        }
    }
}
