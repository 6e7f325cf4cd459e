package io.github.workload4j.gang.search.round;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.fill.FirstFitPortfolio;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.fill.PartialPlacement;
import io.github.workload4j.gang.search.lp.ConfigurationLp;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Arrays;

/**
 * From fractions to whole nodes: fix one pattern at a whole number, solve again, and let first fit place what is left.
 *
 * <p>A basic solution has few fractional patterns, so what is left after rounding down lies on few nodes, however large
 * the cluster. Each dive prefers other patterns. The first one that places enough pods ends them all.
 */
public final class Dive {

    /** What the LP's numbers may be off by. */
    private static final double ROUNDING = 1e-6;

    /** A dive differs most by its first pick, which has many choices. Later picks are stirred among three. */
    private static final int FIRST_PICKS = 24;

    private static final int LATER_PICKS = 3;

    private final Subproblem subproblem;
    private final WorkMeter meter;
    private final FirstFitPortfolio firstFit;
    private final Incumbent incumbent;

    public Dive(Subproblem subproblem, WorkMeter meter, FirstFitPortfolio firstFit, Incumbent incumbent) {
        this.subproblem = subproblem;
        this.meter = meter;
        this.firstFit = firstFit;
        this.incumbent = incumbent;
    }

    /**
     * Dives up to {@code dives} times from the solution of an LP, until {@code aim} pods are placed. The LP is left
     * changed.
     */
    public void reach(ConfigurationLp lp, int aim, int dives) {
        int[] sizes = lp.sizes.clone();
        int[] demand = lp.demand.clone();
        double[] left = lp.left.clone();
        int all = Arrays.stream(demand).sum();
        for (int dive = 0; dive < dives && incumbent.pods() < aim && !meter.isHalfSpent(); dive++) {
            System.arraycopy(sizes, 0, lp.sizes, 0, sizes.length);
            System.arraycopy(demand, 0, lp.demand, 0, demand.length);
            System.arraycopy(left, 0, lp.left, 0, left.length);
            if (!lp.solve(0, false)) {
                return;
            }
            dive(lp, new PartialPlacement(subproblem), all, aim, dive);
        }
    }

    private void dive(ConfigurationLp lp, PartialPlacement fixed, int all, int aim, int variant) {
        for (int round = 0; incumbent.pods() < aim; round++) {
            meter.spend(1 + lp.sizes.length);
            PartialPlacement rounded = fixed.copy();
            for (int i = 0; i < lp.used(); i++) {
                rounded.assign(lp.usedType(i), lp.usedPattern(i), (int) Math.floor(lp.usedTimes(i) + ROUNDING));
            }
            incumbent.offer(firstFit.finish(subproblem, rounded));
            int pick = pick(lp, variant, round);
            if (pick < 0) {
                return;
            }
            int type = lp.usedType(pick);
            int times = Math.min(lp.sizes[type], (int) Math.ceil(lp.usedTimes(pick) - ROUNDING));
            int[] pods = lp.usedPattern(pick);
            fixed.assign(type, pods, times);
            lp.take(type, pods, times);
            if (!lp.solve(0, false)
                    || lp.shortfall() > ROUNDING
                    || lp.leftOut() > all - incumbent.target() + ROUNDING) {
                incumbent.offer(firstFit.finish(subproblem, fixed.copy()));
                return;
            }
        }
    }

    /** A fractional pattern: the one closest to the next whole number, or another one, by variant. */
    private int pick(ConfigurationLp lp, int variant, int round) {
        int pick = -1;
        double highest = 0;
        int skip =
                variant == 0 ? 0 : round == 0 ? variant % FIRST_PICKS : (variant * 31 + round * 17 >> 2) % LATER_PICKS;
        for (int turn = 0; turn <= skip; turn++) {
            double below = turn == 0 ? 2 : highest;
            highest = 0;
            int found = -1;
            for (int i = 0; i < lp.used(); i++) {
                double fraction = lp.usedTimes(i) - Math.floor(lp.usedTimes(i) + ROUNDING);
                if (lp.usedType(i) >= 0 && fraction > ROUNDING && fraction > highest && fraction < below) {
                    highest = fraction;
                    found = i;
                }
            }
            pick = found >= 0 ? found : pick;
            if (found < 0) {
                return pick;
            }
        }
        return pick;
    }
}
