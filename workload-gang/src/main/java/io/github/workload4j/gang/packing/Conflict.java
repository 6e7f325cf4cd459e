package io.github.workload4j.gang.packing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Two classes that may not share a domain: required anti-affinity, or equal host ports. Equal by content.
 *
 * @param a index of a class
 * @param b index of a class; equal to {@code a} where at most one pod of the class may be in each domain
 * @param domainOf for each node its domain, 0 or more, or -1 for a node on which the conflict does not matter; null
 *     if each node is a domain of its own. Shared, not copied: whoever makes a conflict must not change it any more
 */
public record Conflict(int a, int b, int @Nullable [] domainOf) {

    /** Two classes that may not share a node. */
    public static Conflict onNode(int a, int b) {
        return new Conflict(a, b, null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conflict that && a == that.a && b == that.b && Arrays.equals(domainOf, that.domainOf);
    }

    @Override
    public int hashCode() {
        return (a * 31 + b) * 31 + Arrays.hashCode(domainOf);
    }

    /** {@return one line; of more than 16 nodes, how many domains they lie in} */
    @Override
    public String toString() {
        return "Conflict[a=" + a + ", b=" + b + ", domainOf=" + text(domainOf) + "]";
    }

    /** {@return domains of nodes in a few words} */
    static String text(int @Nullable [] domainOf) {
        if (domainOf == null || domainOf.length <= 16) {
            return Arrays.toString(domainOf);
        }
        long domains =
                Arrays.stream(domainOf).filter(domain -> domain >= 0).distinct().count();
        return domains + " domains of " + domainOf.length + " nodes";
    }
}
