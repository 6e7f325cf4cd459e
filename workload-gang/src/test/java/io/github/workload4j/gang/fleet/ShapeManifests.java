package io.github.workload4j.gang.fleet;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;

/** Shapes of tests as manifests, and pods in their way. */
final class ShapeManifests {

    private ShapeManifests() {}

    static String gang(int pods, String cpu, boolean inRack) {
        StringBuilder text = new StringBuilder();
        text.append("{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: train, namespace: ml},")
                .append(" spec: {schedulingPolicy: {gang: {minCount: " + pods + "}}")
                .append(inRack ? ", schedulingConstraints: {topology: [{key: example.com/rack}]}" : "")
                .append("}}\n");
        for (int p = 0; p < pods; p++) {
            text.append("---\n{apiVersion: v1, kind: Pod, metadata: {name: train-" + p + ", namespace: ml}, spec:"
                    + " {schedulingGroup: {podGroupName: train}, containers: [{name: c, image: i,"
                    + " resources: {requests: {cpu: \"" + cpu + "\"}}}]}}\n");
        }
        return text.toString();
    }

    static Pod running(String name, String node, int cpu) {
        return new Pod(
                ObjectMeta.of("team", name),
                PodSpec.builder()
                        .nodeName(node)
                        .containers(List.of(Container.of("main", Map.of("cpu", Quantity.of(cpu)))))
                        .build(),
                PodStatus.EMPTY);
    }
}
