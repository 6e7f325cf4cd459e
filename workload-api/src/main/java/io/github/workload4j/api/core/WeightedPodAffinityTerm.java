package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

/**
 * Other pods that a pod would rather, or rather not, share a domain with; never decides what fits.
 *
 * @param weight how much rather, 1 to 100
 * @param podAffinityTerm which pods
 */
public record WeightedPodAffinityTerm(int weight, PodAffinityTerm podAffinityTerm) {

    /** Checks presence. */
    public WeightedPodAffinityTerm {
        requireNonNull(podAffinityTerm, "podAffinityTerm");
    }
}
