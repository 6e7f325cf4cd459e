package io.github.workload4j.gang.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final PodClass LEADER = new PodClass(new long[] {2}, 1, new long[] {0b1111}, Integer.MAX_VALUE, 1);
    private static final PodClass WORKER = new PodClass(new long[] {3}, 4, null, Integer.MAX_VALUE, 2);

    private static Packing replicas(Conflict... conflicts) {
        PackingGroup[] groups = IntStream.range(0, 3)
                .mapToObj(i -> PackingGroup.leaf(4, 2 * i, 2 * i + 1).inOneDomain(0, 0, 1, 1, 1))
                .toArray(PackingGroup[]::new);
        return new Packing(
                PackingNodes.of(5, new long[] {10, 20, 30, 40, 50}),
                List.of(LEADER, WORKER, LEADER, WORKER, LEADER, WORKER),
                List.of(conflicts),
                PackingGroup.composite(3, groups));
    }

    @Test
    void groupsAlikeBecomeOneOfAsManyPods() {
        Packing whole = replicas();
        Packing part = Excerpt.of(whole, List.of(whole.root().children()), 2, 4).packing();
        assertThat(part.nodes().column(0)).containsExactly(30, 50);
        assertThat(part.classes()).hasSize(2);
        assertThat(part.classes().get(0).count()).isEqualTo(3);
        assertThat(part.classes().get(0).eligible()).containsExactly(0b01);
        assertThat(part.classes().get(1).count()).isEqualTo(12);
        assertThat(part.classes().get(1).min()).isEqualTo(6);
        assertThat(part.root()).isEqualTo(PackingGroup.leaf(12, 0, 1));
    }

    @Test
    void groupsWithConflictsStayApart() {
        Packing whole = replicas(new Conflict(1, 3, new int[] {0, 0, 1, 1, 1}), Conflict.onNode(1, 5));
        Packing part = Excerpt.of(whole, List.of(whole.root().children().subList(0, 2)), 1, 2)
                .packing();
        assertThat(part.root().children()).hasSize(2).allMatch(group -> group.domainOf() == null);
        assertThat(part.root().minimum()).isEqualTo(2);
        assertThat(part.classes()).hasSize(4);
        assertThat(part.conflicts()).hasSize(1);
        assertThat(part.conflicts().get(0).domainOf()).containsExactly(0, 1);
    }

    @Test
    void podsAreDealtOutSoThatEachGroupSucceeds() {
        Packing whole = replicas();
        Excerpt excerpt = Excerpt.of(whole, List.of(whole.root().children()), 2, 4);
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int workers = 9 + random.nextInt(4);
            int first = random.nextInt(workers + 1);
            int[] class0 = {3, 0};
            int[] class1 = {first, workers - first};
            int size = 0;
            int[][] columns = new int[3][4];
            for (int node = 0; node < 2; node++) {
                for (int j = 0; j < 2; j++) {
                    int some = (j == 0 ? class0 : class1)[node];
                    if (some > 0) {
                        columns[0][size] = j;
                        columns[1][size] = node;
                        columns[2][size++] = some;
                    }
                }
            }
            Placement dealt = excerpt.whole(Placement.ofColumns(columns[0], columns[1], columns[2], size));
            int[] pods = new int[6];
            int[] onNode = new int[5];
            dealt.forEach(some -> {
                pods[some.podClass()] += some.count();
                onNode[some.node()] += some.count();
            });
            assertThat(onNode).containsExactly(0, 0, 3 + first, 0, workers - first);
            for (int replica = 0; replica < 3; replica++) {
                assertThat(pods[2 * replica]).isEqualTo(1);
                assertThat(pods[2 * replica + 1]).isBetween(WORKER.min(), WORKER.count());
                assertThat(pods[2 * replica] + pods[2 * replica + 1]).isGreaterThanOrEqualTo(4);
            }
            assertThat(Arrays.stream(pods).sum()).isEqualTo(3 + workers);
            assertThat(dealt)
                    .isSortedAccordingTo((a, b) -> a.node() != b.node()
                            ? Integer.compare(a.node(), b.node())
                            : Integer.compare(a.podClass(), b.podClass()));
        }
    }
}
