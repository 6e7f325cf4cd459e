package io.github.workload4j.api.yaml;

import io.github.workload4j.api.text.tree.TreeLimits;

/**
 * What a reader takes before it gives up on a document. Each limit has a fault of its own that names it.
 *
 * @param documentBytes most bytes of one document, 1 or more; a {@code List} is one document
 * @param depth deepest nesting of lists and objects, 1 or more
 * @param aliasedNodes most values that aliases of one document may stand for in all, 0 or more
 */
public record Limits(long documentBytes, int depth, long aliasedNodes) {

    /** 1 GiB a document, nested 10,000 deep, with a million aliased values. */
    public static final Limits DEFAULT = new Limits(1L << 30, 10_000, 1_000_000);

    /** {@return the part that concerns trees} */
    TreeLimits ofTrees() {
        return new TreeLimits(depth, aliasedNodes);
    }

    /** Checks ranges. */
    public Limits {
        if (documentBytes < 1) {
            throw new IllegalArgumentException("documentBytes: " + documentBytes + " (expected: 1 or more)");
        }
        if (depth < 1) {
            throw new IllegalArgumentException("depth: " + depth + " (expected: 1 or more)");
        }
        if (aliasedNodes < 0) {
            throw new IllegalArgumentException("aliasedNodes: " + aliasedNodes + " (expected: 0 or more)");
        }
    }
}
