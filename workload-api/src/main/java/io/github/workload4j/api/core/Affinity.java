package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules about nodes and other pods that must hold when a pod is placed, and wishes, which never decide what fits.
 *
 * <p>Fields of the API: {@code requiredDuringSchedulingIgnoredDuringExecution} and {@code
 * preferredDuringSchedulingIgnoredDuringExecution} of the three affinities.
 *
 * @param requiredNodeAffinity which nodes may take the pod, or null for all
 * @param requiredPodAffinity pods it must be with
 * @param requiredPodAntiAffinity pods it must not be with
 * @param preferredNodeAffinity nodes it would rather go to
 * @param preferredPodAffinity pods it would rather be with
 * @param preferredPodAntiAffinity pods it would rather not be with
 */
public record Affinity(
        @Nullable NodeSelector requiredNodeAffinity,
        List<PodAffinityTerm> requiredPodAffinity,
        List<PodAffinityTerm> requiredPodAntiAffinity,
        List<PreferredSchedulingTerm> preferredNodeAffinity,
        List<WeightedPodAffinityTerm> preferredPodAffinity,
        List<WeightedPodAffinityTerm> preferredPodAntiAffinity)
        implements ManifestValue {

    public Affinity {
        requiredPodAffinity = List.copyOf(requireNonNull(requiredPodAffinity, "requiredPodAffinity"));
        requiredPodAntiAffinity = List.copyOf(requireNonNull(requiredPodAntiAffinity, "requiredPodAntiAffinity"));
        preferredNodeAffinity = List.copyOf(requireNonNull(preferredNodeAffinity, "preferredNodeAffinity"));
        preferredPodAffinity = List.copyOf(requireNonNull(preferredPodAffinity, "preferredPodAffinity"));
        preferredPodAntiAffinity = List.copyOf(requireNonNull(preferredPodAntiAffinity, "preferredPodAntiAffinity"));
    }

    /** Rules without wishes. */
    public Affinity(
            @Nullable NodeSelector requiredNodeAffinity,
            List<PodAffinityTerm> requiredPodAffinity,
            List<PodAffinityTerm> requiredPodAntiAffinity) {
        this(requiredNodeAffinity, requiredPodAffinity, requiredPodAntiAffinity, List.of(), List.of(), List.of());
    }

    /** No rule. */
    public static final Affinity NONE = new Affinity(null, List.of(), List.of());
}
