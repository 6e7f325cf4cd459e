package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against numbers without bound. */
class ProductsTest {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private static long clipped(BigInteger exact) {
        return exact.min(MOST).longValueExact();
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    /** Small numbers, powers of two and their neighbours, anything. */
    private static long next(Random random) {
        long power = 1L << random.nextInt(63);
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(4);
            case 1 -> power - 1;
            case 2 -> power;
            case 3 -> Long.MAX_VALUE - random.nextInt(3);
            default -> random.nextLong() >>> 1 + random.nextInt(63);
        };
    }

    @Test
    void areExactOrClipped() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long a = next(random);
            long b = next(random);
            long c = next(random);
            long d = next(random);
            assertThat(Products.sum(a, b)).isEqualTo(clipped(big(a).add(big(b))));
            assertThat(Products.of(a, b)).isEqualTo(clipped(big(a).multiply(big(b))));
            assertThat(Integer.signum(Products.compare(a, b, c, d)))
                    .isEqualTo(big(a).multiply(big(b)).compareTo(big(c).multiply(big(d))));
            if (c > 0) {
                assertThat(Products.quotient(a, b, c))
                        .as("%d * %d / %d", a, b, c)
                        .isEqualTo(clipped(big(a).multiply(big(b)).divide(big(c))));
            }
        }
    }

    @Test
    void equalProductsCompareAsEqual() {
        assertThat(Products.compare(1L << 40, 1L << 40, 1L << 41, 1L << 39)).isZero();
        assertThat(Products.compare(6, 4, 8, 3)).isZero();
    }
}
