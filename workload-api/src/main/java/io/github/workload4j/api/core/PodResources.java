package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What one pod takes of its node, per resource, as the scheduler counts it.
 *
 * <p>The larger of all containers together and of each init container with the sidecars declared before it; sidecars
 * (init containers that always restart) count with the containers. Pod-level requests replace the result for cpu,
 * memory and huge pages. The overhead comes on top. A limit without a request for the same resource is a request.
 *
 * <p>While the resources of a container are being changed in place, its request is the largest of what is asked,
 * allocated and in force, without what is asked if the change is infeasible.
 */
public final class PodResources {

    private PodResources() {}

    /**
     * {@return what a pod takes, by resource: exact, not rounded, resources that the scheduler does not compare
     * included; zero and negative amounts as they add up}
     */
    public static Map<String, Quantity> requested(Pod pod) {
        PodSpec spec = requireNonNull(pod, "pod").spec();
        Map<String, Quantity> sum = new LinkedHashMap<>();
        for (Container container : spec.containers()) {
            merge(sum, asked(container, pod, pod.status().containerStatuses()), Quantity::plus);
        }
        Map<String, Quantity> sidecars = new LinkedHashMap<>();
        Map<String, Quantity> init = new LinkedHashMap<>();
        for (Container container : spec.initContainers()) {
            Map<String, Quantity> asked = asked(container, pod, pod.status().initContainerStatuses());
            if (container.restartPolicy().equals("Always")) {
                merge(sum, asked, Quantity::plus);
                merge(sidecars, asked, Quantity::plus);
                merge(init, sidecars, Quantity::max);
            } else {
                Map<String, Quantity> peak = new LinkedHashMap<>(sidecars);
                merge(peak, asked, Quantity::plus);
                merge(init, peak, Quantity::max);
            }
        }
        merge(sum, init, Quantity::max);
        if (spec.resources() != null) {
            replaceByPodLevel(sum, spec.resources());
        }
        merge(sum, spec.overhead(), Quantity::plus);
        return sum;
    }

    /** A pod-level limit without a pod-level request is a request only where no container asks for the resource. */
    private static void replaceByPodLevel(Map<String, Quantity> sum, ResourceRequirements podLevel) {
        podLevel.limits().forEach((resource, amount) -> {
            if (isPodLevel(resource)) {
                sum.putIfAbsent(resource, amount);
            }
        });
        podLevel.requests().forEach((resource, amount) -> {
            if (isPodLevel(resource)) {
                sum.put(resource, amount);
            }
        });
    }

    private static boolean isPodLevel(String resource) {
        return resource.equals("cpu") || resource.equals("memory") || resource.startsWith("hugepages-");
    }

    private static Map<String, Quantity> asked(Container container, Pod pod, List<ContainerStatus> statuses) {
        Map<String, Quantity> asked = new LinkedHashMap<>(container.resources().requests());
        container.resources().limits().forEach(asked::putIfAbsent);
        for (ContainerStatus status : statuses) {
            ResourceRequirements inForce = status.resources();
            if (inForce != null && status.name().equals(container.name())) {
                if (isResizeInfeasible(pod)) {
                    asked.clear();
                }
                merge(asked, inForce.requests(), Quantity::max);
                merge(asked, status.allocatedResources(), Quantity::max);
            }
        }
        return asked;
    }

    private static boolean isResizeInfeasible(Pod pod) {
        for (Condition condition : pod.status().conditions()) {
            if (condition.type().equals("PodResizePending")
                    && condition.reason().equals("Infeasible")) {
                return true;
            }
        }
        return false;
    }

    private static void merge(
            Map<String, Quantity> into, Map<String, Quantity> from, BinaryOperator<Quantity> operation) {
        from.forEach((resource, amount) -> into.merge(resource, amount, operation));
    }
}
