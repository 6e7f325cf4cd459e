package io.github.workload4j.gang.podclass;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodResources;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.gang.devices.ClaimUse;
import io.github.workload4j.gang.eligibility.HostPorts;
import io.github.workload4j.gang.eligibility.NodeRules;
import io.github.workload4j.gang.eligibility.PodAffinity;
import io.github.workload4j.gang.eligibility.PodAntiAffinity;
import io.github.workload4j.gang.eligibility.PodRequest;
import io.github.workload4j.gang.eligibility.PodTerm;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.eligibility.TopologySpread;
import io.github.workload4j.gang.volume.VolumeSignature;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that rules see of a pending pod. Pods of one group and one signature are interchangeable. Labels are part of it
 * only where some rule looks at labels.
 *
 * @param request what it takes, by resource
 * @param nodeRules which nodes it may use
 * @param ports host ports
 * @param apart terms of required anti-affinity
 * @param together terms of required affinity
 * @param spread spread constraints that block
 * @param namespace namespace
 * @param labels labels that some rule looks at
 * @param volumes volumes that decide where it may go
 * @param claims its claims for devices, as far as devices are known
 */
public record PodSignature(
        Map<String, Long> request,
        NodeRules nodeRules,
        HostPorts ports,
        List<PodTerm> apart,
        List<PodTerm> together,
        List<TopologySpreadConstraint> spread,
        String namespace,
        Map<String, String> labels,
        VolumeSignature volumes,
        List<ClaimUse> claims) {

    /**
     * {@return the signature of a pod}
     *
     * <p>Of its labels only those with these keys are kept.
     *
     * @param known a pod whose signature is known, or null; of pods of one template a reader makes one request
     */
    static PodSignature of(
            Pod pod,
            Set<String> labelKeys,
            SchedulerRules rules,
            VolumeSignature volumes,
            List<ClaimUse> claims,
            PodClasses.@Nullable Entry known) {
        Map<String, Long> request = known != null && PodResources.requested(pod) == PodResources.requested(known.pod())
                ? known.signature().request()
                : PodRequest.amounts(pod);
        return new PodSignature(
                request,
                NodeRules.of(pod, rules),
                HostPorts.of(pod),
                PodAntiAffinity.terms(pod),
                PodAffinity.terms(pod),
                TopologySpread.blocking(pod),
                pod.metadata().namespace(),
                labels(pod, labelKeys),
                volumes,
                claims);
    }

    /** {@return the labels of a pod that have these keys, in their order} */
    static Map<String, String> labels(Pod pod, Set<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, String> labels = new TreeMap<>();
        pod.metadata().labels().forEach((key, value) -> {
            if (keys.contains(key)) {
                labels.put(key, value);
            }
        });
        return labels;
    }

    @Override
    public int hashCode() {
        return Objects.hash(request, ports, apart, together, spread, labels, volumes);
    }

    /** By hand, and cheap things first: every pod of a question is compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PodSignature that
                && (request == that.request || isSame(request, that.request))
                && Objects.equals(nodeRules, that.nodeRules)
                && Objects.equals(ports, that.ports)
                && Objects.equals(apart, that.apart)
                && Objects.equals(together, that.together)
                && Objects.equals(spread, that.spread)
                && namespace.equals(that.namespace)
                && Objects.equals(labels, that.labels)
                && Objects.equals(volumes, that.volumes)
                && Objects.equals(claims, that.claims);
    }

    /** Whether maps in the order of their keys are equal. */
    private static boolean isSame(Map<String, Long> a, Map<String, Long> b) {
        Iterator<Map.Entry<String, Long>> others = b.entrySet().iterator();
        for (Map.Entry<String, Long> each : a.entrySet()) {
            if (!others.hasNext() || !each.equals(others.next())) {
                return false;
            }
        }
        return !others.hasNext();
    }

    /** {@return the same with other volumes} */
    PodSignature withVolumes(VolumeSignature others) {
        return new PodSignature(request, nodeRules, ports, apart, together, spread, namespace, labels, others, claims);
    }

    /** {@return the same with other labels} */
    PodSignature withLabels(Map<String, String> others) {
        return new PodSignature(request, nodeRules, ports, apart, together, spread, namespace, others, volumes, claims);
    }

    /** {@return the same with other claims for devices} */
    PodSignature withClaims(List<ClaimUse> others) {
        return new PodSignature(request, nodeRules, ports, apart, together, spread, namespace, labels, volumes, others);
    }

    /** Adds the keys of labels of pods that the rules of a pod ask for. */
    static void addKeys(Pod pod, Set<String> keys) {
        if (pod.spec().affinity() != null) {
            pod.spec().affinity().requiredPodAffinity().forEach(term -> addKeys(term, keys));
            pod.spec().affinity().requiredPodAntiAffinity().forEach(term -> addKeys(term, keys));
        }
        for (TopologySpreadConstraint constraint : TopologySpread.blocking(pod)) {
            addKeys(constraint.labelSelector(), keys);
            keys.addAll(constraint.matchLabelKeys());
        }
    }

    private static void addKeys(PodAffinityTerm term, Set<String> keys) {
        addKeys(term.labelSelector(), keys);
        keys.addAll(term.matchLabelKeys());
        keys.addAll(term.mismatchLabelKeys());
    }

    /** Adds the keys that a selector asks for. */
    static void addKeys(@Nullable LabelSelector selector, Set<String> keys) {
        if (selector != null) {
            keys.addAll(selector.matchLabels().keySet());
            selector.matchExpressions().forEach(expression -> keys.add(expression.key()));
        }
    }
}
