package io.github.workload4j.gang.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Node 0 in domain 0 with two pods that count, node 1 in domain 1 with none, node 2 in no domain; maxSkew 1. */
class SpreadTest {

    private static Spread spread(boolean counted, boolean secondExists) {
        return new Spread(
                0,
                new int[] {0, 1, -1},
                new boolean[] {true, true, true},
                new int[] {2, 0},
                new boolean[] {true, secondExists},
                false,
                1,
                new boolean[] {counted});
    }

    private static long struck(Spread spread) {
        long[] eligible = {0b111};
        spread.strike(eligible, false);
        return eligible[0];
    }

    @Test
    void closedRuleLeavesNoDomainThatExceedsTheSmallestByMoreThanMaxSkew() {
        assertThat(struck(spread(false, true))).isEqualTo(0b010);
    }

    @Test
    void domainsThatTakeNoPartDoNotSetTheSmallestCount() {
        assertThat(struck(spread(false, false))).isEqualTo(0b011);
    }

    @Test
    void openRuleStrikesOnlyNodesWithoutADomain() {
        assertThat(struck(spread(true, true))).isEqualTo(0b011);
    }
}
