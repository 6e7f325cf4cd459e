package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodResources;
import io.github.workload4j.api.core.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one pod takes of its node, per resource, as {@link PodResources} adds it up: cpu rounded up to thousandths,
 * everything else to whole units, once per pod.
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

    /** {@return whether a resource is one that a vendor's devices may stand for: a name with a domain of its own} */
    public static boolean isExtended(String resource) {
        int slash = resource.indexOf('/');
        return slash > 0
                && isCompared(resource)
                && !resource.substring(0, slash).endsWith("kubernetes.io");
    }

    /**
     * {@return an amount as nodes and pods are compared: cpu in thousandths, the rest in units, rounded up; held at the
     * limits of 64 bits}
     */
    public static long rounded(String resource, Quantity amount) {
        return resource.equals("cpu") ? amount.millis() : amount.units();
    }

    /** {@return the same, however large} */
    public static BigInteger exactly(String resource, Quantity amount) {
        BigDecimal exact = amount.amount();
        return (resource.equals("cpu") ? exact.movePointRight(3) : exact)
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger();
    }

    /** Hands out what the pod takes. */
    public static void of(Pod pod, Sink sink) {
        PodResources.requested(pod).forEach((resource, amount) -> hand(resource, amount, sink));
    }

    /** {@return what the pod takes, in the order of names} */
    public static Map<String, Long> amounts(Pod pod) {
        Map<String, Long> request = new TreeMap<>();
        for (Map.Entry<String, Quantity> each : PodResources.requested(pod).entrySet()) {
            if (isAsked(each.getKey(), each.getValue())) {
                request.put(each.getKey(), rounded(each.getKey(), each.getValue()));
            }
        }
        return request;
    }

    private static void hand(String resource, Quantity amount, Sink sink) {
        if (isAsked(resource, amount)) {
            sink.accept(resource, rounded(resource, amount));
        }
    }

    private static boolean isAsked(String resource, Quantity amount) {
        return amount.signum() > 0 && isCompared(resource);
    }
}
