package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.ManifestWorld;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A pod that runs has the only device, and one of a higher priority wants it. */
class FreedClaimsTest {

    private static final String WORLD = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: d}
            spec: {priority: 9, schedulingPolicy: {gang: {minCount: 1}}}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: a}
            status: {allocatable: {cpu: 9, pods: 9}}
            ---
            apiVersion: resource.k8s.io/v1
            kind: DeviceClass
            metadata: {name: gpu}
            spec: {}
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceSlice
            metadata: {name: a}
            spec:
              driver: gpu.example.com
              nodeName: a
              pool: {name: a, generation: 1, resourceSliceCount: 1}
              devices: [{name: gpu-0}]
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceClaimTemplate
            metadata: {name: one, namespace: d}
            spec: {spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: wants, namespace: d}
            spec:
              priority: 9
              schedulingGroup: {podGroupName: g}
              resourceClaims: [{name: c, resourceClaimTemplateName: one}]
              containers: [{name: main, resources: {requests: {cpu: 1}}}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: has, namespace: d, uid: u1}
            spec:
              nodeName: a
              priority: 1
              resourceClaims: [{name: c, resourceClaimTemplateName: one}]
              containers: [{name: main, resources: {requests: {cpu: 1}}}]
            status: {phase: Running, resourceClaimStatuses: [{name: c, resourceClaimName: has-c}]}
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceClaim
            metadata:
              name: has-c
              namespace: d
              ownerReferences: [{apiVersion: v1, kind: Pod, name: has, uid: u1, controller: true}]
            spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}
            status:
              reservedFor: [USERS]
              allocation: {devices: {results: [{request: r, driver: gpu.example.com, pool: a, device: gpu-0}]}}
            """;

    private static List<String> leaving(String users) {
        ManifestWorld world = ManifestWorld.of(WORLD.replace("USERS", users));
        Groups groups = Groups.of(world.groups());
        GroupQuestion question = GroupQuestion.of(world.snapshot(), groups, GroupRef.podGroup("d", "g"))
                .orElseThrow();
        Optional<Evictions> evictions =
                Evictions.of(question, question.answer(Budget.DEFAULT), groups, List.of(), Budget.DEFAULT.meter());
        return evictions.stream()
                .flatMap(some -> some.fewest().stream())
                .flatMap(unit -> unit.pods().stream())
                .map(pod -> pod.metadata().name())
                .toList();
    }

    @Test
    void aPodThatLeavesLeavesItsDevices() {
        assertThat(leaving("{resource: pods, name: has, uid: u1}")).containsExactly("has");
        assertThat(leaving("")).containsExactly("has");
    }

    @Test
    void aClaimThatAnotherUsesKeepsThem() {
        assertThat(leaving("{resource: pods, name: has, uid: u1}, {resource: pods, name: other, uid: u2}"))
                .isEmpty();
        assertThat(leaving("{resource: pods, name: has, uid: u7}")).isEmpty();
    }
}
