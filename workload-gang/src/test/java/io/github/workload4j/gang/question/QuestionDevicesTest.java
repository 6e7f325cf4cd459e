package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pod that names a claim, and a node of too little cpu whose device the claim may get meanwhile. */
class QuestionDevicesTest {

    private static final String GROUP_AND_CLASS = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: d}
            spec: {schedulingPolicy: {gang: {minCount: 1}}}
            ---
            apiVersion: resource.k8s.io/v1
            kind: DeviceClass
            metadata: {name: gpu}
            spec: {}
            """;

    private static final String WORLD = GROUP_AND_CLASS + """
            ---
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

    private final List<SchedulingObject> groups = new ArrayList<>();

    private ClusterSnapshot snapshot(String text) {
        List<Node> nodes = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        List<ApiObject> others = new ArrayList<>();
        ManifestReader.strict().read(text).forEach(document -> {
            ApiObject object = ((Decoded) document).object();
            if (object instanceof Node node) {
                nodes.add(node);
            } else if (object instanceof Pod pod) {
                pods.add(pod);
            } else if (object instanceof SchedulingObject group) {
                groups.add(group);
            } else {
                others.add(object);
            }
        });
        return ClusterSnapshot.of(nodes, pods).withDevices(DeviceObjects.of(others));
    }

    @Test
    void aQuestionAskedOfAnotherSnapshotSeesTheClaimsAsTheyAreThere() {
        ClusterSnapshot open = snapshot(WORLD);
        Groups all = Groups.of(List.copyOf(groups));
        GroupRef group = GroupRef.podGroup("d", "g");
        GroupQuestion question = GroupQuestion.of(open, all, group).orElseThrow();
        ClusterSnapshot allocated = snapshot(WORLD + ALLOCATED);
        assertThat(question.answer(Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
        assertThat(Feasibility.answer(allocated, all, group, Budget.DEFAULT)).isInstanceOf(Verdict.Infeasible.class);
        assertThat(question.on(allocated).answer(Budget.DEFAULT)).isInstanceOf(Verdict.Infeasible.class);
        assertThat(question.on(allocated).on(open).answer(Budget.DEFAULT)).isInstanceOf(Verdict.Feasible.class);
    }

    private static final String NODE_WITH_A_DEVICE = """
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n#}
            status: {allocatable: {cpu: 1, pods: 9}}
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceSlice
            metadata: {name: n#}
            spec: {driver: gpu.example.com, nodeName: n#, pool: {name: n#, generation: 1, resourceSliceCount: 1},
              devices: [{name: gpu-0}]}
            """;

    private static final String POD_WITH_A_CLAIM = """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p#, namespace: d}
            spec:
              schedulingGroup: {podGroupName: g}
              resourceClaims: [{name: c, resourceClaimName: c#}]
              containers: [{name: main, resources: {requests: {cpu: 1}}}]
            ---
            apiVersion: resource.k8s.io/v1
            kind: ResourceClaim
            metadata: {name: c#, namespace: d}
            spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu}}]}}
            """;

    @Test
    void placementsAreGoneThroughWithoutRecursion() throws InterruptedException {
        StringBuilder world = new StringBuilder(GROUP_AND_CLASS);
        for (int i = 0; i < 150; i++) {
            world.append(NODE_WITH_A_DEVICE.replace("#", "" + i));
            world.append(i < 30 ? POD_WITH_A_CLAIM.replace("#", "" + i) : "");
        }
        ClusterSnapshot snapshot = snapshot(world.toString());
        GroupQuestion question = GroupQuestion.of(snapshot, Groups.of(groups), GroupRef.podGroup("d", "g"))
                .orElseThrow();
        List<Verdict> verdicts = new ArrayList<>();
        Thread small = new Thread(null, () -> verdicts.add(question.answer(Budget.DEFAULT)), "small stack", 200_000);
        small.start();
        small.join();
        assertThat(verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Feasible.class,
                        fits -> assertThat(fits.placed()).isEqualTo(30));
    }
}
