package io.github.workload4j.gang.question;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.gang.eligibility.PodRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pod counts as where the scheduler scores nodes: as much as it asks, and 100m of cpu and 200 MiB of memory for
 * each container that asks none of it.
 *
 * @param cpu in thousandths
 * @param memory in bytes
 */
record ScoredRequest(long cpu, long memory) {

    private static final Map<String, Quantity> LEAST =
            Map.of("cpu", Quantity.ofMillis(100), "memory", Quantity.of(200L * 1024 * 1024));

    /** {@return what a pod asks} */
    static ScoredRequest asked(Pod pod) {
        long[] amounts = new long[2];
        PodRequest.of(pod, (resource, amount) -> {
            if (resource.equals("cpu")) {
                amounts[0] = amount;
            } else if (resource.equals("memory")) {
                amounts[1] = amount;
            }
        });
        return new ScoredRequest(amounts[0], amounts[1]);
    }

    /** {@return what a pod counts as} */
    static ScoredRequest counted(Pod pod) {
        boolean complete = true;
        for (String resource : LEAST.keySet()) {
            complete &= pod.spec().containers().stream().allMatch(container -> asks(container, resource))
                    && pod.spec().initContainers().stream().allMatch(container -> asks(container, resource));
        }
        return complete ? asked(pod) : asked(filled(pod));
    }

    private static boolean asks(Container container, String resource) {
        return container.resources().requests().containsKey(resource)
                || container.resources().limits().containsKey(resource);
    }

    private static Pod filled(Pod pod) {
        Map<String, Quantity> missing = new LinkedHashMap<>(LEAST);
        ResourceRequirements whole = pod.spec().resources();
        if (whole != null && !(whole.requests().isEmpty() && whole.limits().isEmpty())) {
            ScoredRequest asked = asked(pod);
            missing.keySet().removeIf(resource -> (resource.equals("cpu") ? asked.cpu : asked.memory) > 0);
        }
        return pod.withSpec(pod.spec().toBuilder()
                .containers(filled(pod.spec().containers(), missing))
                .initContainers(filled(pod.spec().initContainers(), missing))
                .build());
    }

    private static List<Container> filled(List<Container> containers, Map<String, Quantity> missing) {
        return containers.stream()
                .map(container -> {
                    Map<String, Quantity> requests =
                            new LinkedHashMap<>(container.resources().requests());
                    missing.forEach((resource, amount) -> {
                        if (!asks(container, resource)) {
                            requests.put(resource, amount);
                        }
                    });
                    return container.withResources(new ResourceRequirements(
                            requests, container.resources().limits()));
                })
                .toList();
    }
}
