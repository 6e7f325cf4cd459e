package io.github.workload4j.api.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules about nodes and other pods that must hold when a pod is placed. Preferences are not read: they never decide
 * what fits.
 *
 * <p>Fields of the API: {@code requiredDuringSchedulingIgnoredDuringExecution} of the three affinities.
 *
 * @param requiredNodeAffinity which nodes may take the pod, or null for all
 * @param requiredPodAffinity pods it must be with
 * @param requiredPodAntiAffinity pods it must not be with
 */
public record Affinity(
        @Nullable NodeSelector requiredNodeAffinity,
        List<PodAffinityTerm> requiredPodAffinity,
        List<PodAffinityTerm> requiredPodAntiAffinity) {

    /** Checks presence and copies the collections. */
    public Affinity {
        requiredPodAffinity = List.copyOf(requiredPodAffinity);
        requiredPodAntiAffinity = List.copyOf(requiredPodAntiAffinity);
    }

    /** No rule. */
    public static final Affinity NONE = new Affinity(null, List.of(), List.of());
}
