package io.github.workload4j.gang.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One term over three nodes: node 0 in domain 0, node 1 in domain 1, node 2 in none. */
class AttractionTest {

    private static final int[][] DOMAIN_OF = {{0, 1, -1}};

    private static long struck(int[] counts, boolean counted) {
        long[] eligible = {0b111};
        new Attraction(0, DOMAIN_OF, new int[][] {counts}, new boolean[] {counted}, counted).strike(eligible, false);
        return eligible[0];
    }

    @Test
    void closedRuleLeavesTheNodesWhereAPodCounts() {
        assertThat(struck(new int[] {0, 1}, false)).isEqualTo(0b010);
    }

    @Test
    void openRuleLeavesEveryNodeWithADomain() {
        assertThat(struck(new int[] {0, 1}, true)).isEqualTo(0b011);
    }
}
