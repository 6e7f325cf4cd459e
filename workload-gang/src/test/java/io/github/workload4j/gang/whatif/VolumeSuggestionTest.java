package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes of volumes that are suggested make the group fit, and one step less does not. */
class VolumeSuggestionTest {

    private static final String NODES = """
            ---
            {apiVersion: v1, kind: Node, metadata: {name: n0, labels: {kubernetes.io/hostname: h0}}, status: \
            {allocatable: {cpu: 4, pods: 9}}}
            ---
            {apiVersion: v1, kind: Node, metadata: {name: n1, labels: {kubernetes.io/hostname: h1}}, status: \
            {allocatable: {cpu: 1, pods: 9}}}
            ---
            {apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: n0}, spec: {drivers: [{name: d, \
            nodeID: x, allocatable: {count: 1}}]}}
            ---
            {apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: n1}, spec: {drivers: [{name: d, \
            nodeID: x, allocatable: {count: 0}}]}}
            ---
            {apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: d}, spec: {}}
            ---
            {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: local}, provisioner: \
            kubernetes.io/no-provisioner, volumeBindingMode: WaitForFirstConsumer}
            ---
            {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: early}, provisioner: d}
            ---
            {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: late}, provisioner: d, \
            volumeBindingMode: WaitForFirstConsumer}
            ---
            {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: default}, spec: \
            {schedulingPolicy: {gang: {minCount: 3}}}}
            """;

    /** Three pods, each with a claim of a class; with a name for all three of them, one. */
    private static GroupQuestion question(String storageClass, String mode, String shared) {
        StringBuilder text = new StringBuilder(NODES);
        for (int i = 0; i < 3; i++) {
            String claim = shared.isEmpty() ? "c" + i : shared;
            if (shared.isEmpty() || i == 0) {
                text.append("---\n{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: " + claim
                        + ", namespace: default}, spec: {accessModes: [" + mode + "], storageClassName: " + storageClass
                        + ", resources: {requests: {storage: 1Gi}}}}\n");
            }
            text.append("---\n{apiVersion: v1, kind: Pod, metadata: {name: p" + i
                    + ", namespace: default}, spec: {schedulingGroup: {podGroupName: g}, containers: [{name: m,"
                    + " resources: {requests: {cpu: 1}}}], volumes: [{name: a, persistentVolumeClaim: {claimName: "
                    + claim + "}}]}}\n");
        }
        text.append(
                "---\n{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {capacity: {storage: 1Gi},"
                        + " accessModes: [ReadWriteOnce], storageClassName: local, local: {path: /x}, nodeAffinity:"
                        + " {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname,"
                        + " operator: In, values: [h1]}]}]}}}, status: {phase: Available}}\n");
        ManifestWorld world = ManifestWorld.of(text.toString());
        return GroupQuestion.of(
                        world.snapshot().withSetup(ClusterSetup.OPEN),
                        Groups.of(world.groups()),
                        GroupRef.podGroup("default", "g"))
                .orElseThrow();
    }

    private static List<VolumeSuggestion> found(GroupQuestion question) {
        Verdict verdict = question.answer(Budget.DEFAULT);
        assertThat(verdict).isInstanceOf(Verdict.Infeasible.class);
        List<VolumeSuggestion> found = NearestFits.of(question, verdict, Budget.DEFAULT.meter()).suggestions().stream()
                .filter(VolumeSuggestion.class::isInstance)
                .map(VolumeSuggestion.class::cast)
                .toList();
        for (VolumeSuggestion each : found) {
            assertThat(each.exact()).isTrue();
            assertThat(fits(question, each)).as(each.toString()).isTrue();
        }
        return found;
    }

    private static boolean fits(GroupQuestion question, VolumeSuggestion change) {
        return change.applyTo(question).answer(Budget.DEFAULT) instanceof Verdict.Feasible;
    }

    @Test
    void twoMoreLocalDisksGoWherePodsCanUseThem() {
        GroupQuestion question = question("local", "ReadWriteOnce", "");
        List<VolumeSuggestion> found = found(question);
        VolumeSuggestion.MoreVolumes more = (VolumeSuggestion.MoreVolumes) found.get(0);
        assertThat(more.hosts()).containsExactly("h0", "h0");
        assertThat(more.storageClass()).isEqualTo("local");
        assertThat(more.size()).hasToString("1Gi");
        assertThat(fits(question, new VolumeSuggestion.MoreVolumes(more.claim(), List.of("h0"), false)))
                .isFalse();
        assertThat(found.get(1)).isEqualTo(new VolumeSuggestion.Provisioning("local", true));
    }

    @Test
    void nodesWouldHaveToAttachTwoMore() {
        GroupQuestion question = question("late", "ReadWriteOnce", "");
        VolumeSuggestion.MoreAttachments one = new VolumeSuggestion.MoreAttachments("d", 1, true);
        assertThat(fits(question, one)).isTrue();
        assertThat(found(question)).containsExactly(one);
    }

    @Test
    void aClassThatBindsAtOnceCouldWait() {
        assertThat(found(question("early", "ReadWriteOnce", "all")))
                .containsExactly(new VolumeSuggestion.WaitForPod("early", true));
    }

    @Test
    void aClaimForOnePodCouldBeForMany() {
        assertThat(found(question("late", "ReadWriteOncePod", "all")))
                .containsExactly(new VolumeSuggestion.AccessMode("ReadWriteOncePod", "ReadWriteMany", true));
    }

    @Test
    void aChangeOfNothingIsNone() {
        GroupQuestion question = question("late", "ReadWriteOnce", "");
        VolumeSuggestion other = new VolumeSuggestion.MoreAttachments("other", 1, false);
        assertThat(other.applyTo(question.snapshot().storage()))
                .isEqualTo(question.snapshot().storage());
    }

    @Test
    void claimsArePresent() {
        assertThatThrownBy(() -> new VolumeSuggestion.MoreVolumes(null, List.of(), true))
                .hasMessage("claim");
        assertThatThrownBy(() -> new VolumeSuggestion.WaitForPod(null, true)).hasMessage("storageClass");
    }

    @Test
    void aClaimIsFoundByItsName() {
        GroupQuestion question = question("late", "ReadWriteOnce", "");
        assertThat(VolumeSuggestion.claim(question, "default/c2"))
                .map(PersistentVolumeClaim::metadata)
                .hasValueSatisfying(metadata -> assertThat(metadata.name()).isEqualTo("c2"));
        assertThat(VolumeSuggestion.claim(question, "default/none")).isEmpty();
    }
}
