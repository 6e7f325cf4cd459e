package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * One term of a {@link NodeSelector}: everything in it must hold. An empty term holds for no node.
 *
 * @param matchExpressions expressions about labels
 * @param matchFields expressions about fields; {@code metadata.name} is the only one there is
 */
public record NodeSelectorTerm(
        List<NodeSelectorRequirement> matchExpressions, List<NodeSelectorRequirement> matchFields)
        implements ManifestValue {

    public NodeSelectorTerm {
        matchExpressions = List.copyOf(requireNonNull(matchExpressions, "matchExpressions"));
        matchFields = List.copyOf(requireNonNull(matchFields, "matchFields"));
    }
}
