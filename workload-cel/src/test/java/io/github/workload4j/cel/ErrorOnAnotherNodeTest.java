package io.github.workload4j.cel;

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
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A selector that fails on a device of one node makes the scheduler give the pod up, if it looks at that node. */
class ErrorOnAnotherNodeTest {

    private static final String REST = """
            ---
            {apiVersion: v1, kind: Node, metadata: {name: n2}, status: {allocatable: {cpu: 4, pods: 9}}}
            ---
            {apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: fast}, spec: {selectors: [{cel:
              {expression: 'device.attributes["gpu.example.com"].fast'}}]}}
            ---
            {apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: s1}, spec: {driver: gpu.example.com,
              nodeName: n1, pool: {name: n1, generation: 1, resourceSliceCount: 1}, devices: [{name: a}]}}
            ---
            {apiVersion: resource.k8s.io/v1, kind: ResourceSlice, metadata: {name: s2}, spec: {driver: gpu.example.com,
              nodeName: n2, pool: {name: n2, generation: 1, resourceSliceCount: 1}, devices: [{name: a,
              attributes: {fast: {bool: true}}}]}}
            ---
            {apiVersion: resource.k8s.io/v1, kind: ResourceClaim, metadata: {name: c, namespace: d}, spec: {devices:
              {requests: [{name: r, exactly: {deviceClassName: fast}}]}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: d}, spec: {schedulingGroup: {podGroupName: g},
              containers: [{name: m, resources: {requests: {cpu: 1}}}],
              resourceClaims: [{name: c, resourceClaimName: c}]}}
            ---
            {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: d}, spec:
              {schedulingPolicy: {gang: {minCount: 1}}}}
            """;

    @ParameterizedTest
    @CsvSource({"4, undetermined", "0, feasible"})
    void decidesOnlyIfThePodMayBeThere(int cpu, String word) {
        List<ApiObject> objects = new ArrayList<>();
        String node = "{apiVersion: v1, kind: Node, metadata: {name: n1}, status: {allocatable: {cpu: " + cpu
                + ", pods: 9}}}\n";
        ManifestReader.strict().read(node + REST).forEach(document -> objects.add(((Decoded) document).object()));
        ClusterSnapshot snapshot = ClusterSnapshot.of(only(objects, Node.class), only(objects, Pod.class))
                .withDevices(DeviceObjects.of(objects));
        Verdict verdict = Feasibility.answer(
                snapshot,
                Groups.of(only(objects, SchedulingObject.class)),
                GroupRef.podGroup("d", "g"),
                Budget.DEFAULT);
        assertThat(verdict.word()).isEqualTo(word);
    }

    private static <T> List<T> only(List<ApiObject> objects, Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
