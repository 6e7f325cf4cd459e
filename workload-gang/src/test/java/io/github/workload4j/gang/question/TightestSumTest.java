package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TightestSumTest {

    private static long smallest(long[] numbers, int k, long atLeast, long below) {
        long smallest = -1;
        for (int set = 0; set < 1 << numbers.length; set++) {
            long sum = 0;
            for (int n = 0; n < numbers.length; n++) {
                sum += (set >> n & 1) * numbers[n];
            }
            if (Integer.bitCount(set) == k && sum >= atLeast && sum < below && (smallest < 0 || sum < smallest)) {
                smallest = sum;
            }
        }
        return smallest;
    }

    @Test
    void isTheSmallestOfAllSetsOfThatMany() {
        Random random = new Random(1);
        int found = 0;
        for (int i = 0; i < 2000; i++) {
            long[] numbers = random.longs(1 + random.nextInt(8), 0, 1 + random.nextInt(90))
                    .toArray();
            int k = 1 + random.nextInt(numbers.length);
            long atLeast = random.nextInt(200);
            long below = atLeast + random.nextInt(60);
            BitSet set = TightestSum.of(numbers, k, atLeast, below, Budget.DEFAULT.meter());
            long sum =
                    set == null ? -1 : set.stream().mapToLong(n -> numbers[n]).sum();
            assertThat(sum).as(Arrays.toString(numbers) + " " + k).isEqualTo(smallest(numbers, k, atLeast, below));
            if (set != null) {
                assertThat(set.cardinality()).isEqualTo(k);
                found++;
            }
        }
        assertThat(found).isGreaterThan(200);
    }

    @Test
    void stopsWhereTheTableWouldBeTooLarge() {
        assertThatThrownBy(() -> TightestSum.of(new long[3], 2, 1, 1L << 40, Budget.DEFAULT.meter()))
                .isInstanceOf(WorkMeter.Stopped.class);
    }
}
