package io.github.workload4j.gang.packing;

import org.jspecify.annotations.Nullable;

/**
 * Two classes that may not share a domain: required anti-affinity, or equal host ports.
 *
 * @param a index of a class
 * @param b index of a class; equal to {@code a} where at most one pod of the class may be in each domain
 * @param domainOf for each node its domain, 0 or more, or -1 for a node on which the conflict does not matter; null if each node is
 *     a domain of its own
 */
public record Conflict(int a, int b, int @Nullable [] domainOf) {

    /** Two classes that may not share a node. */
    public static Conflict onNode(int a, int b) {
        return new Conflict(a, b, null);
    }
}
