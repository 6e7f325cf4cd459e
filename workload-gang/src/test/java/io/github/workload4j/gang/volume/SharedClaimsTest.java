package io.github.workload4j.gang.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import org.junit.jupiter.api.Test;

/** Claims that pods share each need a volume, or all of its pods on one node: that too few go round is proved. */
class SharedClaimsTest {

    private final StringBuilder text = new StringBuilder();

    /** Claims that several pods share, and nodes of some cpu; a pod asks for one. */
    private SharedClaimsTest claims(int count, int pods, int nodes, int cpu) {
        for (int n = 0; n < nodes; n++) {
            text.append("---\n{apiVersion: v1, kind: Node, metadata: {name: n" + n
                    + ", labels: {kubernetes.io/hostname: n" + n + "}}, status: {allocatable: {cpu: " + cpu
                    + ", pods: 110}}}\n");
        }
        for (int c = 0; c < count; c++) {
            text.append("---\n{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c" + c
                    + "}, spec: {accessModes: [ReadWriteMany], storageClassName: files, resources: {requests:"
                    + " {storage: 1Gi}}}}\n");
            for (int p = 0; p < pods; p++) {
                text.append("---\n{apiVersion: v1, kind: Pod, metadata: {name: p" + c + "-" + p
                        + "}, spec: {schedulingGroup: {podGroupName: g}, containers: [{name: m, resources: {requests:"
                        + " {cpu: 1}}}], volumes: [{name: a, persistentVolumeClaim: {claimName: c" + c + "}}]}}\n");
            }
        }
        return this;
    }

    /** Volumes that every node reaches, or of which each is reached by one node. */
    private SharedClaimsTest volumes(int count, int nodes) {
        for (int v = 0; v < count; v++) {
            String reach = nodes == 0
                    ? ""
                    : ", nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key:"
                            + " kubernetes.io/hostname, operator: In, values: [n" + v % nodes + "]}]}]}}";
            text.append("---\n{apiVersion: v1, kind: PersistentVolume, metadata: {name: v" + v
                    + "}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteMany], storageClassName: files"
                    + reach + "}, status: {phase: Available}}\n");
        }
        return this;
    }

    private Verdict answer(String provisioner, int needed) {
        ManifestWorld world = ManifestWorld.of(text + """
                ---
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: files}, provisioner: \
                %s, volumeBindingMode: WaitForFirstConsumer}
                ---
                {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g}, spec: \
                {schedulingPolicy: {gang: {minCount: %d}}}}
                """.formatted(provisioner, needed));
        Verdict verdict = world.answer(ClusterSetup.OPEN, "default", "g");
        if (verdict instanceof Verdict.Feasible feasible) {
            assertThat(world.replay(ClusterSetup.OPEN).objections(feasible)).isEmpty();
        } else {
            assertThat(verdict).isInstanceOf(Verdict.Infeasible.class);
            assertThat(((Verdict.Infeasible) verdict).evidence()).isInstanceOf(Evidence.Certified.class);
        }
        return verdict;
    }

    private Verdict answer(int needed) {
        return answer("kubernetes.io/no-provisioner", needed);
    }

    @Test
    void aHundredClaimsDoNotGetNinetyNineVolumes() {
        assertThat(new SharedClaimsTest()
                        .claims(100, 2, 20, 16)
                        .volumes(99, 0)
                        .answer(199)
                        .word())
                .isEqualTo("infeasible");
        assertThat(new SharedClaimsTest()
                        .claims(100, 2, 20, 16)
                        .volumes(99, 0)
                        .answer(198)
                        .word())
                .isEqualTo("feasible");
    }

    @Test
    void volumesOfSingleNodesAreCountedTogether() {
        assertThat(new SharedClaimsTest()
                        .claims(30, 2, 10, 8)
                        .volumes(29, 10)
                        .answer(60)
                        .word())
                .isEqualTo("infeasible");
        assertThat(new SharedClaimsTest()
                        .claims(30, 2, 10, 8)
                        .volumes(30, 10)
                        .answer(60)
                        .word())
                .isEqualTo("feasible");
    }

    @Test
    void aClaimThatIsMadeHasNoMorePodsThanANodeHolds() {
        assertThat(new SharedClaimsTest()
                        .claims(10, 4, 20, 3)
                        .volumes(9, 0)
                        .answer("csi.example.com", 40)
                        .word())
                .isEqualTo("infeasible");
        assertThat(new SharedClaimsTest()
                        .claims(10, 4, 20, 3)
                        .volumes(9, 0)
                        .answer("csi.example.com", 39)
                        .word())
                .isEqualTo("feasible");
    }
}
