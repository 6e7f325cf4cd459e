package io.github.workload4j.gang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why which nodes do not take a pod of a kind: for each node all reasons, not the first one found. */
public final class Refusals {

    /** Most reasons that are told apart. */
    public static final int MOST = 63;

    private final List<Refusal> reasons;
    private final long[] ofNode;

    private Refusals(List<Refusal> reasons, long[] ofNode) {
        this.reasons = List.copyOf(reasons);
        this.ofNode = ofNode;
    }

    /** {@return all reasons met, rules before resources} */
    public List<Refusal> reasons() {
        return reasons;
    }

    /** {@return the reasons of a node as bits, bit {@code i} for the {@code i}th of {@link #reasons()}; 0 if the node takes such a pod} */
    public long mask(int node) {
        return ofNode[node];
    }

    /** {@return number of nodes} */
    public int nodes() {
        return ofNode.length;
    }

    /** {@return the reasons of a node} */
    public List<Refusal> of(int node) {
        return of(ofNode[node]);
    }

    /** {@return the reasons that a mask stands for} */
    public List<Refusal> of(long mask) {
        List<Refusal> some = new ArrayList<>();
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            some.add(reasons.get(Long.numberOfTrailingZeros(rest)));
        }
        return some;
    }

    @Override
    public String toString() {
        return "Refusals[" + nodes() + " nodes, reasons=" + reasons + "]";
    }

    /** Collects reasons; every reason once, in the order of the first node that has each. */
    static final class Collector {
        private final Map<Refusal, Integer> index = new LinkedHashMap<>();
        private final long[] ofNode;

        Collector(int nodes) {
            this.ofNode = new long[nodes];
        }

        int nodes() {
            return ofNode.length;
        }

        void add(Refusal reason, int node) {
            ofNode[node] |= 1L << number(reason);
        }

        /** Adds a reason to the nodes whose bit is not set. */
        void addWhereNot(Refusal reason, long[] admitted) {
            for (int n = 0; n < ofNode.length; n++) {
                if ((admitted[n >> 6] >>> (n & 63) & 1) == 0) {
                    add(reason, n);
                }
            }
        }

        private int number(Refusal reason) {
            Integer known = index.get(reason);
            if (known == null) {
                if (index.size() == MOST) {
                    return MOST;
                }
                known = index.size();
                index.put(reason, known);
            }
            return known;
        }

        Refusals refusals() {
            List<Refusal> reasons = new ArrayList<>(index.keySet());
            if (reasons.size() == MOST) {
                reasons.add(new Refusal.Further());
            }
            return new Refusals(reasons, ofNode);
        }
    }
}
