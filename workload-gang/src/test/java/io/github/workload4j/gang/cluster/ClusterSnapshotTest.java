package io.github.workload4j.gang.cluster;

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
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.packing.PackingNodes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterSnapshotTest {

    private static final GroupRef GROUP = GroupRef.podGroup("default", "g");

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
    void whatHasNoNameIsRefused() {
        ClusterSnapshot empty = ClusterSnapshot.of(List.of(), List.of());
        assertThatThrownBy(() -> ClusterSnapshot.of(List.of(node("", 1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nodes: a node without a name (expected: metadata.name)");
        assertThatThrownBy(() -> empty.put(node("", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("node: a node without a name (expected: metadata.name)");
        assertThatThrownBy(() -> empty.withNodes(List.of(node("", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nodes: a node without a name (expected: metadata.name)");
        assertThatThrownBy(() -> ClusterSnapshot.of(List.of(), List.of(pod("", "a", "1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pods: a pod of namespace default without a name (expected: metadata.name)");
        assertThatThrownBy(() -> empty.put(pod("", "a", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pod: a pod of namespace default without a name (expected: metadata.name)");
    }

    @Test
    void twoOfOneNameAreRefusedAlsoIfTheyDoNotCount() {
        Pod over = finished(pod("p", "", "1"));
        for (List<Pod> pair : List.of(List.of(over, pod("p", "a", "1")), List.of(over, over))) {
            assertThatThrownBy(() -> ClusterSnapshot.of(List.of(), pair))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("pods: two are named default/p");
        }
    }

    private static Pod finished(Pod pod) {
        return pod.withStatus(PodStatus.EMPTY.toBuilder().phase("Succeeded").build());
    }

    private static Pod plain(Pod pod) {
        return pod.withSpec(pod.spec().toBuilder().schedulingGroup(null).build());
    }

    /**
     * Of a member and of a pod without a group: pending, bound, over, gone, every step as an informer tells it, and
     * twice.
     */
    @Test
    void aPodsLifeIsFollowedStepByStep() {
        for (boolean member : List.of(true, false)) {
            Pod pending = member ? pod("p", "", "2") : plain(pod("p", "", "2"));
            Pod bound =
                    pending.withSpec(pending.spec().toBuilder().nodeName("a").build());
            ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("a", 8)), List.of());
            int one = member ? 1 : 0;
            snapshot = snapshot.put(pending).put(pending);
            assertThat(snapshot.members(GROUP)).isEqualTo(new MemberCounts(0, one, 0));
            assertThat(snapshot.free("cpu", 0)).isEqualTo(8000);
            snapshot = snapshot.put(bound).put(bound);
            assertThat(snapshot.members(GROUP)).isEqualTo(new MemberCounts(one, 0, 0));
            assertThat(snapshot.free("cpu", 0)).isEqualTo(6000);
            assertThat(snapshot.free("pods", 0)).isEqualTo(2);
            assertThat(snapshot.put(finished(bound)).free("cpu", 0)).isEqualTo(8000);
            assertThat(snapshot.put(finished(bound)).members(GROUP)).isEqualTo(new MemberCounts(0, 0, 0));
            assertThat(snapshot.removePod("default", "p").free("cpu", 0)).isEqualTo(8000);
            snapshot = snapshot.put(finished(bound)).removePod("default", "p").removePod("", "p");
            assertThat(snapshot.podsOn(0)).isEmpty();
            assertThat(snapshot.groupsWithMembers()).isEmpty();
        }
    }

    @Test
    void aPodCreatedAgainUnderItsNameIsOnItsNewNodeOnly() {
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("a", 8), node("b", 8)), List.of(pod("p", "a", "1")))
                .put(pod("p", "b", "3"));
        assertThat(snapshot.free("cpu", 0)).isEqualTo(8000);
        assertThat(snapshot.free("cpu", 1)).isEqualTo(5000);
        assertThat(snapshot.members(GROUP)).isEqualTo(new MemberCounts(1, 0, 0));
    }

    @Test
    void aPodIsOnItsNodeOnceThatComesAndWaitsForItOnceItIsGone() {
        ClusterSnapshot before = ClusterSnapshot.of(List.of(), List.of()).put(pod("p", "a", "1"));
        assertThat(before.members(GROUP)).isEqualTo(new MemberCounts(1, 0, 0));
        ClusterSnapshot there = before.put(node("a", 8));
        assertThat(there.free("cpu", 0)).isEqualTo(7000);
        ClusterSnapshot gone = there.removeNode("a");
        assertThat(gone.nodes()).isZero();
        assertThat(gone.members(GROUP)).isEqualTo(new MemberCounts(1, 0, 0));
        assertThat(gone.put(node("a", 4)).free("cpu", 0)).isEqualTo(3000);
        assertThat(gone.removePod("default", "p").put(node("a", 4)).free("cpu", 0))
                .isEqualTo(4000);
    }

    @Test
    void whatIsNotThereIsRemovedWithoutChange() {
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node("a", 1)), List.of(pod("p", "a", "1")));
        assertThat(snapshot.removePod("default", "q")).isSameAs(snapshot);
        assertThat(snapshot.removePod("ml", "p")).isSameAs(snapshot);
        assertThat(snapshot.removeNode("b")).isSameAs(snapshot);
        assertThat(snapshot.removeNamespace("ml")).isSameAs(snapshot);
        assertThat(snapshot.put(plain(pod("q", "", "1")))).isSameAs(snapshot);
        assertThat(snapshot.put(pod("p", "a", "1"))).isSameAs(snapshot);
        assertThat(snapshot.put(node("a", 1))).isSameAs(snapshot);
    }

    @Test
    void aSumHeldAtTheLimitOf64BitsIsKnownAgainOnceThePodsAreGone() {
        String most = String.valueOf(Long.MAX_VALUE / 1000);
        ClusterSnapshot snapshot = ClusterSnapshot.of(
                List.of(node("a", 5)), List.of(pod("p", "a", most), pod("q", "a", most), pod("r", "a", "1")));
        assertThat(snapshot.free("cpu", 0)).isEqualTo(Long.MIN_VALUE);
        assertThat(snapshot.removePod("", "p").removePod("", "q").free("cpu", 0))
                .isEqualTo(4000);
    }

    @Test
    void placingRefusesPodsThatAreNotPendingAndNodesThatAreNotThere() {
        ClusterSnapshot snapshot =
                ClusterSnapshot.of(List.of(node("a", 5)), List.of(pod("p", "", "1"), pod("q", "a", "1")));
        Assignment good = new Assignment("default", "p", "a");
        assertThat(snapshot.withPlaced(List.of(good)).free("cpu", 0)).isEqualTo(3000);
        assertThat(snapshot.withPlaced(List.of(good)).members(GROUP)).isEqualTo(new MemberCounts(2, 0, 0));
        Map<Assignment, String> bad = Map.of(
                new Assignment("ml", "p", "a"), "placement: pod ml/p is not pending in this snapshot",
                new Assignment("default", "q", "a"), "placement: pod default/q is on a already",
                new Assignment("default", "p", "b"), "placement: node b of pod default/p is not in this snapshot");
        bad.forEach((each, message) -> assertThatThrownBy(() -> snapshot.withPlaced(List.of(each)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message));
        assertThatThrownBy(() -> snapshot.withPlaced(List.of(good, good)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("placement: pod default/p is there twice");
    }

    @Test
    void drainingCordonsANodeAndTakesItsPods() {
        ClusterSnapshot drained = ClusterSnapshot.of(
                        List.of(node("a", 1)), List.of(pod("p", "a", "1"), pod("q", "", "1")))
                .drained("a");
        assertThat(drained.node(0).spec().unschedulable()).isTrue();
        assertThat(drained.free("cpu", 0)).isEqualTo(1000);
        assertThat(drained.members(GROUP)).isEqualTo(new MemberCounts(0, 1, 0));
    }

    @Test
    void columnsOfAFixedNumberOfResourceListsAreKept() {
        ClusterSnapshot snapshot = ClusterSnapshot.builder()
                .node("n", Map.of(), Map.of("cpu", "4", "pods", "10"))
                .build();
        PackingNodes first = snapshot.packingNodes(List.of("cpu"));
        for (int r = 0; r < 5000; r++) {
            snapshot.packingNodes(List.of("cpu", "r" + r));
        }
        assertThat(snapshot.columns.size()).isEqualTo(ClusterSnapshot.MOST_COLUMNS);
        assertThat(snapshot.packingNodes(List.of("cpu"))).isEqualTo(first);
        assertThat(snapshot.packingNodes(List.of("cpu"))).isSameAs(snapshot.packingNodes(List.of("cpu")));
    }
}
