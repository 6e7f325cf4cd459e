package io.github.workload4j.gang.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.StopReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A pod that names a claim twice wants two volumes for it: first those that are kept for the claim, then any. Two pods
 * that share such a claim want two volumes that both reach.
 */
class ClaimNamedTwiceTest {

    private static ManifestWorld world(int volumes, int cpu) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < 2; n++) {
            text.append("---\n{apiVersion: v1, kind: Node, metadata: {name: n" + n + "}, status: {allocatable: {cpu: "
                    + (n == 0 ? cpu : 1) + ", pods: 9}}}\n");
            text.append("---\n{apiVersion: v1, kind: Pod, metadata: {name: p" + n
                    + "}, spec: {schedulingGroup: {podGroupName: g}, containers: [{name: m, resources: {requests: {cpu:"
                    + " 1}}}], volumes: [{name: a, persistentVolumeClaim: {claimName: c}}, {name: b,"
                    + " persistentVolumeClaim: {claimName: c}}]}}\n");
        }
        for (int v = 0; v < volumes; v++) {
            text.append("---\n{apiVersion: v1, kind: PersistentVolume, metadata: {name: v" + v
                    + "}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], storageClassName: fast, csi:"
                    + " {driver: fast.example.com, volumeHandle: h" + v + "}}, status: {phase: Available}}\n");
        }
        return ManifestWorld.of(text + """
                        ---
                        {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}, spec: {accessModes: \
                        [ReadWriteMany], storageClassName: fast, resources: {requests: {storage: 1Gi}}}}
                        ---
                        {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: \
                        fast.example.com, volumeBindingMode: WaitForFirstConsumer}
                        ---
                        {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g}, spec: \
                        {schedulingPolicy: {gang: {minCount: 2}}}}
                        """);
    }

    private static Verdict answer(ManifestWorld world) {
        Verdict verdict = world.answer(ClusterSetup.OPEN, "default", "g");
        if (verdict instanceof Verdict.Feasible feasible) {
            assertThat(world.replay(ClusterSetup.OPEN).objections(feasible)).isEmpty();
        }
        return verdict;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 2, infeasible",
        "0, 2, 2, feasible",
        "1, 0, 2, infeasible",
        "1, 1, 1, feasible",
        "1, 1, 2, feasible",
        "1, 1, 3, infeasible",
        "1, 2, 3, feasible",
        "2, 0, 2, feasible",
        "2, 0, 3, infeasible",
        "2, 1, 3, feasible"
    })
    void volumesThatAreKeptForItComeFirst(int kept, int free, int times, String word) {
        StringBuilder text = new StringBuilder("""
                {apiVersion: v1, kind: Node, metadata: {name: n0}, status: {allocatable: {cpu: 1, pods: 9}}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, uid: u}, spec: {accessModes: \
                [ReadWriteOnce], storageClassName: local, resources: {requests: {storage: 1Gi}}}}
                ---
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: local}, provisioner: \
                kubernetes.io/no-provisioner, volumeBindingMode: WaitForFirstConsumer}
                ---
                {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g}, spec: \
                {schedulingPolicy: {gang: {minCount: 1}}}}
                """);
        for (int v = 0; v < kept + free; v++) {
            text.append("---\n{apiVersion: v1, kind: PersistentVolume, metadata: {name: v" + v
                    + "}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], storageClassName: local"
                    + (v < kept ? ", claimRef: {namespace: default, name: c}" : "")
                    + ", local: {path: /mnt}}, status: {phase: Available}}\n");
        }
        List<String> named = new ArrayList<>();
        for (int t = 0; t < times; t++) {
            named.add("{name: a" + t + ", persistentVolumeClaim: {claimName: c}}");
        }
        text.append("---\n{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {schedulingGroup: {podGroupName: g},"
                + " containers: [{name: m}], volumes: " + named + "}}\n");
        assertThat(answer(ManifestWorld.of(text.toString())).word()).isEqualTo(word);
    }

    @Test
    void twoVolumesThatReachBothNodesAreEnough() {
        assertThat(answer(world(2, 1))).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void aSecondVolumeThatIsMadeIsAnAnswerOnlyWhereAllOfThemAre() {
        assertThat(answer(world(1, 1)))
                .isInstanceOfSatisfying(
                        Verdict.Undetermined.class,
                        open -> assertThat(open.stopped()).isEqualTo(StopReason.CLAIMS));
        assertThat(answer(world(1, 2))).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void theCheckerRefusesASecondVolumeMadeOnEachNode() {
        List<ClaimChoice> both = List.of(ClaimChoice.volume("c", "v0"), ClaimChoice.provision("c", "fast"));
        List<Assignment> apart =
                List.of(new Assignment("default", "p0", "n0", both), new Assignment("default", "p1", "n1", both));
        List<Assignment> unsaid = List.of(
                new Assignment("default", "p0", "n0", List.of()), new Assignment("default", "p1", "n1", List.of()));
        for (List<Assignment> placement : List.of(apart, unsaid)) {
            assertThat(world(1, 1).replay(ClusterSetup.OPEN).objections(GroupRef.podGroup("default", "g"), placement))
                    .isNotEmpty();
        }
    }
}
