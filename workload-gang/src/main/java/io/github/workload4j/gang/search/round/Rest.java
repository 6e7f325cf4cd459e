package io.github.workload4j.gang.search.round;

import io.github.workload4j.gang.search.model.Kind;
import io.github.workload4j.gang.search.model.Saturated;
import io.github.workload4j.gang.search.model.Situation;

/** A few nodes, the pods that all have to go there, and what that leaves of each resource on all of them together. */
final class Rest {

    final Situation situation;

    /** The nodes, by kind. */
    final int[] nodes;

    /** Pods by class. */
    final int[] demand;

    final long[] spare;

    Rest(Situation situation, int[] nodes, int[] demand) {
        this.situation = situation;
        this.nodes = nodes;
        this.demand = demand.clone();
        this.spare = new long[situation.question.resources];
        for (int r = 0; r < spare.length; r++) {
            for (int t : nodes) {
                spare[r] = Saturated.sum(spare[r], situation.kinds.get(t).free[r]);
            }
            for (int j = 0; j < demand.length; j++) {
                spare[r] -= Saturated.product(demand[j], situation.question.request[j][r]);
            }
        }
    }

    /** {@return whether the pods ask for more than there is} */
    boolean lacksSomething() {
        for (long some : spare) {
            if (some < 0) {
                return true;
            }
        }
        return false;
    }

    Kind kind(int node) {
        return situation.kinds.get(nodes[node]);
    }

    /** {@return most pods of each class on a node, no more than are missing} */
    int[] limit(int node, int[] missing) {
        int[] limit = situation.most(nodes[node]).clone();
        for (int j = 0; j < limit.length; j++) {
            limit[j] = Math.min(limit[j], missing[j]);
        }
        return limit;
    }
}
