package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * A question about nodes: at least one term must hold.
 *
 * @param nodeSelectorTerms terms; one that holds is enough
 */
public record NodeSelector(List<NodeSelectorTerm> nodeSelectorTerms) implements ManifestValue {

    public NodeSelector {
        nodeSelectorTerms = List.copyOf(requireNonNull(nodeSelectorTerms, "nodeSelectorTerms"));
    }
}
