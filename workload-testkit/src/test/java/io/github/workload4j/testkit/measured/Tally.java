package io.github.workload4j.testkit.measured;

import io.github.workload4j.gang.Verdict;
import java.util.ArrayList;
import java.util.List;

/** How many worlds the greedy twin predicts. */
final class Tally {

    private final int[] tried = new int[2];
    private final int[] predicted = new int[2];
    private final int[] toTheNode = new int[2];
    private final List<String> others = new ArrayList<>();

    void add(RecordedWorld world) {
        if (!(world.verdict instanceof Verdict.Feasible || world.verdict instanceof Verdict.Infeasible)) {
            return;
        }
        int flat = world.levels == 1 ? 0 : 1;
        tried[flat]++;
        predicted[flat] += world.isPredicted() ? 1 : 0;
        toTheNode[flat] += world.isPredictedToTheNode() ? 1 : 0;
        if (!world.isPredicted()) {
            others.add(world + " " + world.first + " not " + world.greedy.placement());
        }
    }

    /** {@return the share of tried worlds in which as many pods are bound; 1 if there are none} */
    double share(boolean flat) {
        int which = flat ? 0 : 1;
        return tried[which] == 0 ? 1 : (double) predicted[which] / tried[which];
    }

    @Override
    public String toString() {
        return text(0, "flat") + "; " + text(1, "nested") + "; others: " + others;
    }

    private String text(int which, String what) {
        return what + " " + predicted[which] + " of " + tried[which] + " predicted, " + toTheNode[which]
                + " to the node";
    }
}
