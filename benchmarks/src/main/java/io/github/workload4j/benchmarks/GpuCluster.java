package io.github.workload4j.benchmarks;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 15,000 GPU nodes in 938 racks and three zones, with about 37,000 pods on them. */
final class GpuCluster {

    private static final int NODES = 15_000;

    private GpuCluster() {}

    static List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (int n = 0; n < NODES; n++) {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("kubernetes.io/hostname", "n" + n);
            labels.put("example.com/rack", "r" + n / 16);
            labels.put("topology.kubernetes.io/zone", "z" + n / 5_000);
            Map<String, Quantity> allocatable = new LinkedHashMap<>();
            allocatable.put("cpu", Quantity.of(96));
            allocatable.put("memory", Quantity.of(768L << 30));
            allocatable.put("nvidia.com/gpu", Quantity.of(8));
            allocatable.put("pods", Quantity.of(110));
            List<Taint> taints = n % 50 == 0 ? List.of(new Taint("dedicated", "infra", "NoSchedule")) : List.of();
            nodes.add(new Node(
                    ObjectMeta.builder().name("n" + n).labels(labels).build(),
                    new NodeSpec(n % 211 == 0, taints),
                    new NodeStatus(Map.of(), allocatable)));
        }
        return nodes;
    }

    static List<Pod> pods() {
        List<Pod> pods = new ArrayList<>();
        for (int n = 0; n < NODES; n++) {
            for (int p = 0; p < 1 + n % 4; p++) {
                pods.add(pod("other-" + n + "-" + p, "n" + n, 4 + n % 7, 1 + (n + p) % 3, null));
            }
        }
        return pods;
    }

    static Pod pod(String name, String node, int cpu, int gpu, @Nullable String group) {
        Map<String, Quantity> requests = new LinkedHashMap<>();
        requests.put("cpu", Quantity.of(cpu));
        requests.put("memory", Quantity.of((long) cpu << 32));
        requests.put("nvidia.com/gpu", Quantity.of(gpu));
        PodSpec.Builder spec = PodSpec.builder().nodeName(node).containers(List.of(Container.of("main", requests)));
        if (group != null) {
            spec.schedulingGroup(new PodSchedulingGroup(group));
        }
        return new Pod(ObjectMeta.of("ml", name), spec.build(), PodStatus.EMPTY);
    }
}
