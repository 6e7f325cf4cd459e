package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * Other pods that a pod would rather, or rather not, share a domain with; never decides what fits.
 *
 * @param weight how much rather, 1 to 100
 * @param podAffinityTerm which pods
 */
public record WeightedPodAffinityTerm(int weight, PodAffinityTerm podAffinityTerm) implements ManifestValue {

    public WeightedPodAffinityTerm {
        requireNonNull(podAffinityTerm, "podAffinityTerm");
    }
}
