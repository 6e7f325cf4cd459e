package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all nodes are worth: no knapsack is looked into further than it takes. */
class KnapsackSumTest {

    /** By kind and turn what it is worth and what was found; worth exactly what was found is exact. */
    private static final class Told implements KnapsackSum.Kinds {

        final List<String> asked = new ArrayList<>();
        private final long[][] worth;
        private final long[][] found;
        private final int[] turns;

        Told(long[][] worth, long[][] found) {
            this.worth = worth;
            this.found = found;
            this.turns = new int[worth.length];
        }

        @Override
        public long worth(int kind, int looks) {
            asked.add(kind + ":" + looks);
            turns[kind] = looks == 0 ? 0 : looks == 1_000 ? 1 : looks == 20_000 ? 2 : 3;
            return at(worth, kind);
        }

        @Override
        public boolean isExact(int kind) {
            return at(worth, kind) == at(found, kind);
        }

        @Override
        public long found(int kind) {
            return at(found, kind);
        }

        private long at(long[][] table, int kind) {
            return table[kind][Math.min(turns[kind], table[kind].length - 1)];
        }
    }

    private static Told exactly(long... worth) {
        long[][] each = Arrays.stream(worth).mapToObj(some -> new long[] {some}).toArray(long[][]::new);
        return new Told(each, each);
    }

    private static KnapsackSum sum(int... counts) {
        KnapsackSum sum = new KnapsackSum();
        for (int kind = 0; kind < counts.length; kind++) {
            sum.add(kind, counts[kind]);
        }
        return sum;
    }

    @Test
    void eachNodeOfAKindCountsBesidesWhatIsKnown() {
        KnapsackSum sum = sum(3, 2);
        assertThat(sum.of(100, 1_000, false, exactly(7, 5))).isEqualTo(131);
        assertThat(sum.isExact()).isTrue();
        assertThat(sum.mostOfANode()).isEqualTo(7);
        assertThat(new KnapsackSum().of(4, 9, false, exactly())).isEqualTo(4);
        assertThat(new KnapsackSum().mostOfANode()).isZero();
    }

    @Test
    void manyKindsAreAdded() {
        int[] counts = new int[40];
        long[] worth = new long[40];
        Arrays.fill(counts, 1);
        Arrays.setAll(worth, kind -> kind);
        assertThat(sum(counts).of(0, 1_000, false, exactly(worth))).isEqualTo(780);
    }

    @Test
    void aNodeThatCannotHoldWhatItHasToEndsAll() {
        KnapsackSum sum = sum(1, 1, 1);
        Told told = exactly(3, PointsKnapsack.NEVER, 3);
        assertThat(sum.of(0, 100, false, told)).isEqualTo(PointsKnapsack.NEVER);
        assertThat(told.asked).containsExactly("0:0", "1:0");
    }

    @Test
    void lossesAreTakenFromGains() {
        assertThat(sum(2, 3, 1).of(10, 100, false, exactly(-4, 5, 0))).isEqualTo(17);
        assertThat(sum(2).of(0, 100, false, exactly(-4))).isEqualTo(-8);
    }

    @Test
    void whatIsBeyondALongIsTheMostThereIs() {
        assertThat(sum(2, 1).of(0, 5, false, exactly(Long.MAX_VALUE / 2 + 1, -3)))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aRoughLookIsEnoughWhereItShowsTooLittle() {
        Told told = new Told(new long[][] {{9, 6}}, new long[][] {{5, 6}});
        KnapsackSum sum = sum(1);
        assertThat(sum.of(0, 10, false, told)).isEqualTo(9);
        assertThat(told.asked).containsExactly("0:0");
        assertThat(sum.isExact()).isFalse();
    }

    @Test
    void whereWhatIsFoundIsEnoughNobodyLooksFurther() {
        Told told = new Told(new long[][] {{12, 11}}, new long[][] {{10, 11}});
        assertThat(sum(1).of(0, 10, false, told)).isEqualTo(12);
        assertThat(told.asked).containsExactly("0:0");
        Told known = new Told(new long[][] {{12, 11}}, new long[][] {{8, 11}});
        assertThat(sum(1).of(2, 10, false, known)).isEqualTo(14);
        assertThat(known.asked).containsExactly("0:0");
    }

    @Test
    void onlyWhatIsNotExactIsLookedIntoFurther() {
        Told told = new Told(new long[][] {{6}, {8, 7, 5, 4}}, new long[][] {{6}, {1, 1, 1, 4}});
        KnapsackSum sum = sum(1, 1);
        assertThat(sum.of(0, 11, false, told)).isEqualTo(10);
        assertThat(told.asked).containsExactly("0:0", "1:0", "1:1000", "1:20000", "1:500000");
        assertThat(sum.isExact()).isTrue();
    }

    @Test
    void aLookAtItsEndSaysWhatItHas() {
        Told told = new Told(new long[][] {{12, 12, 12, 11}}, new long[][] {{1, 1, 1, 2}});
        KnapsackSum sum = sum(1);
        assertThat(sum.of(0, 10, false, told)).isEqualTo(11);
        assertThat(told.asked).containsExactly("0:0", "0:1000", "0:20000", "0:500000");
        assertThat(sum.isExact()).isFalse();
    }

    @Test
    void aThoroughLookBeginsThoroughly() {
        Told told = new Told(new long[][] {{9, 9, 8, 7}}, new long[][] {{1, 1, 1, 7}});
        KnapsackSum sum = sum(1);
        assertThat(sum.of(0, 8, true, told)).isEqualTo(7);
        assertThat(told.asked).containsExactly("0:20000", "0:500000");
        assertThat(sum.isExact()).isTrue();
        Told enough = new Told(new long[][] {{9, 9, 8}}, new long[][] {{1, 1, 1}});
        assertThat(sum(1).of(0, 9, true, enough)).isEqualTo(8);
        assertThat(enough.asked).containsExactly("0:20000");
    }

    @Test
    void nowAndThenItIsSeenWhetherThatWillDo() {
        long[][] worth = new long[130][];
        long[][] found = new long[130][];
        int[] counts = new int[130];
        Arrays.fill(counts, 1);
        Arrays.setAll(worth, kind -> new long[] {2, 1});
        Arrays.setAll(found, kind -> new long[] {0, 1});
        Told low = new Told(worth, found);
        assertThat(sum(counts).of(0, 196, false, low)).isEqualTo(195);
        assertThat(low.asked).hasSize(130 + 65).endsWith("64:1000");
        Told high = new Told(worth, found);
        assertThat(sum(counts).of(0, 65, false, high)).isEqualTo(195);
        assertThat(high.asked).hasSize(130 + 65);
        Told late = new Told(worth, found);
        assertThat(sum(counts).of(0, 130, false, late)).isEqualTo(130);
        assertThat(late.asked).hasSize(260);
    }
}
