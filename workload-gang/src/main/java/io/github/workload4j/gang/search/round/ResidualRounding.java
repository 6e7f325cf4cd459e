package io.github.workload4j.gang.search.round;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.fill.FirstFitPortfolio;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.fill.PartialPlacement;
import io.github.workload4j.gang.search.lp.ConfigurationLp;
import io.github.workload4j.gang.search.lp.TightPatterns;
import io.github.workload4j.gang.search.model.NodeType;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The few nodes that rounding down a solution of the LP leaves open, and a few more, filled so that nothing is left out.
 *
 * <p>What these nodes have more than their pods ask is all that they may waste together. Where that is little, few patterns of each are left,
 * and a {@linkplain ResidualByChoice choice} among them is made; else they are filled {@linkplain ResidualByTurns by turns}, in several ways. If all
 * that fails, another node is opened: one on which the solution wastes most.
 */
public final class ResidualRounding {

    private static final int MOST_OPENED = 15;
    private static final int TURNS = 4;

    private final ReducedPacking reduced;
    private final Subproblem subproblem;
    private final WorkMeter meter;
    private final ConfigurationLp lp;

    /** By pattern of the solution: nodes that hold it for good, and nodes that held it and have been opened. */
    private final int[] whole;

    private final int[] opened;

    /** Open nodes by kind, and the pods for them by class. */
    private final int[] open;

    private final int[] demand;

    /** The nodes that are open when the solution of the given LP is rounded down. */
    public ResidualRounding(Subproblem subproblem, ConfigurationLp lp, WorkMeter meter) {
        this.reduced = subproblem.reduced;
        this.subproblem = subproblem;
        this.meter = meter;
        this.lp = lp;
        this.whole = new int[lp.used()];
        this.opened = new int[whole.length];
        this.open = lp.sizes.clone();
        this.demand = lp.demand.clone();
        for (int i = 0; i < whole.length; i++) {
            whole[i] = lp.usedType(i) < 0 ? 0 : (int) Math.floor(lp.usedTimes(i) + 1e-6);
            if (whole[i] > 0) {
                open[lp.usedType(i)] -= whole[i];
                subtract(demand, lp.usedPattern(i), whole[i]);
            }
        }
        for (int j = 0; j < demand.length; j++) {
            demand[j] = Math.max(0, demand[j]);
        }
    }

    /**
     * Offers what places all pods, if that is found.
     *
     * @param tight tight patterns of the classes
     */
    public void offer(TightPatterns tight, FirstFitPortfolio fills, Incumbent incumbent) {
        ResidualByChoice choice = new ResidualByChoice(tight, meter);
        ResidualByTurns turns = new ResidualByTurns(reduced, tight, meter);
        for (int more = 0; more <= MOST_OPENED && !meter.isHalfSpent(); more++) {
            meter.spend(1 + whole.length);
            ResidualProblem rest = new ResidualProblem(subproblem, nodes(), demand);
            if (rest.lacksSomething() || more > 0 && !openAnother(rest.spare)) {
                return;
            }
            rest = new ResidualProblem(subproblem, nodes(), demand);
            int[][] pattern = choice.of(rest);
            for (int turn = 0; turn < TURNS && pattern == null; turn++) {
                pattern = turns.of(rest, turn + TURNS * more);
            }
            if (pattern != null) {
                incumbent.offer(fills.finish(subproblem, filling(rest.nodes, pattern)));
                return;
            }
        }
    }

    private PartialPlacement filling(int[] nodes, int @Nullable [][] pattern) {
        PartialPlacement filling = new PartialPlacement(subproblem);
        for (int i = 0; i < whole.length; i++) {
            filling.assign(lp.usedType(i), lp.usedPattern(i), whole[i]);
        }
        for (int i = 0; i < nodes.length; i++) {
            filling.assign(nodes[i], pattern[i], 1);
        }
        return filling;
    }

    /** {@return the kinds of the open nodes} */
    private int[] nodes() {
        int[] nodes = new int[Arrays.stream(open).sum()];
        int at = 0;
        for (int t = 0; t < open.length; t++) {
            Arrays.fill(nodes, at, at + open[t], t);
            at += open[t];
        }
        return nodes;
    }

    /** Opens a node of the pattern that wastes most, a pattern that has been opened before counting less; false if there is none. */
    private boolean openAnother(long[] spare) {
        int next = -1;
        double max = -1;
        for (int i = 0; i < whole.length; i++) {
            if (whole[i] > 0) {
                NodeType type = subproblem.types.get(lp.usedType(i));
                double waste = 0;
                for (int r = 0; r < spare.length; r++) {
                    waste += type.waste(reduced, lp.usedPattern(i), r) / (spare[r] + 1.0);
                }
                waste /= 1 + 2 * opened[i];
                if (waste > max) {
                    max = waste;
                    next = i;
                }
            }
        }
        if (next < 0) {
            return false;
        }
        whole[next]--;
        opened[next]++;
        open[lp.usedType(next)]++;
        subtract(demand, lp.usedPattern(next), -1);
        return true;
    }

    private static void subtract(int[] from, int[] pods, int times) {
        for (int j = 0; j < pods.length; j++) {
            from[j] -= pods[j] * times;
        }
    }
}
