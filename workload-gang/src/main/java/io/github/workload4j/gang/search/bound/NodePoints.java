package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;

/** What each node of a question holds at most, if pods have points. */
public final class NodePoints {

    /** Branches of a knapsack; beyond, a bound on it does. */
    private static final int BRANCHES = 200;

    /** About what a knapsack costs beside its branches. */
    private static final int STEPS = 8;

    private NodePoints() {}

    /**
     * {@return by node, the most points that its pods have together, or more}
     *
     * @param points of a pod of each class, 0 or more
     */
    public static long[] of(Packing packing, long[] points, WorkMeter meter) {
        ReducedPacking reduced = new ReducedPacking(packing);
        Subproblem all = Subproblem.of(reduced, Case.start(reduced));
        NodeKnapsack knapsack = new NodeKnapsack(all, meter);
        knapsack.limit(BRANCHES);
        knapsack.set(points);
        long[] most = new long[packing.nodes().count()];
        for (int t = 0; t < all.types.size(); t++) {
            meter.spend(STEPS);
            NodeType type = all.types.get(t);
            long here = knapsack.atMost(type, all.max(t));
            for (int i = type.from; i < type.to; i++) {
                most[type.nodes[i]] = here;
            }
        }
        return most;
    }
}
