package io.github.workload4j.gang.search.round;

import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.SaturatedMath;
import io.github.workload4j.gang.search.model.Subproblem;

/** A residual problem: a few open nodes, the pods that all have to go there, and what that leaves of each resource. */
final class ResidualProblem {

    final Subproblem subproblem;

    /** The type of each node. */
    final int[] nodes;

    /** Pods by class. */
    final int[] demand;

    final long[] spare;

    ResidualProblem(Subproblem subproblem, int[] nodes, int[] demand) {
        this.subproblem = subproblem;
        this.nodes = nodes;
        this.demand = demand.clone();
        this.spare = new long[subproblem.reduced.resources];
        for (int r = 0; r < spare.length; r++) {
            for (int t : nodes) {
                spare[r] = SaturatedMath.sum(spare[r], subproblem.types.get(t).free[r]);
            }
            for (int j = 0; j < demand.length; j++) {
                spare[r] -= SaturatedMath.product(demand[j], subproblem.reduced.request[j][r]);
            }
        }
    }

    /** {@return whether the pods request more than there is} */
    boolean lacksSomething() {
        for (long amount : spare) {
            if (amount < 0) {
                return true;
            }
        }
        return false;
    }

    NodeType type(int node) {
        return subproblem.types.get(nodes[node]);
    }

    /** {@return the most pods of each class on a node, at most those still missing} */
    int[] limit(int node, int[] missing) {
        int[] limit = subproblem.max(nodes[node]).clone();
        for (int j = 0; j < limit.length; j++) {
            limit[j] = Math.min(limit[j], missing[j]);
        }
        return limit;
    }
}
