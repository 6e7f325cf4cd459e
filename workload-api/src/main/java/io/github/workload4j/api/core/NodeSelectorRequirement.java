package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * One expression of a {@link NodeSelectorTerm}.
 *
 * @param key label or field asked about
 * @param operator In, NotIn, Exists, DoesNotExist, Gt or Lt
 * @param values what it is compared with
 */
public record NodeSelectorRequirement(String key, String operator, List<String> values) implements ManifestValue {

    public NodeSelectorRequirement {
        requireNonNull(key, "key");
        requireNonNull(operator, "operator");
        values = List.copyOf(requireNonNull(values, "values"));
    }
}
