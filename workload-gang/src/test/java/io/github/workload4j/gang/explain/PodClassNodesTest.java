package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodClassNodesTest {

    private static final GroupRef GROUP = GroupRef.podGroup("ml", "g");

    /** Nodes of one taint each, by name; a taint of its own is a reason of its own. */
    private static PodClassNodes refusedBy(List<String> taints) {
        SnapshotBuilder cluster = ClusterSnapshot.builder();
        for (int n = 0; n < taints.size(); n++) {
            cluster.node(new Node(
                    ObjectMeta.of(String.format("n%02d", n)),
                    new NodeSpec(false, List.of(new Taint(taints.get(n), "", "NoSchedule"))),
                    new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(4), "pods", Quantity.of(9)))));
        }
        ClusterSnapshot snapshot =
                cluster.pending("w", GROUP, Map.of("cpu", "1")).build();
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 1)));
        return Explanation.of(
                        snapshot,
                        groups,
                        GROUP,
                        Feasibility.answer(snapshot, groups, GROUP, Budget.DEFAULT),
                        Budget.DEFAULT)
                .nodes()
                .get(0);
    }

    @Test
    void largestGroupOfNodesComesFirstThenTheOneWhoseNodeDoes() {
        PodClassNodes nodes = refusedBy(List.of("b", "a", "c", "c"));
        assertThat(nodes.refusing())
                .extracting(NodeReasons::sample)
                .containsExactly(List.of("n02", "n03"), List.of("n00"), List.of("n01"));
        assertThat(nodes.usable()).isZero();
    }

    @Test
    void nodesBeyondTheLongestListAreCounted() {
        List<String> taints = new ArrayList<>();
        for (int n = 0; n < PodClassNodes.MOST + 3; n++) {
            taints.add("taint-" + n);
        }
        PodClassNodes nodes = refusedBy(taints);
        assertThat(nodes.refusing()).hasSize(PodClassNodes.MOST);
        assertThat(nodes.otherwise()).isEqualTo(3);
    }

    @Test
    void listIsCopied() {
        PodClassNodes nodes = refusedBy(List.of("a"));
        List<NodeReasons> refusing = new ArrayList<>(nodes.refusing());
        PodClassNodes copy = new PodClassNodes(nodes.podClass(), 0, refusing, 0);
        refusing.clear();
        assertThat(copy.refusing()).isEqualTo(nodes.refusing()).isNotEmpty();
        assertThat(copy.refusing().get(0).reasons()).hasOnlyElementsOfType(FilterReason.Tainted.class);
        assertThatThrownBy(() -> new PodClassNodes(null, 0, List.of(), 0)).hasMessage("podClass");
    }
}
