package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupTreesTest {

    private final List<SchedulingObject> objects = new ArrayList<>();

    private void group(String kind, String name, @Nullable String parent, @Nullable String workload, String spec) {
        read("{kind: " + kind + ", metadata: {namespace: ml, name: " + name + "}, spec: {" + spec
                + (parent == null ? "" : ", parentCompositePodGroupName: " + parent)
                + (workload == null ? "" : ", workloadRef: {workloadName: " + workload + ", templateName: t}")
                + "}}");
    }

    private void read(String object) {
        String text = object.replace("{kind", "{apiVersion: scheduling.k8s.io/v1alpha3, kind");
        for (Document document : ManifestReader.strict().read(text)) {
            objects.add((SchedulingObject) ((Decoded) document).object());
        }
    }

    private void composite(String name, @Nullable String parent, @Nullable String workload) {
        group("CompositePodGroup", name, parent, workload, "schedulingPolicy: {gang: {minGroupCount: 1}}");
    }

    private void leaf(String name, @Nullable String parent, @Nullable String workload) {
        group("PodGroup", name, parent, workload, "schedulingPolicy: {gang: {minCount: 1}}");
    }

    /** One pod of the group {@code leaf} on an empty node, and the answer about the tree it is in. */
    private Verdict verdict(KubernetesRelease release) {
        PodSpec spec = PodSpec.builder()
                .schedulingGroup(new PodSchedulingGroup("leaf"))
                .build();
        Pod pod = new Pod(ObjectMeta.of("ml", "p"), spec, PodStatus.EMPTY);
        NodeStatus status = new NodeStatus(Map.of(), Map.of("pods", Quantity.of(10)));
        Node node = new Node(ObjectMeta.of("n"), new NodeSpec(false, List.of()), status);
        return Feasibility.answer(
                ClusterSnapshot.of(List.of(node), List.of(pod)).withSetup(ClusterSetup.of(release)),
                Groups.of(objects),
                GroupRef.podGroup("ml", "leaf"),
                Budget.DEFAULT);
    }

    private void assertError(Reason reason, String detail) {
        assertThat(verdict(KubernetesRelease.V1_38)).isInstanceOfSatisfying(Verdict.Errored.class, error -> {
            assertThat(error.reason()).contains(reason);
            assertThat(error.detail()).isEqualTo(detail);
        });
    }

    private void assertGated(Reason reason, String detail) {
        assertThat(verdict(KubernetesRelease.V1_37)).isInstanceOfSatisfying(Verdict.Gated.class, gated -> {
            assertThat(gated.reason()).contains(reason);
            assertThat(gated.detail()).isEqualTo(detail);
        });
    }

    @Test
    void fourLevelsAreATree() {
        composite("a", null, "w");
        composite("b", "a", "w");
        composite("c", "b", "w");
        leaf("leaf", "c", "w");
        assertThat(verdict(KubernetesRelease.V1_38)).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void fiveLevelsAreTooDeep() {
        composite("a", null, null);
        composite("b", "a", null);
        composite("c", "b", null);
        composite("d", "c", null);
        leaf("leaf", "d", null);
        assertError(Reason.HIERARCHY_TOO_DEEP, "ml/d is on level 4, the deepest for a group of groups is 3");
    }

    @Test
    void upTo137NoTreeIsTooDeepForTheScheduler() {
        composite("a", null, null);
        composite("b", "a", null);
        composite("c", "b", null);
        composite("d", "c", null);
        leaf("leaf", "d", null);
        assertThat(verdict(KubernetesRelease.V1_37)).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void aBranchThatIsTooDeepSpoilsTheWholeTree() {
        composite("a", null, null);
        composite("b", "a", null);
        composite("c", "b", null);
        composite("d", "c", null);
        leaf("other", "d", null);
        leaf("leaf", "a", null);
        assertError(Reason.HIERARCHY_TOO_DEEP, "ml/d is on level 4, the deepest for a group of groups is 3");
    }

    @Test
    void aGroupMayNotBeItsOwnParent() {
        composite("a", "a", null);
        leaf("leaf", "a", null);
        assertError(Reason.GROUP_CYCLE, "ml/a is its own ancestor");
    }

    @Test
    void aCycleIsAnErrorForAGroupBelowItToo() {
        composite("a", "c", null);
        composite("b", "a", null);
        composite("c", "b", null);
        composite("below", "b", null);
        leaf("leaf", "below", null);
        assertError(Reason.GROUP_CYCLE, "ml/a is its own ancestor");
    }

    @Test
    void aParentThatIsNotThereIsWaitedForAtAnyLevel() {
        composite("a", "nowhere", null);
        leaf("leaf", "a", null);
        assertGated(Reason.PARENT_NOT_FOUND, "ml/a names the parent nowhere, which is not there");
    }

    @Test
    void aPodGroupIsNoParent() {
        leaf("a", null, null);
        leaf("leaf", "a", null);
        assertGated(Reason.PARENT_NOT_FOUND, "ml/leaf names the parent a, which is not there");
    }

    @Test
    void groupsOfOneTreeAreFromOneWorkload() {
        composite("a", null, "w");
        leaf("leaf", "a", "w");
        leaf("sibling", "a", "v");
        assertError(Reason.MIXED_WORKLOADS, "ml/a was made from Workload w, ml/sibling from v");
        assertThat(verdict(KubernetesRelease.V1_37)).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void aGroupMadeByHandMayStandInATreeOfAWorkloadUpTo137() {
        composite("a", null, "w");
        leaf("leaf", "a", null);
        assertThat(verdict(KubernetesRelease.V1_37)).isInstanceOf(Verdict.Feasible.class);
        assertThat(verdict(KubernetesRelease.V1_38)).isInstanceOf(Verdict.Errored.class);
    }

    @Test
    void aParentIsLookedForInTheSameNamespace() {
        read("{kind: CompositePodGroup, metadata: {namespace: other, name: a}, spec: {schedulingPolicy: {basic: {}}}}");
        leaf("leaf", "a", null);
        assertGated(Reason.PARENT_NOT_FOUND, "ml/leaf names the parent a, which is not there");
    }
}
