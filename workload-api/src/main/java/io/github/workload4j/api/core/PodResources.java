package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one pod takes of its node, per resource, as the scheduler counts it.
 *
 * <p>The larger of all containers together and of each init container with the sidecars declared before it; sidecars
 * (init containers that always restart) count with the containers. A limit without a request for the same resource is a
 * request. Pod-level requests replace the result for cpu, memory and huge pages. The overhead comes on top. Every
 * amount is rounded up to thousandths before it is added, as the API server of every release does on write.
 *
 * <p>A pod-level request that is not said is filled in as the API server of every release does on write, once anything
 * is said on that level. Limits of containers for huge pages are a limit of the pod. If the pod has a limit of any
 * kind, what its containers ask of cpu and memory is a request of the pod, and then a limit without a request is a
 * request, for huge pages also where containers ask some.
 *
 * <p>While resources are being changed in place, all is added up three times: as asked, as set aside, as in force; what
 * the pod takes is the largest sum of each resource, without what is asked if the change is infeasible. What a status
 * does not say is what is set aside, or else what is asked; if the change is infeasible, nothing. A status of the pod
 * as a whole stands in for those of its containers.
 *
 * <p>Source: {@code k8s.io/component-helpers}, resource/helpers.go, and the defaults of {@code core/v1}; the same from
 * 1.36 to 1.38 with default feature gates.
 */
public final class PodResources {

    private PodResources() {}

    /**
     * {@return what a pod takes, by resource: not rounded further, resources that the scheduler does not compare
     * included; zero and negative amounts as they add up}
     */
    public static Map<String, Quantity> requested(Pod pod) {
        PodSpec spec = requireNonNull(pod, "pod").spec();
        boolean plain = spec.containers().size() == 1
                && spec.initContainers().isEmpty()
                && spec.overhead().isEmpty()
                && spec.resources() == null
                && !isBeingResized(pod);
        return plain ? asked(spec.containers().get(0)) : exact(pod);
    }

    private static Map<String, Quantity> exact(Pod pod) {
        Map<String, Quantity> asked = sum(pod, PodResources::asked);
        Map<String, Quantity> sum = new LinkedHashMap<>(asked);
        if (isBeingResized(pod)) {
            boolean infeasible = isResizeInfeasible(pod);
            sum = infeasible ? new LinkedHashMap<>() : sum;
            ResourceRequirements inForce = pod.status().resources();
            if (!pod.status().allocatedResources().isEmpty()
                    && inForce != null
                    && !inForce.requests().isEmpty()) {
                merge(sum, pod.status().allocatedResources(), Quantity::max);
                merge(sum, inForce.requests(), Quantity::max);
            } else {
                ContainerStatuses said = new ContainerStatuses(pod.status());
                merge(sum, sum(pod, container -> said.setAside(container, infeasible)), Quantity::max);
                merge(sum, sum(pod, container -> said.inForce(container, infeasible)), Quantity::max);
            }
        }
        PodLevelResources.replace(pod, asked, sum);
        merge(sum, pod.spec().overhead(), Quantity::plus);
        return sum;
    }

    /** {@return all containers, or one that starts with the sidecars before it, whichever is more} */
    static Map<String, Quantity> sum(Pod pod, Function<Container, Map<String, Quantity>> of) {
        Map<String, Quantity> sum = new LinkedHashMap<>();
        for (Container container : pod.spec().containers()) {
            merge(sum, of.apply(container), Quantity::plus);
        }
        Map<String, Quantity> sidecars = new LinkedHashMap<>();
        Map<String, Quantity> init = new LinkedHashMap<>();
        for (Container container : pod.spec().initContainers()) {
            Map<String, Quantity> own = of.apply(container);
            if (container.restartPolicy().equals("Always")) {
                merge(sum, own, Quantity::plus);
                merge(sidecars, own, Quantity::plus);
                merge(init, sidecars, Quantity::max);
            } else {
                Map<String, Quantity> peak = new LinkedHashMap<>(sidecars);
                merge(peak, own, Quantity::plus);
                merge(init, peak, Quantity::max);
            }
        }
        merge(sum, init, Quantity::max);
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
        boolean infeasible = isResizeInfeasible(pod);
        ContainerStatuses said = new ContainerStatuses(pod.status());
        Function<Container, Quantity> most = container -> most(container, said, infeasible, resource);
        List<RequestPart> running = new ArrayList<>();
        Quantity sidecars = Quantity.ZERO;
        RequestPart starting = null;
        int beforeIt = 0;
        for (Container container : spec.initContainers()) {
            boolean sidecar = container.restartPolicy().equals("Always");
            RequestPart.Kind kind = sidecar ? RequestPart.Kind.SIDECAR : RequestPart.Kind.INIT;
            RequestPart part = new RequestPart(kind, container.name(), most.apply(container));
            if (sidecar) {
                running.add(part);
                sidecars = sidecars.plus(part.amount());
            } else if (sidecars.plus(part.amount()).compareTo(ofContainers) == 0) {
                starting = part;
                beforeIt = running.size();
            }
        }
        for (Container container : spec.containers()) {
            running.add(new RequestPart(RequestPart.Kind.CONTAINER, container.name(), most.apply(container)));
        }
        List<RequestPart> parts = running;
        if (sum(running).compareTo(ofContainers) != 0) {
            parts = new ArrayList<>(running.subList(0, starting == null ? 0 : beforeIt));
            parts.add(starting == null ? new RequestPart(RequestPart.Kind.POD, "", ofContainers) : starting);
        }
        parts.add(new RequestPart(RequestPart.Kind.OVERHEAD, "", overhead));
        parts.removeIf(part -> part.amount().signum() == 0);
        return List.copyOf(parts);
    }

    private static Quantity sum(List<RequestPart> parts) {
        return parts.stream().map(RequestPart::amount).reduce(Quantity.ZERO, Quantity::plus);
    }

    /** {@return the most of what a container asks, has set aside and has in force of a resource} */
    private static Quantity most(Container container, ContainerStatuses said, boolean infeasible, String resource) {
        return Stream.of(
                        infeasible ? Map.<String, Quantity>of() : asked(container),
                        said.setAside(container, infeasible),
                        said.inForce(container, infeasible))
                .flatMap(amounts -> Stream.ofNullable(amounts.get(resource)))
                .map(PodResources::written)
                .reduce(Quantity::max)
                .orElse(Quantity.ZERO);
    }

    /** {@return what a container asks; a limit without a request is a request} */
    static Map<String, Quantity> asked(Container container) {
        Map<String, Quantity> requests = container.resources().requests();
        Map<String, Quantity> limits = container.resources().limits();
        if (limits.isEmpty() || requests.keySet().containsAll(limits.keySet())) {
            return requests;
        }
        Map<String, Quantity> asked = new LinkedHashMap<>(requests);
        limits.forEach(asked::putIfAbsent);
        return asked;
    }

    /** {@return whether some status may say something else than what is asked} */
    private static boolean isBeingResized(Pod pod) {
        return !pod.status().allocatedResources().isEmpty()
                || isResizeInfeasible(pod)
                || ContainerStatuses.sayElse(pod);
    }

    static boolean isResizeInfeasible(Pod pod) {
        for (Condition condition : pod.status().conditions()) {
            if (condition.type().equals("PodResizePending")) {
                return condition.reason().equals("Infeasible");
            }
        }
        return false;
    }

    /** Merges amounts, those that come in rounded up to thousandths. */
    static void merge(Map<String, Quantity> into, Map<String, Quantity> from, BinaryOperator<Quantity> operation) {
        from.forEach((resource, amount) -> into.merge(resource, written(amount), operation));
    }

    /** {@return the amount as the API server of every release keeps it} */
    static Quantity written(Quantity amount) {
        return amount.amount().scale() <= 3 ? amount : Quantity.ofMillis(amount.millis());
    }
}
