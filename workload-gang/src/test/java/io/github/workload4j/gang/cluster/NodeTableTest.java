package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTableTest {

    private static final NodeRules IN_A = new NodeRules(List.of(), Map.of("zone", "a"), null);

    private static Node node(String name, Random random) {
        Map<String, String> labels = new HashMap<>();
        labels.put("host", name);
        if (random.nextInt(5) > 0) {
            labels.put("zone", String.valueOf("abcdef".charAt(random.nextInt(6))));
        }
        return new Node(
                ObjectMeta.of(name).toBuilder().labels(labels).build(),
                new NodeSpec(random.nextInt(9) == 0, List.of()),
                NodeStatus.EMPTY);
    }

    /**
     * Several hundred nodes, so that words and pages have borders, and rows of changes longer than what is remembered.
     */
    @Test
    void aTableWithNodesChangedMoreOrLessKnowsWhatOneBuiltAnewKnows() {
        Random random = new Random(7);
        List<Node> nodes = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            nodes.add(node("n" + n, random));
        }
        NodeTable table = NodeTable.of(nodes);
        for (int i = 0; i < 1500; i++) {
            int at = random.nextInt(table.size());
            Node before = table.node(at);
            switch (random.nextInt(3)) {
                case 0 -> {
                    Node changed = node(before.metadata().name(), random);
                    nodes.set(nodes.indexOf(before), changed);
                    table = table.with(at, changed);
                }
                case 1 -> {
                    nodes.remove(before);
                    table = table.removed(at);
                }
                default -> {
                    Node more = node("m" + i, random);
                    nodes.add(more);
                    table = table.inserted(table.placeOf("m" + i), more);
                }
            }
            if (random.nextInt(4) == 0) {
                NodeTable anew = NodeTable.of(nodes);
                assertThat(table.size()).isEqualTo(anew.size());
                for (String key : List.of("zone", "host", "none")) {
                    assertThat(table.domains(key).values())
                            .isEqualTo(anew.domains(key).values());
                    assertThat(table.domains(key).of())
                            .isEqualTo(anew.domains(key).of());
                }
                assertThat(table.admitted(IN_A)).isEqualTo(anew.admitted(IN_A));
                String name =
                        table.node(random.nextInt(table.size())).metadata().name();
                assertThat(table.indexOf(name)).isEqualTo(anew.indexOf(name)).isNotNegative();
                assertThat(table.indexOf("nobody")).isEqualTo(-1);
            }
        }
    }

    @Test
    void columnsAndListsGrowAndShrinkInTheMiddle() {
        Random random = new Random(8);
        List<Long> expected = new ArrayList<>();
        LongPages column = LongPages.zeros(0);
        Pages<Long> list = Pages.of(new Long[0]);
        for (int i = 0; i < 3000; i++) {
            LongPages before = column;
            List<Long> was = List.copyOf(expected);
            if (!expected.isEmpty() && random.nextInt(3) == 0) {
                int at = random.nextInt(expected.size());
                expected.remove(at);
                column = column.removed(at);
                list = list.removed(at);
            } else {
                int at = random.nextInt(expected.size() + 1);
                long value = i;
                expected.add(at, value);
                column = column.inserted(at, value);
                list = list.inserted(at, value);
            }
            if (i % 50 < 2) {
                assertThat(column.toArray())
                        .containsExactly(expected.stream().mapToLong(v -> v).toArray());
                assertThat(before.toArray())
                        .containsExactly(was.stream().mapToLong(v -> v).toArray());
                for (int n = 0; n < expected.size(); n++) {
                    assertThat(list.get(n)).isEqualTo(expected.get(n));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65, 4_095, 4_096, 4_097, 8_192, 9_000})
    void columnsAndListsOfAnyLengthChangeOneElementAndShareTheRest(int length) {
        long[] flat = new Random(length).longs(length, 0, 3).toArray();
        Long[] boxed = Arrays.stream(flat).boxed().toArray(Long[]::new);
        LongPages column = LongPages.of(flat);
        Pages<Long> list = Pages.of(boxed);
        for (int at : new int[] {0, 1, length / 2, length - 1}) {
            long[] changed = flat.clone();
            changed[at] = 7;
            assertThat(column.with(at, 7, new Object()).toArray()).isEqualTo(changed);
            assertThat(list.with(at, 7L, new Object()).get(at)).isEqualTo(7);
            long[] longer = LongStream.concat(
                            LongStream.concat(Arrays.stream(flat, 0, at), LongStream.of(7)),
                            Arrays.stream(flat, at, length))
                    .toArray();
            assertThat(column.inserted(at, 7).toArray()).isEqualTo(longer);
            assertThat(column.inserted(at, 7).removed(at).toArray()).isEqualTo(flat);
            assertThat(list.inserted(at, 7L).size()).isEqualTo(length + 1);
            assertThat(list.inserted(at, 7L).get(length)).isEqualTo(flat[length - 1]);
        }
        assertThat(column.toArray()).isEqualTo(flat);
        assertThat(column.inserted(length, 7).get(length)).isEqualTo(7);
    }

    @Test
    void whatIsChangedForOneOwnerLeavesWhatOthersHoldAsItWas() {
        long[] flat = new Random(5).longs(9_000, 0, 3).toArray();
        LongPages column = LongPages.of(flat);
        Random random = new Random(6);
        for (int round = 0; round < 20; round++) {
            LongPages before = column;
            long[] was = flat.clone();
            Object owner = new Object();
            for (int i = 0; i < 300; i++) {
                int at = random.nextInt(flat.length);
                flat[at] = random.nextInt(3);
                column = column.with(at, flat[at], owner);
            }
            assertThat(column.toArray()).isEqualTo(flat);
            assertThat(before.toArray()).isEqualTo(was);
            assertThat(column.isZero()).isFalse();
        }
    }

    private static NodeTable labelled(int nodes, int keys) {
        Node[] all = new Node[nodes];
        for (int n = 0; n < nodes; n++) {
            Map<String, String> labels = new HashMap<>();
            for (int k = 0; k < keys; k++) {
                labels.put("k" + k, "v" + n % (k + 1));
            }
            all[n] = new Node(
                    ObjectMeta.of("n" + n).toBuilder().labels(labels).build(),
                    new NodeSpec(false, List.of()),
                    NodeStatus.EMPTY);
        }
        return NodeTable.of(Arrays.asList(all));
    }

    @Test
    void nothingIsKeptOfLabelsThatNoNodeHas() {
        NodeTable table = labelled(50, 1);
        for (int k = 0; k < 5000; k++) {
            assertThat(table.domains("none" + k).values()).isEmpty();
            assertThat(table.domains("none" + k).of()).containsOnly(-1);
            assertThat(table.domains("none" + k)).isSameAs(table.domains("none0"));
        }
        assertThat(table.keysKept()).isZero();
    }

    @Test
    void aLabelThatComesWithANodeIsSeen() {
        NodeTable table = labelled(3, 1);
        assertThat(table.domains("k1").values()).isEmpty();
        NodeTable more = table.inserted(0, labelled(1, 2).node(0));
        assertThat(more.domains("k1").values()).containsExactly("v0");
        NodeTable other = table.with(2, labelled(3, 2).node(2));
        assertThat(other.domains("k1").of()).containsExactly(-1, -1, 0);
        assertThat(more.removed(0).domains("k1").values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 12000, 10000", "40000, 200, 64", "20000, 200, 100"})
    void theDomainsOfAFixedNumberOfLabelsAreKept(int nodes, int keys, int most) {
        Map<String, String> labels = new HashMap<>();
        for (int k = 0; k < keys; k++) {
            labels.put("k" + k, "v");
        }
        Node[] all = new Node[nodes];
        for (int n = 0; n < nodes; n++) {
            ObjectMeta named = ObjectMeta.of("n" + n);
            all[n] = new Node(
                    n == 1 ? named.toBuilder().labels(labels).build() : named,
                    new NodeSpec(false, List.of()),
                    NodeStatus.EMPTY);
        }
        NodeTable table = NodeTable.of(Arrays.asList(all));
        int at = table.indexOf("n1");
        for (int k = 0; k < keys; k++) {
            assertThat(table.domains("k" + k).of()[at]).isZero();
        }
        assertThat(table.keysKept()).isEqualTo(most);
        String last = "k" + (keys - 1);
        assertThat(table.domains(last)).isSameAs(table.domains(last));
    }

    @Test
    void theNodesOfAFixedNumberOfRulesAreKept() {
        NodeTable table = labelled(10, 1);
        for (int k = 0; k < 12_000; k++) {
            table.admitted(new NodeRules(List.of(), Map.of("k", "v" + k), null));
        }
        assertThat(table.rulesKept()).isEqualTo(10_000);
        assertThat(NodeTable.mostRules(100_000)).isEqualTo(640);
    }

    @Test
    void aShareOfTheNodesIsPutInOneByOne() {
        assertThat(labelled(0, 1).areMany(32)).isFalse();
        assertThat(labelled(0, 1).areMany(33)).isTrue();
        assertThat(labelled(160, 1).areMany(42)).isFalse();
        assertThat(labelled(160, 1).areMany(43)).isTrue();
    }
}
