package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * Nodes that a pod would rather go to; never decides what fits.
 *
 * @param weight how much rather, 1 to 100
 * @param preference which nodes
 */
public record PreferredSchedulingTerm(int weight, NodeSelectorTerm preference) implements ManifestValue {

    public PreferredSchedulingTerm {
        requireNonNull(preference, "preference");
    }
}
