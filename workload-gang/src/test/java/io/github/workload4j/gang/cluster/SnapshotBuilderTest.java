package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SnapshotBuilderTest {

    private static final GroupRef RANKS = GroupRef.workload("hpc", "solver", "ranks", "");
    private static final Groups GROUPS =
            Groups.of(List.of(Workload.of(ApiVersion.V1ALPHA1, "hpc", "solver", PodGroupTemplate.gang("ranks", 2))));

    private static SnapshotBuilder cluster(String cpu) {
        return ClusterSnapshot.builder()
                .node("n1", Map.of("rack", "r1"), Map.of("cpu", cpu, "pods", "10"))
                .running("shop", "web", "n1", Map.of("cpu", "500m"));
    }

    @Test
    void runningPodsTakeWhatTheyAsk() {
        assertThat(cluster("4").build().free("cpu", 0)).isEqualTo(3500);
    }

    @Test
    void moreResourcesThanAHandfulAreToldApart() {
        Map<String, String> amounts = new TreeMap<>(Map.of("pods", "10"));
        for (int i = 0; i < 40; i++) {
            amounts.put("example.com/r" + i, Integer.toString(i));
        }
        ClusterSnapshot snapshot = ClusterSnapshot.builder()
                .node("n1", Map.of(), amounts)
                .node("n2", Map.of(), Map.of("example.com/r33", "7", "example.com/r2", "8"))
                .running("shop", "web", "n1", Map.of("example.com/r30", "3"))
                .build();
        for (int i = 0; i < 40; i++) {
            assertThat(snapshot.free("example.com/r" + i, 0)).isEqualTo(i == 30 ? 27 : i);
            assertThat(snapshot.free("example.com/r" + i, 1)).isEqualTo(i == 33 ? 7 : i == 2 ? 8 : 0);
        }
    }

    @Test
    void pendingPodsAreMembersOfTheirGroup() {
        ClusterSnapshot snapshot = cluster("4")
                .pending("rank-0", RANKS, Map.of("cpu", "1"))
                .pending("rank-1", RANKS, Map.of("cpu", "2"))
                .build();
        Verdict verdict = Feasibility.answer(snapshot, GROUPS, RANKS, Budget.DEFAULT);
        assertThat(verdict).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void runningMembersCountForTheirGroup() {
        ClusterSnapshot snapshot = cluster("2")
                .running("rank-0", RANKS, "n1", Map.of("cpu", "1"))
                .pending("rank-1", RANKS, Map.of("cpu", "1"))
                .build();
        Verdict verdict = Feasibility.answer(snapshot, GROUPS, RANKS, Budget.DEFAULT);
        assertThat(verdict).isInstanceOf(Verdict.Infeasible.class);
        assertThat(snapshot.members(RANKS)).isEqualTo(new MemberCounts(1, 1, 0));
    }

    @Test
    void aQuantityThatIsNoneIsRefused() {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        assertThatThrownBy(() -> builder.node("n1", Map.of(), Map.of("cpu", "1.5Gx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5Gx");
    }

    @Test
    void aResourceThatIsNotCountedIsRefused() {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        assertThatThrownBy(() -> builder.pending("p", RANKS, Map.of("gpu", "4")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "requests: gpu is not counted (expected: cpu, memory, ephemeral-storage, pods, huge pages, or a"
                                + " name with a domain, such as nvidia.com/gpu)");
        assertThatThrownBy(() -> builder.node("n1", Map.of(), Map.of("gpu", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("allocatable: gpu is not counted");
    }

    @Test
    void anAmountBelowZeroIsRefused() {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        assertThatThrownBy(() -> builder.running("ml", "p", "n1", Map.of("cpu", "-100")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("requests: cpu: -100 (expected: 0 or more)");
    }

    @Test
    void aPodInAGroupOfGroupsIsRefused() {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        GroupRef composite = GroupRef.compositePodGroup("ml", "all");
        assertThatThrownBy(() -> builder.pending("p", composite, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ml/all");
    }

    @Test
    void namesThatAreTakenOrMissingAreRefusedWhereTheyAreGiven() {
        SnapshotBuilder builder = cluster("4");
        assertThatThrownBy(() -> builder.node("n1", Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("node: two are named n1");
        assertThatThrownBy(() -> builder.running("shop", "web", "n1", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pod: two are named shop/web");
        assertThatThrownBy(() -> builder.node("", Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("node: a node without a name (expected: metadata.name)");
        assertThatThrownBy(() -> builder.pending("", RANKS, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pod: a pod of namespace hpc without a name (expected: metadata.name)");
        assertThat(builder.build().nodes()).isEqualTo(1);
    }

    @Test
    void objectsOfAllKindsGoWhereTheyBelongAndGroupsNowhere() {
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : ManifestReader.strict().read("""
                {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: ml},
                 spec: {schedulingPolicy: {gang: {minCount: 1}}}}
                ---
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: pv}, spec: {nfs: {server: s, path: /p}}}
                ---
                {apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: gpu}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {nodeName: n1,
                 containers: [{name: c, resources: {requests: {cpu: 1}}}]}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
                ---
                {apiVersion: v1, kind: Node, metadata: {name: n1}, status: {allocatable: {cpu: 4, pods: 10}}}
                """)) {
            objects.add(((Decoded) document).object());
        }
        ClusterSnapshot snapshot = ClusterSnapshot.of(objects);
        assertThat(snapshot.free("cpu", 0)).isEqualTo(3000);
        assertThat(snapshot.storage().volumes()).hasSize(1);
        assertThat(snapshot.devices().classes()).hasSize(1);
        assertThat(snapshot.knowsNamespaces()).isTrue();
        assertThat(snapshot.groupsWithMembers()).isEmpty();
        objects.add(objects.get(5));
        assertThatThrownBy(() -> ClusterSnapshot.of(objects)).hasMessage("node: two are named n1");
    }
}
