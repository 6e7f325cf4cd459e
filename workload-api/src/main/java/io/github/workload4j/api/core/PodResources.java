package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.Condition;
import java.util.ArrayList;
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

    /**
     * {@return what the amount that a pod takes of a resource is made of, in the order of the manifest, the overhead
     * last: parts that add up to it, none of them zero}
     */
    public static List<RequestPart> parts(Pod pod, String resource) {
        PodSpec spec = requireNonNull(pod, "pod").spec();
        Quantity total = requested(pod).getOrDefault(requireNonNull(resource, "resource"), Quantity.ZERO);
        Quantity overhead = spec.overhead().getOrDefault(resource, Quantity.ZERO);
        Quantity ofContainers = total.minus(overhead);
        List<RequestPart> running = new ArrayList<>();
        List<RequestPart> starting = List.of();
        for (Container container : spec.initContainers()) {
            boolean sidecar = container.restartPolicy().equals("Always");
            RequestPart part = part(
                    sidecar ? RequestPart.Kind.SIDECAR : RequestPart.Kind.INIT,
                    container,
                    asked(container, pod, pod.status().initContainerStatuses()),
                    resource);
            List<RequestPart> withSidecars = new ArrayList<>(running);
            withSidecars.add(part);
            starting = !sidecar && sum(withSidecars).compareTo(ofContainers) == 0 ? withSidecars : starting;
            if (sidecar) {
                running.add(part);
            }
        }
        for (Container container : spec.containers()) {
            Map<String, Quantity> asked = asked(container, pod, pod.status().containerStatuses());
            running.add(part(RequestPart.Kind.CONTAINER, container, asked, resource));
        }
        List<RequestPart> parts = new ArrayList<>(
                sum(running).compareTo(ofContainers) == 0
                        ? running
                        : starting.isEmpty()
                                ? List.of(new RequestPart(RequestPart.Kind.POD, "", ofContainers))
                                : starting);
        parts.add(new RequestPart(RequestPart.Kind.OVERHEAD, "", overhead));
        parts.removeIf(part -> part.amount().signum() == 0);
        return List.copyOf(parts);
    }

    private static RequestPart part(
            RequestPart.Kind kind, Container container, Map<String, Quantity> asked, String resource) {
        return new RequestPart(kind, container.name(), asked.getOrDefault(resource, Quantity.ZERO));
    }

    private static Quantity sum(List<RequestPart> parts) {
        return parts.stream().map(RequestPart::amount).reduce(Quantity.ZERO, Quantity::plus);
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
