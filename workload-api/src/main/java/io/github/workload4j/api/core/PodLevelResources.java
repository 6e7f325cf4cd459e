package io.github.workload4j.api.core;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a pod asks as a whole, for cpu, memory and huge pages: it stands in for the sum of its containers.
 *
 * <p>What is not said is filled in as the API server of every release does on write, once anything is said. Limits of
 * containers for huge pages are a limit of the pod. If the pod has a limit of any kind, what its containers ask of cpu
 * and memory is a request of the pod, and then a limit without a request is a request, for huge pages also where
 * containers ask some.
 */
final class PodLevelResources {

    private PodLevelResources() {}

    /**
     * Puts pod-level requests in the place of sums.
     *
     * @param asked what the containers ask together
     * @param sum what they take together
     */
    static void replace(Pod pod, Map<String, Quantity> asked, Map<String, Quantity> sum) {
        ResourceRequirements podLevel = pod.spec().resources();
        if (podLevel == null) {
            return;
        }
        Map<String, Quantity> requests = requests(pod, podLevel, asked);
        if (requests.keySet().stream().noneMatch(PodLevelResources::isSupported)) {
            return;
        }
        ResourceRequirements inForce = pod.status().resources();
        if (inForce != null) {
            if (PodResources.isResizeInfeasible(pod)) {
                requests.clear();
            }
            PodResources.merge(requests, inForce.requests(), Quantity::max);
            PodResources.merge(requests, pod.status().allocatedResources(), Quantity::max);
        }
        requests.forEach((resource, amount) -> {
            if (isSupported(resource)) {
                sum.put(resource, PodResources.written(amount));
            }
        });
    }

    private static Map<String, Quantity> requests(Pod pod, ResourceRequirements podLevel, Map<String, Quantity> asked) {
        Map<String, Quantity> requests = new LinkedHashMap<>(podLevel.requests());
        Map<String, Quantity> limits = new LinkedHashMap<>(podLevel.limits());
        if (!requests.isEmpty() || !limits.isEmpty()) {
            PodResources.sum(pod, PodLevelResources::limits).forEach((resource, amount) -> {
                if (isHugePages(resource) && !requests.containsKey(resource)) {
                    limits.putIfAbsent(resource, amount);
                }
            });
        }
        if (!limits.isEmpty()) {
            asked.forEach((resource, amount) -> {
                if (isSupported(resource) && !isHugePages(resource)) {
                    requests.putIfAbsent(resource, amount);
                }
            });
            limits.forEach(requests::putIfAbsent);
        }
        return requests;
    }

    private static Map<String, Quantity> limits(Container container) {
        return container.resources().limits();
    }

    private static boolean isSupported(String resource) {
        return resource.equals("cpu") || resource.equals("memory") || isHugePages(resource);
    }

    private static boolean isHugePages(String resource) {
        return resource.startsWith("hugepages-");
    }
}
