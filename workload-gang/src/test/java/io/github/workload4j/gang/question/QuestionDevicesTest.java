package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import org.junit.jupiter.api.Test;

/** A pod that names a claim, and a node of too little cpu whose device the claim may get meanwhile. */
class QuestionDevicesTest {

    private static final String WORLD = """
            apiVersion: v1
            kind: Node
            metadata: {name: small, labels: {kubernetes.io/hostname: small}}
            status: {allocatable: {cpu: 1, pods: 9}}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: large, labels: {kubernetes.io/hostname: large}}
            status: {allocatable: {cpu: 9, pods: 9}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: d}
            spec:
              schedulingGroup: {podGroupName: g}
              resourceClaims: [{name: c, resourceClaimName: shared}]
              containers: [{name: main, resources: {requests: {cpu: 2}}}]
            ---
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: d}
            spec: {schedulingPolicy: {gang: {minCount: 1}}}
            ---
            apiVersion: resource.k8s.io/v1
            kind: DeviceClass
            metadata: {name: gpu}
            spec: {}
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceSlice
            metadata: {name: small}
            spec:
              driver: gpu.example.com
              nodeName: small
              pool: {name: small, generation: 1, resourceSliceCount: 1}
              devices: [{name: gpu-0}]
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceSlice
            metadata: {name: large}
            spec:
              driver: gpu.example.com
              nodeName: large
              pool: {name: large, generation: 1, resourceSliceCount: 1}
              devices: [{name: gpu-0}]
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceClaim
            metadata: {name: shared, namespace: d}
            spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}
            """;

    private static final String ALLOCATED = """
            status:
              allocation:
                devices: {results: [{request: r, driver: gpu.example.com, pool: small, device: gpu-0}]}
                nodeSelector:
                  nodeSelectorTerms:
                  - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [small]}]
            """;

    @Test
    void aQuestionAskedOfAnotherSnapshotSeesTheClaimsAsTheyAreThere() {
        ManifestWorld world = ManifestWorld.of(WORLD);
        ClusterSnapshot open = world.snapshot();
        Groups all = Groups.of(world.groups());
        GroupRef group = GroupRef.podGroup("d", "g");
        GroupQuestion question = GroupQuestion.of(open, all, group).orElseThrow();
        ClusterSnapshot allocated = ManifestWorld.of(WORLD + ALLOCATED).snapshot();
        assertThat(question.answer(Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
        assertThat(Feasibility.answer(allocated, all, group, Budget.DEFAULT)).isInstanceOf(Verdict.Infeasible.class);
        assertThat(question.on(allocated).answer(Budget.DEFAULT)).isInstanceOf(Verdict.Infeasible.class);
        assertThat(question.on(allocated).on(open).answer(Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
    }
}
