package io.github.workload4j.api.text.tree;

/**
 * How far a tree may grow.
 *
 * @param depth deepest nesting of lists and objects, 1 or more
 * @param aliasedNodes most values that aliases of one document may stand for in all, 0 or more
 */
public record TreeLimits(int depth, long aliasedNodes) {

    /** Nested 10,000 deep, with a million aliased values. */
    public static final TreeLimits DEFAULT = new TreeLimits(10_000, 1_000_000);
}
