package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
        NodeTable table = NodeTable.of(nodes.toArray(Node[]::new));
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
                NodeTable anew = NodeTable.of(nodes.toArray(Node[]::new));
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
}
