package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.gang.NamedPodClass;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pods that ask something else of a resource, whatever they are made of: containers, init containers, overhead, the pod
 * as a whole.
 */
final class PodRequests {

    private PodRequests() {}

    static void requireAmount(String resource, long amount) {
        requireNonNull(resource, "resource");
        if (amount < 0) {
            throw new IllegalArgumentException("amount: " + amount + " (expected: 0 or more)");
        }
    }

    /** {@return the pod asking nothing of a resource} */
    static Pod without(Pod pod, String resource) {
        PodSpec spec = pod.spec();
        ResourceRequirements whole = spec.resources();
        PodSpec changed = spec.toBuilder()
                .containers(without(spec.containers(), resource))
                .initContainers(without(spec.initContainers(), resource))
                .overhead(without(spec.overhead(), resource))
                .resources(whole == null ? null : without(whole, resource))
                .build();
        return new Pod(pod.metadata(), changed, PodStatus.EMPTY);
    }

    /**
     * {@return the pod asking this much of a resource in all}
     *
     * @param amount cpu in thousandths, the rest in units
     */
    static Pod with(Pod pod, String resource, long amount) {
        Pod bare = without(pod, resource);
        Quantity quantity = resource.equals("cpu") ? Quantity.ofMillis(amount) : Quantity.of(amount);
        Map<String, Quantity> overhead = new LinkedHashMap<>(bare.spec().overhead());
        if (amount > 0) {
            overhead.put(resource, quantity);
        }
        return bare.withSpec(bare.spec().toBuilder().overhead(overhead).build());
    }

    /**
     * {@return the same question about pods of which none asks more than this in all; those that ask less stay as they
     * are}
     *
     * @param amount cpu in thousandths, the rest in units
     */
    static GroupQuestion atMost(GroupQuestion question, String resource, long amount) {
        Map<Pod, Long> asked = new IdentityHashMap<>();
        for (NamedPodClass kind : question.podClasses()) {
            asked.put(kind.pod(), kind.request().getOrDefault(resource, 0L));
        }
        return question.withPods(
                pod -> asked.getOrDefault(pod, 0L) <= amount ? pod : PodRequests.with(pod, resource, amount));
    }

    private static List<Container> without(List<Container> containers, String resource) {
        return containers.stream()
                .map(each -> each.withResources(without(each.resources(), resource)))
                .toList();
    }

    private static ResourceRequirements without(ResourceRequirements asked, String resource) {
        return new ResourceRequirements(without(asked.requests(), resource), without(asked.limits(), resource));
    }

    private static Map<String, Quantity> without(Map<String, Quantity> amounts, String resource) {
        Map<String, Quantity> rest = new LinkedHashMap<>(amounts);
        rest.remove(resource);
        return rest;
    }
}
