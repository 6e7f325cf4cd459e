package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.VolumeNote;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.words.Voice;
import io.github.workload4j.gang.words.VolumeNoteText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about volumes of scenarios names what stands in the way. */
class VolumeNotesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "static-network-volumes-hall"
                        + "|4 claims ask for a volume of class local with 10Gi. Of the class there are 3 (v0, v1, v2);"
                        + " none is made, since the class has no provisioner.",
                "static-phase-pending|1 claim asks for a volume of class local with 10Gi. Of the class there is 1, none"
                        + " available; none is made, since the class has no provisioner.",
                "static-prebound-for-another|1 claim asks for a volume of class local with 10Gi. Of the class there is"
                        + " 1, all of other claims; none is made, since the class has no provisioner.",
                "static-prebound-elsewhere|1 claim asks for a volume of class local with 10Gi. Of the class there are"
                        + " 2, 1 kept for it, so that no other counts (n1: v), none reached from nodes that take such a"
                        + " pod; none is made, since the class has no provisioner.",
                "static-too-small|1 claim asks for a volume of class local with 10Gi. Of the class there is 1, none"
                        + " large enough; none is made, since the class has no provisioner.",
                "dynamic-capacity-nothing-published|1 claim asks for a volume of class fast with 10Gi. Of the class"
                        + " there is none; none is made, since the driver publishes its storage capacity, and none of"
                        + " this class is there.",
                "dynamic-capacity-largest-volume|1 claim asks for a volume of class fast with 10Gi. Of the class there"
                        + " is none; nodes that take such a pod reach no storage capacity that is enough to make one.",
                "dynamic-selected-node-ignores-volumes|1 claim asks for a volume of class local with 10Gi. It is"
                        + " promised to n1, to be made there: volumes that exist do not count; none is made, since the"
                        + " class has no provisioner.",
                "dynamic-shared-claim-three-on-two|3 pods share claim default/c, still to be provisioned:"
                        + " kube-scheduler puts all of them on one node, and no node holds more than 2. Bind default/c"
                        + " first (run one pod that mounts it, or use volumeBindingMode Immediate).",
                "limit-own-attachment-counts-twice"
                        + "|n1 attaches 1 volume of csi.example.com and has 1 (1 of them by an attachment that no"
                        + " pod uses any more).",
                "bound-local-volume-node-full|p0: claim c is bound to volume v, which only n2 reaches.",
                "claim-missing|kube-scheduler's own message will speak of DynamicResources and not of the claim.",
            })
    void saysWhatStandsInTheWay(String name, String sentence) {
        Scenario scenario = scenario(name);
        GroupQuestion question = GroupQuestion.of(scenario.snapshot(), scenario.groups(), scenario.group())
                .orElseThrow();
        List<String> said = question.claims().volumeNotes().stream()
                .map(note -> VolumeNoteText.of(note, Voice.LIBRARY))
                .toList();
        assertThat(said).contains(sentence);
        assertThat(question.withoutVolumes().claims().volumeNotes()).isEmpty();
    }

    private static Scenario scenario(String name) {
        return Scenario.all("volumes").stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ofPlacement(String name) {
        Scenario scenario = scenario(name);
        return ofPlacement(GroupQuestion.of(scenario.snapshot(), scenario.groups(), scenario.group())
                .orElseThrow());
    }

    private static List<String> ofPlacement(GroupQuestion question) {
        Verdict.Feasible feasible = (Verdict.Feasible) question.answer(Budget.DEFAULT);
        return question.claims().volumeNotes(feasible.placement()).stream()
                .map(note -> VolumeNoteText.of(note, Voice.LIBRARY))
                .toList();
    }

    @Test
    void saysWhereTheSmallestFirstFails() {
        assertThat(ofPlacement("static-greedy-selector-trap"))
                .containsExactly("kube-scheduler is likely to fail here: it gives volume v to claim default/c0, and"
                        + " claim default/c1 gets none. Write the claimRef of the latter into the volume.");
        assertThat(ofPlacement("static-one-each")).isEmpty();
    }

    /** Volumes kept for the claim of a pod, on nodes by their hostname, and a node. */
    private static GroupQuestion kept(String mode, String... hosts) {
        StringBuilder text = new StringBuilder("""
                {apiVersion: v1, kind: Node, metadata: {name: n1, labels: {kubernetes.io/hostname: n1}}, status: \
                {allocatable: {cpu: 4, pods: 9}}}
                ---
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: local}, provisioner: \
                kubernetes.io/no-provisioner, volumeBindingMode: WaitForFirstConsumer}
                ---
                {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: default}, spec: \
                {schedulingPolicy: {gang: {minCount: 1}}}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: p0, namespace: default}, spec: {schedulingGroup: \
                {podGroupName: g}, volumes: [{name: a, persistentVolumeClaim: {claimName: c}}]}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: p1, namespace: default}, spec: {schedulingGroup: \
                {podGroupName: g}, volumes: [{name: a, persistentVolumeClaim: {claimName: c}}]}}
                """);
        text.append("---\n{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: default}, spec:"
                + " {accessModes: [" + mode + "], storageClassName: local}}\n");
        for (int v = 0; v < hosts.length; v++) {
            text.append("---\n{apiVersion: v1, kind: PersistentVolume, metadata: {name: v" + v
                    + "}, spec: {claimRef: {namespace: default, name: c}, storageClassName: local, nodeAffinity:"
                    + " {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In,"
                    + " values: [" + hosts[v] + "]}]}]}}}, status: {phase: Available}}\n");
        }
        ManifestWorld world = ManifestWorld.of(text.toString());
        return GroupQuestion.of(world.snapshot(), Groups.of(world.groups()), GroupRef.podGroup("default", "g"))
                .orElseThrow();
    }

    @Test
    void saysWhereSeveralVolumesAreKeptForOneClaim() {
        assertThat(ofPlacement(kept("ReadWriteOnce", "n1", "other")))
                .containsExactly("kube-scheduler may fail here: volumes v0, v1 are all kept for claim default/c. It"
                        + " takes the one that it comes to first, and n1 does not reach v1. Keep one of them.");
        assertThat(ofPlacement(kept("ReadWriteOnce", "n1"))).isEmpty();
    }

    @Test
    void saysWhereTheFirstPodOfASharedClaimChoosesForAll() {
        String text = """
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: local}, provisioner: \
                kubernetes.io/no-provisioner, volumeBindingMode: WaitForFirstConsumer}
                ---
                {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: default}, spec: \
                {schedulingPolicy: {gang: {minCount: 2}}}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: default}, spec: \
                {accessModes: [ReadWriteMany], storageClassName: local}}
                ---
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: wide}, spec: {capacity: {storage: 2Gi}, \
                accessModes: [ReadWriteMany], storageClassName: local}, status: {phase: Available}}
                ---
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: small}, spec: {capacity: {storage: 1Gi}, \
                accessModes: [ReadWriteMany], storageClassName: local, nodeAffinity: {required: {nodeSelectorTerms: \
                [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [n0]}]}]}}}, \
                status: {phase: Available}}
                """;
        for (int n = 0; n < 2; n++) {
            text += "---\n{apiVersion: v1, kind: Node, metadata: {name: n" + n + ", labels: {kubernetes.io/hostname: n"
                    + n + "}}, status: {allocatable: {cpu: 1, pods: 9}}}\n---\n{apiVersion: v1, kind: Pod, metadata:"
                    + " {name: p" + n + ", namespace: default}, spec: {schedulingGroup: {podGroupName: g}, containers:"
                    + " [{name: m, resources: {requests: {cpu: 1}}}], volumes: [{name: a, persistentVolumeClaim:"
                    + " {claimName: c}}]}}\n";
        }
        ManifestWorld world = ManifestWorld.of(text);
        GroupQuestion question = GroupQuestion.of(
                        world.snapshot(), Groups.of(world.groups()), GroupRef.podGroup("default", "g"))
                .orElseThrow();
        assertThat(ofPlacement(question))
                .containsExactly("kube-scheduler may fail here: of the pods that share claim default/c it gives the"
                        + " first the smallest volume that serves it, small, which n1 does not reach. Write the"
                        + " claimRef of the claim into the volume that it is to have.");
    }

    @Test
    void saysThatAClaimIsForOnePod() {
        assertThat(kept("ReadWriteOncePod", "n1").claims().volumeNotes())
                .contains(new VolumeNote.ForOnePod("default/c", 2));
        assertThat(kept("ReadWriteOnce", "n1").claims().volumeNotes())
                .doesNotHaveAnyElementsOfTypes(VolumeNote.ForOnePod.class);
    }
}
