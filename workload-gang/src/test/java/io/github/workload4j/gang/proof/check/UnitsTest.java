package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private static Units units(PodClass... classes) {
        int resources = classes[0].request().length;
        return new Units(new Packing(
                PackingNodes.of(1, new long[resources][1]), List.of(classes), List.of(), PackingGroup.leaf(1)));
    }

    @Test
    void requestsAreCountedInTheirGreatestCommonDivisor() {
        Units units = units(PodClass.of(2, 12, 0), PodClass.of(1, 18, 0));
        assertThat(units.resources()).isEqualTo(2);
        assertThat(units.requests()).isDeepEqualTo(new long[][] {{2, 0}, {3, 0}});
    }

    @Test
    void whatIsFreeIsCutToWhatAllAskAndRoundedDown() {
        Units units = units(PodClass.of(2, 12), PodClass.of(1, 18));
        long[] free = {-5, 0, 5, 6, 11, 12, 41, 42, 43, Long.MAX_VALUE, Long.MIN_VALUE};
        long[] expected = {0, 0, 0, 1, 1, 2, 6, 7, 7, 7, 0};
        assertThat(units.of(0, free)).containsExactly(expected);
        for (int n = 0; n < free.length; n++) {
            assertThat(units.of(0, free[n])).isEqualTo(expected[n]);
        }
    }

    @Test
    void ofWhatNobodyAsksThereIsNone() {
        assertThat(units(PodClass.of(1, 0)).of(0, 7)).isZero();
        assertThat(units(PodClass.of(1, 0)).of(0, new long[] {7})).containsExactly(0);
        assertThat(units(PodClass.of(3, 1)).of(0, new long[] {-1, 2, 7})).containsExactly(0, 2, 3);
    }

    @Test
    void everyNodeIsCountedExactlyWhateverTheSize() {
        Random random = new Random(2);
        for (int i = 0; i < 3_000; i++) {
            long by = 1 + (random.nextLong() >>> 2 + random.nextInt(61));
            int count = 1 + random.nextInt(1 << random.nextInt(31));
            Units units = units(PodClass.of(count, by));
            long[] free = new long[8];
            for (int n = 0; n < free.length; n++) {
                long multiple = by * random.nextInt(100);
                free[n] = random.nextInt(3) == 0 ? random.nextLong() : multiple + random.nextInt(3) - 1;
            }
            long[] all = units.of(0, free);
            for (int n = 0; n < free.length; n++) {
                BigInteger most = BigInteger.valueOf(by)
                        .multiply(BigInteger.valueOf(count))
                        .min(BigInteger.valueOf(Long.MAX_VALUE));
                long expected = BigInteger.valueOf(free[n])
                        .max(BigInteger.ZERO)
                        .min(most)
                        .divide(BigInteger.valueOf(by))
                        .longValueExact();
                assertThat(all[n]).as("%d in %d of %d", free[n], by, count).isEqualTo(expected);
                assertThat(units.of(0, free[n])).isEqualTo(expected);
            }
        }
    }

    @Test
    void whatAllAskTogetherIsCutToSixtyFourBits() {
        Units units = units(PodClass.of(2, 1L << 61), PodClass.of(2, 1L << 61), PodClass.of(1, 1L << 61));
        assertThat(units.of(0, Long.MAX_VALUE)).isEqualTo(3);
        assertThat(units.of(0, new long[] {Long.MAX_VALUE, 1L << 61, (1L << 61) - 1}))
                .containsExactly(3, 1, 0);
    }
}
