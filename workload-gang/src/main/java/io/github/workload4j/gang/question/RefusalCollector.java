package io.github.workload4j.gang.question;

import io.github.workload4j.gang.Refusal;
import io.github.workload4j.gang.Refusals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects reasons; every reason once, in the order of the first node that has each. */
final class RefusalCollector {
    private final Map<Refusal, Integer> index = new LinkedHashMap<>();
    private final long[] ofNode;

    RefusalCollector(int nodes) {
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
            if (index.size() == Refusals.MOST) {
                return Refusals.MOST;
            }
            known = index.size();
            index.put(reason, known);
        }
        return known;
    }

    Refusals refusals() {
        List<Refusal> reasons = new ArrayList<>(index.keySet());
        if (reasons.size() == Refusals.MOST) {
            reasons.add(new Refusal.Further());
        }
        return new Refusals(reasons, ofNode);
    }
}
