package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusterSnapshotTest {

    private static Node node(String name, long cpu) {
        return new Node(
                ObjectMeta.of(name),
                NodeSpec.OPEN,
                new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(cpu), "pods", Quantity.of(3))));
    }

    private static Pod pod(String name, String node, String cpu) {
        return new Pod(
                ObjectMeta.of("default", name),
                PodSpec.builder()
                        .nodeName(node)
                        .containers(List.of(Container.of("c", Map.of("cpu", Quantity.parse(cpu)))))
                        .schedulingGroup(new PodSchedulingGroup("g"))
                        .build(),
                PodStatus.EMPTY);
    }

    @Test
    void whatIsFreeMayBeBelowZeroAndAMissingResourceIsNone() {
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("a", 1)), List.of(pod("p", "a", "1500m")));
        assertThat(snapshot.free("cpu", 0)).isEqualTo(-500);
        assertThat(snapshot.free("pods", 0)).isEqualTo(2);
        assertThat(snapshot.free("memory", 0)).isZero();
    }

    @Test
    void nodesAreInTheOrderOfTheirNames() {
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("b", 1), node("a", 2)), List.of());
        assertThat(snapshot.indexOf("b")).isEqualTo(1);
        assertThat(snapshot.indexOf("c")).isEqualTo(-1);
        assertThat(snapshot.free("cpu", 0)).isEqualTo(2000);
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertThatThrownBy(() -> ClusterSnapshot.of(List.of(node("a", 1), node("a", 2)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nodes: two are named a");
        assertThatThrownBy(() -> ClusterSnapshot.of(List.of(), List.of(pod("p", "", "1"), pod("p", "", "2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pods: two are named default/p");
    }

    @Test
    void aPodThatIsNotThereCannotBeTakenAway() {
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("a", 1)), List.of());
        assertThatThrownBy(() -> snapshot.withoutPod(pod("p", "a", "1")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("pod: default/p is not there");
    }

    @Test
    void drainingCordonsANodeAndTakesItsPods() {
        ClusterSnapshot drained = ClusterSnapshot.of(
                        List.of(node("a", 1)), List.of(pod("p", "a", "1"), pod("q", "", "1")))
                .drained("a");
        assertThat(drained.node(0).spec().unschedulable()).isTrue();
        assertThat(drained.free("cpu", 0)).isEqualTo(1000);
        assertThat(drained.members(GroupRef.podGroup("default", "g"))).isEqualTo(new Members(0, 1, 0));
    }

    /** A long row of changes ends where building from scratch ends, and leaves every snapshot on the way as it was. */
    @Test
    void aChangedSnapshotIsTheOneBuiltAnew() {
        Random random = new Random(3);
        List<Node> nodes = new ArrayList<>(List.of(node("a", 4), node("b", 8), node("c", 1)));
        List<Pod> pods = new ArrayList<>();
        ClusterSnapshot snapshot = ClusterSnapshot.of(nodes, pods);
        for (int i = 0; i < 2000; i++) {
            ClusterSnapshot before = snapshot;
            String seen = describe(before);
            if (i % 31 == 30 && nodes.size() > 2) {
                Node gone = nodes.remove(random.nextInt(nodes.size()));
                String name = gone.metadata().name();
                pods.removeIf(pod -> pod.spec().nodeName().equals(name));
                snapshot = snapshot.withoutNode(name);
            } else if (i % 41 == 40) {
                Pod lost = pod("p" + i, "d" + i % 3, "1");
                pods.add(lost);
                snapshot = snapshot.withPod(lost);
            } else if (i % 23 == 22) {
                Node changed = node("d" + i % 3, i % 7);
                nodes.removeIf(
                        node -> node.metadata().name().equals(changed.metadata().name()));
                nodes.add(changed);
                snapshot = snapshot.withNode(changed);
            } else if (pods.size() > 20 || !pods.isEmpty() && random.nextBoolean()) {
                snapshot = snapshot.withoutPod(pods.remove(random.nextInt(pods.size())));
            } else {
                String on = random.nextInt(4) == 0
                        ? ""
                        : nodes.get(random.nextInt(nodes.size())).metadata().name();
                Pod pod = pod("p" + i, on, random.nextInt(3000) + "m");
                pods.add(pod);
                snapshot = snapshot.withPod(pod);
            }
            assertThat(describe(snapshot)).isEqualTo(describe(ClusterSnapshot.of(nodes, pods)));
            assertThat(describe(before)).isEqualTo(seen);
        }
    }

    private static String describe(ClusterSnapshot snapshot) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < snapshot.nodes(); n++) {
            text.append(snapshot.node(n).metadata().name())
                    .append(' ')
                    .append(snapshot.free("cpu", n))
                    .append(' ')
                    .append(snapshot.free("pods", n))
                    .append(' ')
                    .append(snapshot.podsOn(n).stream()
                            .map(pod -> pod.metadata().name())
                            .sorted()
                            .toList())
                    .append('\n');
        }
        return text + snapshot.members(GroupRef.podGroup("default", "g")).toString();
    }
}
