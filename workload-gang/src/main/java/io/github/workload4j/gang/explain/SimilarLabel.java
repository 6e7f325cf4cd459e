package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A label that the group or its pods name, and one that nodes have in its place and that was probably meant: no node
 * has both.
 *
 * @param key the label that is named
 * @param value the value that is named, if nodes have the label and only the value is not there; otherwise null
 * @param similar the label, or with {@code value} the value, that nodes have
 * @param nodes number of nodes that have it
 */
public record SimilarLabel(String key, @Nullable String value, String similar, int nodes) {

    public SimilarLabel {
        requireNonNull(key, "key");
        requireNonNull(similar, "similar");
    }
}
