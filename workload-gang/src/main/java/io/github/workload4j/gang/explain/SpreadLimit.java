package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

/**
 * The domain that holds the others back: the one that can hold the fewest pods of those that a topology spread
 * constraint counts, so that no other may hold more than {@link #othersAtMost()}.
 *
 * @param topologyKey label of the constraint
 * @param maxSkew largest difference that the constraint allows
 * @param domain the value of the label; the first of several that hold as few
 * @param nodes number of its nodes on which pods are counted
 * @param now pods that are counted there already
 * @param atMost it never holds more than this: an upper bound, counted class by class and node by node
 * @param tooFewDomains whether fewer domains are counted than {@code minDomains} asks for, so that the smallest count
 *     is taken for 0
 * @param alike number of domains that hold as few, this one included
 * @param domains number of domains that are counted
 */
public record SpreadLimit(
        String topologyKey,
        int maxSkew,
        String domain,
        int nodes,
        int now,
        long atMost,
        boolean tooFewDomains,
        int alike,
        int domains) {

    public SpreadLimit {
        requireNonNull(topologyKey, "topologyKey");
        requireNonNull(domain, "domain");
    }

    /** {@return how many pods that are counted any other domain may hold} */
    public long othersAtMost() {
        return (tooFewDomains ? 0 : atMost) + maxSkew;
    }
}
