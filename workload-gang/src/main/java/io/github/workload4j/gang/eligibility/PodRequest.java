package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.meta.Condition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What one pod takes of its node, per resource.
 *
 * <p>The larger of all containers together and of each init container with the sidecars declared before it; sidecars
 * (init containers that always restart) count with the containers. Pod-level requests replace the result for cpu,
 * memory and huge pages. The overhead comes on top. A limit without a request for the same resource is a request. All
 * sums are exact; cpu is rounded up to thousandths, everything else to whole units, once per pod.
 *
 * <p>While the resources of a container are being changed in place, its request is the largest of what is asked,
 * allocated and in force, without what is asked if the change is infeasible.
 *
 * <p>Only {@linkplain #isCompared compared resources} are kept. Amounts below zero count as zero.
 */
public final class PodRequest {

    /** The name under which the number of pods on a node is a resource. */
    public static final String SLOTS = "pods";

    private PodRequest() {}

    /** Takes one resource of a request. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Called for each resource with more than 0 asked, in no particular order: cpu in thousandths, the rest in
         * units.
         */
        void accept(String resource, long amount);
    }

    /**
     * Tells whether the scheduler compares a resource: cpu, memory, ephemeral storage, huge pages, attachable volumes,
     * and every name with a domain ({@code vendor.example/device}), unless it begins with {@code requests.}. Other
     * names are ignored.
     */
    public static boolean isCompared(String resource) {
        return switch (resource) {
            case "cpu", "memory", "ephemeral-storage" -> true;
            default ->
                resource.startsWith("hugepages-")
                        || resource.startsWith("attachable-volumes-")
                        || resource.indexOf('/') > 0 && !resource.startsWith("requests.");
        };
    }

    /** {@return an amount as nodes and pods are compared: cpu in thousandths, the rest in units, rounded up} */
    public static long rounded(String resource, Quantity amount) {
        return resource.equals("cpu") ? amount.millis() : amount.units();
    }

    /** Hands out what the pod takes. */
    public static void of(Pod pod, Sink sink) {
        PodSpec spec = pod.spec();
        boolean plain = spec.containers().size() == 1
                && spec.initContainers().isEmpty()
                && spec.overhead().isEmpty()
                && spec.resources() == null
                && pod.status().containerStatuses().isEmpty();
        if (plain) {
            plain(spec.containers().get(0).resources(), sink);
        } else {
            sum(pod).forEach((resource, amount) -> hand(resource, amount, sink));
        }
    }

    private static void plain(ResourceRequirements resources, Sink sink) {
        Map<String, Quantity> requests = resources.requests();
        requests.forEach((resource, amount) -> hand(resource, amount, sink));
        resources.limits().forEach((resource, amount) -> {
            if (!requests.containsKey(resource)) {
                hand(resource, amount, sink);
            }
        });
    }

    private static void hand(String resource, Quantity amount, Sink sink) {
        if (amount.signum() > 0 && isCompared(resource)) {
            sink.accept(resource, rounded(resource, amount));
        }
    }

    private static Map<String, Quantity> sum(Pod pod) {
        PodSpec spec = pod.spec();
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
