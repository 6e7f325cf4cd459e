package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameWorldTest {

    private static final GroupRef GROUP = GroupRef.podGroup("ml", "g");
    private static final Groups GROUPS = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 2)));

    /** Two nodes, two pods that wait and ask so much, and a stranger on the first node. */
    private static SnapshotBuilder cluster(String asked) {
        return ClusterSnapshot.builder()
                .node("n1", Map.of(), Map.of("cpu", "4", "pods", "9"))
                .node("n2", Map.of(), Map.of("cpu", "4", "pods", "9"))
                .running("shop", "web", "n1", Map.of("cpu", "1"))
                .pending("w-0", GROUP, Map.of("cpu", asked))
                .pending("w-1", GROUP, Map.of("cpu", asked));
    }

    private static GroupQuestion question(ClusterSnapshot snapshot) {
        return GroupQuestion.of(snapshot, GROUPS, GROUP).orElseThrow();
    }

    private static Verdict verdict(ClusterSnapshot snapshot) {
        return Feasibility.answer(snapshot, GROUPS, GROUP, Budget.DEFAULT);
    }

    private static void explain(ClusterSnapshot snapshot, Verdict verdict) {
        Explanation.of(snapshot, GROUPS, GROUP, verdict, Budget.DEFAULT);
    }

    @Test
    void aQuestionMayBeAskedOfASnapshotWithOtherNodesAndOtherPods() {
        ClusterSnapshot snapshot = cluster("4").build();
        assertThat(question(snapshot).answer(Budget.DEFAULT)).isInstanceOf(Verdict.Infeasible.class);
        assertThat(question(snapshot).on(snapshot.removePod("shop", "web")).answer(Budget.DEFAULT))
                .isInstanceOf(Verdict.Feasible.class);
        assertThat(question(snapshot).on(snapshot.drained("n1")).answer(Budget.DEFAULT))
                .isInstanceOf(Verdict.Infeasible.class);
        assertThat(question(snapshot).on(cluster("4").build()).answer(Budget.DEFAULT))
                .isInstanceOf(Verdict.Infeasible.class);
    }

    @Test
    void aQuestionKeepsItsReleaseInASnapshotOfAnother() {
        ClusterSnapshot snapshot = cluster("4").build();
        ClusterSnapshot later = snapshot.withSetup(ClusterSetup.of(KubernetesRelease.V1_38));
        GroupQuestion question = question(snapshot);

        assertThat(question.on(later).about().release())
                .isEqualTo(question.about().release());
        assertThat(question(later).about().release())
                .isNotEqualTo(question.about().release());
    }

    @Test
    void aQuestionIsNotAskedOfASnapshotWithOtherMembers() {
        ClusterSnapshot snapshot = cluster("3").build();
        ClusterSnapshot more =
                cluster("3").pending("w-2", GROUP, Map.of("cpu", "1")).build();
        ClusterSnapshot bound = snapshot.withPlaced(List.of(new Assignment("ml", "w-1", "n2")));
        Map<ClusterSnapshot, String> others = Map.of(
                more,
                "ml/w-2",
                bound,
                "ml/w-1",
                snapshot.removePod("ml", "w-0"),
                "ml/w-0",
                cluster("2").build(),
                "ml/w-0");
        others.forEach(
                (other, member) -> assertThatThrownBy(() -> question(snapshot).on(other))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith(
                                "other: member " + member + " of group ml/g is not the same in both snapshots"));
        assertThatThrownBy(() -> question(more).on(snapshot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("other: member ml/w-2 of group ml/g");
    }

    @Test
    void aQuestionIsNotAskedWhereRunningMembersAreInNoDomainOrInTwo() {
        PodGroup racked = PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 2);
        Groups groups = Groups.of(List.of(racked.withSpec(racked.spec().toBuilder()
                .schedulingConstraints(SchedulingConstraints.sameDomain("rack"))
                .build())));
        Map<String, String> free = Map.of("cpu", "4", "pods", "9");
        ClusterSnapshot snapshot = ClusterSnapshot.builder()
                .node("n1", Map.of("rack", "a"), free)
                .node("n2", Map.of("rack", "a"), free)
                .node("n3", Map.of("rack", "b"), free)
                .running("w-0", GROUP, "n1", Map.of())
                .running("w-1", GROUP, "n2", Map.of())
                .pending("w-2", GROUP, Map.of("cpu", "1"))
                .build();
        GroupQuestion question = GroupQuestion.of(snapshot, groups, GROUP).orElseThrow();
        assertThat(question.on(snapshot.removeNode("n3")).answer(Budget.DEFAULT))
                .isInstanceOf(Verdict.Feasible.class);
        Node elsewhere = new Node(
                snapshot.node(1).metadata().toBuilder()
                        .labels(Map.of("rack", "b"))
                        .build(),
                snapshot.node(1).spec(),
                snapshot.node(1).status());
        assertThatThrownBy(() -> question.on(snapshot.put(elsewhere)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("other: pods of ml/g run in several domains of rack: a, b (expected: ");
        assertThatThrownBy(() -> question.on(snapshot.removeNode("n1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("other: a pod of ml/g runs on node n1, which is not in the snapshot");
    }

    @Test
    void aVerdictIsExplainedByItsOwnSnapshotAndByOneEqualToIt() {
        for (String asked : List.of("1", "4", "9")) {
            ClusterSnapshot snapshot = cluster(asked).build();
            explain(snapshot, verdict(snapshot));
            explain(cluster(asked).build(), verdict(snapshot));
        }
        ClusterSnapshot gated = cluster("1").build().removePod("ml", "w-1");
        explain(gated, verdict(gated));
    }

    @Test
    void aProofIsNotExplainedWhereSomethingElseIsFree() {
        ClusterSnapshot snapshot = cluster("4").build();
        assertThatThrownBy(() -> explain(snapshot.removePod("shop", "web"), verdict(snapshot)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("verdict: of another snapshot or question: a proof about nodes with something else free"
                        + " (expected: one about what is free here)");
        assertThatThrownBy(() -> explain(snapshot.removeNode("n1"), verdict(snapshot)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a proof about other nodes");
    }

    @Test
    void aPlacementIsNotExplainedWhereItsNodesAreNot() {
        ClusterSnapshot snapshot = cluster("3").build();
        assertThatThrownBy(() -> explain(snapshot.removeNode("n2"), verdict(snapshot)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-> n2 (expected: pods that wait here, on nodes that are here)");
    }

    @Test
    void aVerdictOnOtherMembersIsNotExplained() {
        ClusterSnapshot snapshot = cluster("3").build();
        ClusterSnapshot more =
                cluster("3").pending("w-2", GROUP, Map.of("cpu", "1")).build();
        assertThatThrownBy(() -> explain(more, verdict(snapshot)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("verdict: of another snapshot or question: ml/g, 2 needed, 0 running, 2 pending"
                        + " (expected: ml/g, 2 needed, 0 running, 3 pending)");
        ClusterSnapshot gated = snapshot.removePod("ml", "w-1");
        assertThatThrownBy(() -> explain(gated, verdict(snapshot)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("verdict: of another snapshot or question: ml/g feasible (expected: ml/g gated, as here)");
        assertThatThrownBy(() -> explain(snapshot, verdict(gated)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("verdict: of another snapshot or question: ml/g");
    }
}
