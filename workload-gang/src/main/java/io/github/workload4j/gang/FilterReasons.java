package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** Why which nodes do not take a pod of a kind: for each node all reasons, not the first one found. */
public final class FilterReasons {

    /** Most reasons that are told apart. */
    public static final int MOST = 63;

    private final List<FilterReason> reasons;
    private final long[] ofNode;

    /**
     * Copies both.
     *
     * @param reasons all reasons met, rules before resources; at most 64
     * @param ofNode the reasons of each node as bits, bit {@code i} for the {@code i}th reason
     */
    public FilterReasons(List<FilterReason> reasons, long[] ofNode) {
        this.reasons = List.copyOf(requireNonNull(reasons, "reasons"));
        this.ofNode = requireNonNull(ofNode, "ofNode").clone();
        if (reasons.size() > MOST + 1) {
            throw new IllegalArgumentException("reasons: " + reasons.size() + " (expected: at most 64)");
        }
    }

    /** {@return all reasons met, rules before resources} */
    public List<FilterReason> reasons() {
        return reasons;
    }

    /**
     * {@return the reasons of a node as bits, bit {@code i} for the {@code i}th of {@link #reasons()}; 0 if the node
     * takes such a pod}
     */
    public long mask(int node) {
        return ofNode[node];
    }

    /** {@return number of nodes} */
    public int nodes() {
        return ofNode.length;
    }

    /** {@return the reasons of a node} */
    public List<FilterReason> of(int node) {
        return of(ofNode[node]);
    }

    /** {@return the reasons that a mask stands for} */
    public List<FilterReason> of(long mask) {
        List<FilterReason> some = new ArrayList<>();
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            some.add(reasons.get(Long.numberOfTrailingZeros(rest)));
        }
        return some;
    }

    @Override
    public String toString() {
        return "FilterReasons[" + nodes() + " nodes, reasons=" + reasons + "]";
    }
}
