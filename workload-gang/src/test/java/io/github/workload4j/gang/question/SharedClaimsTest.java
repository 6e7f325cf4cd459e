package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import org.junit.jupiter.api.Test;

/** Two hundred pods that share a claim for a device which one zone reaches. */
class SharedClaimsTest {

    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata: {name: %1$s%2$d, labels: {zone: %1$s}}
            status: {allocatable: {cpu: %3$d, pods: 110}}
            ---
            """;
    private static final String SLICE = """
            apiVersion: resource.k8s.io/v1
            kind: ResourceSlice
            metadata: {name: %1$s}
            spec:
              driver: gpu.example.com
              nodeSelector: {nodeSelectorTerms: [{matchExpressions: [{key: zone, operator: In, values: [%1$s]}]}]}
              pool: {name: %1$s, generation: 1, resourceSliceCount: 1}
              devices: [{name: gpu-0}]
            ---
            """;
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: p%d, namespace: d}
            spec:
              schedulingGroup: {podGroupName: g}
              resourceClaims: [{name: c, resourceClaimName: ours}]
              containers: [{name: main, resources: {requests: {cpu: 1}}}]
            ---
            """;
    private static final String REST = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: d}
            spec: {schedulingPolicy: {gang: {minCount: 200}}}
            ---
            apiVersion: resource.k8s.io/v1
            kind: DeviceClass
            metadata: {name: gpu}
            spec: {}
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceClaim
            metadata: {name: ours, namespace: d}
            spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}
            """;

    private static Verdict answer(int cpuOfA, int cpuOfB) {
        StringBuilder world = new StringBuilder();
        for (int n = 0; n < 4; n++) {
            world.append(NODE.formatted("a", n, cpuOfA)).append(NODE.formatted("b", n, cpuOfB));
        }
        world.append(SLICE.formatted("a")).append(SLICE.formatted("b"));
        for (int p = 0; p < 200; p++) {
            world.append(POD.formatted(p));
        }
        ManifestWorld read = ManifestWorld.of(world + REST);
        GroupRef group = GroupRef.podGroup("d", "g");
        return Feasibility.answer(read.snapshot(), Groups.of(read.groups()), group, Budget.steps(100_000));
    }

    @Test
    void theyAreAllInAZoneThatTakesThem() {
        Verdict.Feasible fits = (Verdict.Feasible) answer(49, 50);
        assertThat(fits.placement()).hasSize(200).allMatch(one -> one.node().startsWith("b"));
    }

    @Test
    void noZoneAloneTakesThemAndThatIsProved() {
        Verdict.Infeasible no = (Verdict.Infeasible) answer(49, 49);
        assertThat(no.evidence()).isInstanceOf(Evidence.Certified.class);
    }
}
