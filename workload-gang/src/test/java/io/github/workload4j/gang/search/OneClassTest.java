package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.PackingNodes;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OneClassTest {

    @Test
    void reciprocalsGiveTheQuotientsOfDivision() {
        Random random = new Random(1);
        for (int round = 0; round < 200_000; round++) {
            long asked = random.nextLong() >>> 1 + random.nextInt(63);
            long free = random.nextLong() >> random.nextInt(64);
            if (random.nextInt(4) == 0 && asked > 0) {
                free = asked * random.nextInt(1 << 20) - random.nextInt(2);
            }
            long expected = asked == 0 ? Integer.MAX_VALUE : Math.min(Integer.MAX_VALUE, Math.max(0, free) / asked);
            int[] held = OneClass.held(PackingNodes.of(1, new long[] {free}), new long[] {asked});
            assertThat(held[0]).as("%d / %d", free, asked).isEqualTo((int) expected);
        }
    }
}
