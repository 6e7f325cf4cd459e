package io.github.workload4j.gang.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClaimChoice;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two pods share a claim that is not bound, and each names it twice: it wants two volumes, which both reach both. */
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

    @Test
    void twoVolumesThatReachBothNodesAreEnough() {
        assertThat(answer(world(2, 1))).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void aSecondVolumeIsMadeOnlyWhereAllOfThemAre() {
        assertThat(answer(world(1, 1))).isInstanceOf(Verdict.Infeasible.class);
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
