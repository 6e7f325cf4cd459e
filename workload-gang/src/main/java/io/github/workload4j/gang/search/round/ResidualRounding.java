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
 * Rounds the solution of the LP down and solves the residual problem, so that nothing is left out.
 *
 * <p>What the open nodes have more than their pods request is all that they may waste together. Where that is little,
 * few patterns of each node are left, and the problem is solved {@linkplain ResidualByChoice by choice}; or else it is
 * solved {@linkplain ResidualByTurns by turns}, in several ways. If all that fails, one more node is opened: one on
 * which the solution wastes most.
 */
public final class ResidualRounding {

    private static final int MAX_OPENED = 15;
    private static final int TURNS = 4;

    private final ReducedPacking reduced;
    private final Subproblem subproblem;
    private final WorkMeter meter;
    private final ConfigurationLp lp;

    /** By pattern of the solution: the nodes that keep it, and the nodes that have been opened again. */
    private final int[] whole;

    private final int[] opened;

    /** Open nodes by type, and the pods for them by class. */
    private final int[] open;

    private final int[] demand;

    /** Rounds down the solution of an LP. */
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
     * Offers an answer with all pods, if one is found.
     *
     * @param tight the tight patterns of the classes
     */
    public void offer(TightPatterns tight, FirstFitPortfolio firstFit, Incumbent incumbent) {
        ResidualByChoice choice = new ResidualByChoice(tight, meter);
        ResidualByTurns turns = new ResidualByTurns(reduced, tight, meter);
        for (int more = 0; more <= MAX_OPENED && !meter.isHalfSpent(); more++) {
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
                incumbent.offer(firstFit.finish(subproblem, partial(rest.nodes, pattern)));
                return;
            }
        }
    }

    private PartialPlacement partial(int[] nodes, int @Nullable [][] pattern) {
        PartialPlacement partial = new PartialPlacement(subproblem);
        for (int i = 0; i < whole.length; i++) {
            partial.assign(lp.usedType(i), lp.usedPattern(i), whole[i]);
        }
        for (int i = 0; i < nodes.length; i++) {
            partial.assign(nodes[i], pattern[i], 1);
        }
        return partial;
    }

    /** {@return the types of the open nodes} */
    private int[] nodes() {
        int[] nodes = new int[Arrays.stream(open).sum()];
        int at = 0;
        for (int t = 0; t < open.length; t++) {
            Arrays.fill(nodes, at, at + open[t], t);
            at += open[t];
        }
        return nodes;
    }

    /**
     * Opens a node of the pattern that wastes most, where a pattern opened before counts less; false if there is none.
     */
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
