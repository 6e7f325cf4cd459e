package io.github.workload4j.gang.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadColumnTest {

    private static final boolean[] BOTH = {true, true};

    /** So many that each cannot have a row. Four of them take part. */
    private static final int NODES = 200;

    /** Two classes on four nodes of 8 cores, the last of which takes no pod; each node is a domain. */
    private static OrderedPacking hosts(int pods, int skewOfOne, int skewOfOther, int... counts) {
        long[] open = {0b0111, 0, 0, 0};
        long[] cpu = new long[NODES];
        long[] slots = new long[NODES];
        Arrays.fill(cpu, 8);
        Arrays.fill(slots, 9);
        Packing packing = new Packing(
                PackingNodes.of(NODES, cpu, slots),
                List.of(
                        new PodClass(new long[] {1, 1}, pods, open, Integer.MAX_VALUE, 0),
                        new PodClass(new long[] {2, 1}, pods, open, Integer.MAX_VALUE, 0)),
                List.of(),
                PackingGroup.leaf(2 * pods, 0, 1));
        int[] domains = IntStream.range(0, NODES).toArray();
        boolean[] all = new boolean[NODES];
        Arrays.fill(all, 0, 4, true);
        int[] before = Arrays.copyOf(counts, NODES);
        return new OrderedPacking(
                packing,
                List.of(),
                List.of(
                        new Spread(0, domains, all, before, all, false, skewOfOne, BOTH),
                        new Spread(1, domains, all, before, all, false, skewOfOther, BOTH)));
    }

    @Test
    void classesThatCountEachOtherShareWhatTheEmptiestHostLeaves() {
        Packing bounded = Simplified.of(hosts(4, 2, 2, 0, 1, 2, 0)).relaxed();
        assertThat(bounded.nodes().resources()).isEqualTo(3);
        assertThat(bounded.nodes().column(1)).startsWith(2, 1, 0, 2);
        assertThat(bounded.nodes().column(2)).containsOnly(9);
        assertThat(bounded.classes().get(0).request()).containsExactly(1, 1, 1);
        assertThat(bounded.classes().get(1).request()).containsExactly(2, 1, 1);
    }

    @Test
    void ofUnequalSkewsTheLargerIsLeft() {
        Packing bounded = Simplified.of(hosts(4, 1, 3, 0, 0, 0, 0)).relaxed();
        assertThat(bounded.nodes().column(1)).startsWith(3, 3, 3, 3);
    }

    @Test
    void oneClassHasNoColumnAndNorHaveDomainsOfSeveralNodes() {
        OrderedPacking hosts = hosts(4, 2, 2, 0, 0, 0, 0);
        OrderedPacking alone =
                new OrderedPacking(hosts.relaxed(), List.of(), hosts.spreads().subList(0, 1));
        assertThat(Simplified.of(alone).relaxed().nodes().resources()).isEqualTo(2);
        List<Spread> zones = new ArrayList<>();
        for (Spread rule : hosts.spreads()) {
            zones.add(new Spread(
                    rule.podClass(),
                    IntStream.range(0, NODES).map(n -> n < 4 ? n / 2 : -1).toArray(),
                    rule.eligible(),
                    new int[2],
                    new boolean[] {true, true},
                    false,
                    2,
                    BOTH));
        }
        OrderedPacking wide = new OrderedPacking(hosts.relaxed(), List.of(), zones);
        assertThat(Simplified.of(wide).relaxed().nodes().resources()).isEqualTo(2);
    }

    /** Whatever pods a board lets in, in any order, never leaves the column short. */
    @Test
    void noOrderOfPodsTakesMoreThanTheColumnHas() {
        SplittableRandom random = new SplittableRandom(20261130);
        int full = 0;
        for (int i = 0; i < 5_000; i++) {
            int[] counts = new int[4];
            Arrays.setAll(counts, n -> random.nextInt(3));
            OrderedPacking question = hosts(6, random.nextInt(1, 4), random.nextInt(1, 4), counts);
            long[] room = Simplified.of(question).relaxed().nodes().column(1);
            Board board = new Board(question);
            int[] placed = new int[4];
            for (int turn = 0; turn < 40; turn++) {
                int c = random.nextInt(2);
                int node = random.nextInt(3);
                if (board.isInOrder(c, node)) {
                    board.place(c, node);
                    placed[node]++;
                }
                assertThat((long) placed[node]).isLessThanOrEqualTo(room[node]);
            }
            for (int n = 0; n < 3; n++) {
                full += room[n] > 0 && placed[n] == room[n] ? 1 : 0;
            }
        }
        assertThat(full).isGreaterThan(1_000);
    }
}
