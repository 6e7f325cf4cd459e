package io.github.workload4j.gang.podclass;

import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects reasons; every reason once, in the order of the first node that has each. */
final class FilterReasonCollector {
    private final Map<FilterReason, Integer> index = new LinkedHashMap<>();
    private final long[] ofNode;

    FilterReasonCollector(int nodes) {
        this.ofNode = new long[nodes];
    }

    int nodes() {
        return ofNode.length;
    }

    void add(FilterReason reason, int node) {
        ofNode[node] |= 1L << number(reason);
    }

    /** Adds a reason to the nodes whose bit is not set. */
    void addWhereNot(FilterReason reason, long[] admitted) {
        for (int n = 0; n < ofNode.length; n++) {
            if ((admitted[n >> 6] >>> (n & 63) & 1) == 0) {
                add(reason, n);
            }
        }
    }

    /** {@return the reasons of a node so far, as bits} */
    long mask(int node) {
        return ofNode[node];
    }

    /** {@return the reasons of a kind that were met so far, as bits} */
    long maskOf(Class<? extends FilterReason> kind) {
        long mask = 0;
        for (Map.Entry<FilterReason, Integer> each : index.entrySet()) {
            mask |= kind.isInstance(each.getKey()) ? 1L << each.getValue() : 0;
        }
        return mask;
    }

    private int number(FilterReason reason) {
        Integer known = index.get(reason);
        if (known == null) {
            if (index.size() == FilterReasons.MOST) {
                return FilterReasons.MOST;
            }
            known = index.size();
            index.put(reason, known);
        }
        return known;
    }

    FilterReasons reasons() {
        List<FilterReason> reasons = new ArrayList<>(index.keySet());
        if (reasons.size() == FilterReasons.MOST) {
            reasons.add(new FilterReason.Further());
        }
        return new FilterReasons(reasons, ofNode);
    }
}
