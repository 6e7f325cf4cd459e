package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of placements of as many pods, one that attaches no volume for one node to two comes first, and none is refused. */
class AttachedOnceTest {

    private static final String CLUSTER = """
            ---
            {apiVersion: storage.k8s.io/v1, kind: CSINode, metadata: {name: other}, spec: {drivers: []}}
            ---
            {apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: csi.example.com}, spec: {}}
            ---
            {apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {capacity: {storage: 1Gi},
              accessModes: [ReadWriteOnce], storageClassName: fast, csi: {driver: csi.example.com, volumeHandle: h}}}
            ---
            {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: default,
              annotations: {pv.kubernetes.io/bind-completed: 'yes'}}, spec: {accessModes: [ReadWriteOnce],
              storageClassName: fast, volumeName: v, resources: {requests: {storage: 1Gi}}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: a, namespace: default}, spec: {schedulingGroup: {podGroupName:
              g}, containers: [{name: m, resources: {requests: {cpu: 1}}}],
              volumes: [{name: a, persistentVolumeClaim: {claimName: c}}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: z, namespace: default}, spec: {schedulingGroup: {podGroupName:
              g}, containers: [{name: m, resources: {requests: {cpu: 900m}}}],
              volumes: [{name: a, persistentVolumeClaim: {claimName: c}}]}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: m, namespace: default}, spec: {schedulingGroup: {podGroupName:
              g}, containers: [{name: m, resources: {requests: {cpu: 1}}}]}}
            ---
            {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: default}, spec:
              {schedulingPolicy: {gang: {minCount: 3}}}}
            """;

    @Test
    void podsOfOneVolumeAreTogether() {
        Verdict.Feasible answer = answer(node("n0", 2) + node("n1", 2));
        assertThat(nodeOf(answer, "a")).isEqualTo(nodeOf(answer, "z"));
        assertThat(answer.about().unmodelled()).isEmpty();
    }

    @Test
    void wherePodsAreWithAnotherThatRunsIsPreferred() {
        String old = """
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: old, namespace: default}, spec: {nodeName: n1,
                  containers: [{name: m}], volumes: [{name: a, persistentVolumeClaim: {claimName: c}}]}}
                """;
        Verdict.Feasible answer = answer(node("n0", 4) + node("n1", 2) + old);
        assertThat(List.of(nodeOf(answer, "a"), nodeOf(answer, "z"))).containsOnly("n1");
        assertThat(answer.about().unmodelled()).isEmpty();
    }

    @Test
    void nothingIsRefusedForIt() {
        Verdict.Feasible answer = answer(node("n0", 1) + node("n1", 1) + node("n2", 1));
        assertThat(answer.placed()).isEqualTo(3);
        assertThat(answer.about().unmodelled())
                .extracting(Unmodelled::what)
                .containsExactly(Unmodelled.What.MULTI_ATTACH);
    }

    private static String node(String name, int cpu) {
        return "---\n{apiVersion: v1, kind: Node, metadata: {name: " + name + "}, status: {allocatable: {cpu: " + cpu
                + ", pods: 10}}}\n";
    }

    private static Verdict.Feasible answer(String nodes) {
        return (Verdict.Feasible) ManifestWorld.of(nodes + CLUSTER).answer(ClusterSetup.OPEN, "default", "g");
    }

    private static String nodeOf(Verdict.Feasible answer, String pod) {
        return answer.placement().stream()
                .filter(each -> each.pod().equals(pod))
                .map(Assignment::node)
                .findFirst()
                .orElseThrow();
    }
}
