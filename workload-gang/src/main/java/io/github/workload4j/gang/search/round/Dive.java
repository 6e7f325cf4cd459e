package io.github.workload4j.gang.search.round;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.fill.FirstFitPortfolio;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.fill.PartialPlacement;
import io.github.workload4j.gang.search.lp.ConfigurationLp;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From fractions to whole nodes: fix one pattern at a whole number, solve again, and let first fit place what is left.
 *
 * <p>A basic solution has few fractional patterns, so what is left after rounding down lies on few nodes, however large
 * the cluster. A few quick dives each prefer other patterns. Where none of them places enough pods, thorough ones solve
 * each LP to the end and go back where it leaves out too many (diving with limited discrepancies; Sadykov et al.,
 * <i>Primal Heuristics for Branch and Price</i>, 2019). The first dive that places enough pods ends them all.
 */
public final class Dive {

    /** What the LP's numbers may be off by. */
    private static final double ROUNDING = 1e-6;

    /** A dive differs most by its first pick, which has many choices. Later picks are stirred among three. */
    private static final int FIRST_PICKS = 24;

    private static final int LATER_PICKS = 3;

    /** Most quick dives, before thorough ones. */
    private static final int QUICK = 3;

    /** Most node types of a thorough dive: each is priced to the end in each of its LPs. */
    private static final int FEW_TYPES = 16;

    /** Patterns that a thorough dive tries in one place, and how often it goes back, in all. */
    private static final int TRIED = 4;

    private static final int BACK = 12;

    /** Most patterns that a thorough dive fixes. */
    private static final int MOST_FIXED = 400;

    private final Subproblem subproblem;
    private final WorkMeter meter;
    private final FirstFitPortfolio firstFit;
    private final Incumbent incumbent;
    private final ConfigurationLp lp;
    private final int aim;
    private final int all;
    private final List<Fixed> fixed = new ArrayList<>();
    private int back;

    /** This many nodes of a type get a pattern. */
    private record Fixed(int type, int[] pods, int times) {}

    /** What an LP is about. */
    private record State(int[] sizes, int[] demand, double[] left) {

        static State of(ConfigurationLp lp) {
            return new State(lp.sizes.clone(), lp.demand.clone(), lp.left.clone());
        }

        void restore(ConfigurationLp lp) {
            System.arraycopy(sizes, 0, lp.sizes, 0, sizes.length);
            System.arraycopy(demand, 0, lp.demand, 0, demand.length);
            System.arraycopy(left, 0, lp.left, 0, left.length);
        }
    }

    /** Dives from the solution of an LP, which is left changed, until {@code aim} pods are placed. */
    public Dive(
            Subproblem subproblem,
            WorkMeter meter,
            FirstFitPortfolio firstFit,
            Incumbent incumbent,
            ConfigurationLp lp,
            int aim) {
        this.subproblem = subproblem;
        this.meter = meter;
        this.firstFit = firstFit;
        this.incumbent = incumbent;
        this.lp = lp;
        this.aim = aim;
        this.all = Arrays.stream(lp.demand).sum();
    }

    /** Dives up to {@code dives} times. */
    public void reach(int dives) {
        State start = State.of(lp);
        for (int dive = 0; dive < dives && incumbent.pods() < aim && !meter.isHalfSpent(); dive++) {
            start.restore(lp);
            fixed.clear();
            if (!lp.solve(0, false)) {
                return;
            }
            if (isThorough(dive)) {
                back = BACK;
                diveThoroughly(dive - QUICK);
            } else {
                dive(dive);
            }
        }
    }

    private boolean isThorough(int dive) {
        return dive >= QUICK && lp.sizes.length <= FEW_TYPES;
    }

    private void dive(int variant) {
        for (int round = 0; incumbent.pods() < aim; round++) {
            offerRounded();
            int pick = pick(variant, round);
            if (pick < 0) {
                return;
            }
            take(picked(pick));
            if (!lp.solve(0, false)
                    || lp.shortfall() > ROUNDING
                    || lp.leftOut() > all - incumbent.target() + ROUNDING) {
                incumbent.offer(firstFit.finish(subproblem, placed()));
                return;
            }
        }
    }

    /** {@return whether enough pods were placed} */
    private boolean diveThoroughly(int variant) {
        offerRounded();
        if (incumbent.pods() >= aim || fixed.size() > MOST_FIXED) {
            return incumbent.pods() >= aim;
        }
        State here = State.of(lp);
        List<Fixed> picks = picks(variant);
        for (Fixed pick : picks) {
            here.restore(lp);
            take(pick);
            if (lp.solve(0, true) && lp.shortfall() <= ROUNDING && lp.leftOut() <= all - aim + ROUNDING) {
                if (diveThoroughly(variant)) {
                    return true;
                }
                if (--back < 0 || meter.isHalfSpent()) {
                    return false;
                }
            }
            fixed.remove(fixed.size() - 1);
        }
        return false;
    }

    private void offerRounded() {
        meter.spend(1 + lp.sizes.length);
        PartialPlacement rounded = placed();
        for (int i = 0; i < lp.used(); i++) {
            rounded.assign(lp.usedType(i), lp.usedPattern(i), (int) Math.floor(lp.usedTimes(i) + ROUNDING));
        }
        incumbent.offer(firstFit.finish(subproblem, rounded));
    }

    private PartialPlacement placed() {
        PartialPlacement placed = new PartialPlacement(subproblem);
        fixed.forEach(each -> placed.assign(each.type, each.pods, each.times));
        return placed;
    }

    private void take(Fixed pick) {
        fixed.add(pick);
        lp.take(pick.type, pick.pods, pick.times);
    }

    private Fixed picked(int used) {
        int type = lp.usedType(used);
        int times = Math.min(lp.sizes[type], (int) Math.ceil(lp.usedTimes(used) - ROUNDING));
        return new Fixed(type, lp.usedPattern(used), times);
    }

    /** Some fractional patterns, each once. */
    private List<Fixed> picks(int variant) {
        List<Fixed> picks = new ArrayList<>();
        int before = -1;
        for (int t = 0; t < TRIED; t++) {
            int pick = pick(variant + t, fixed.size());
            if (pick >= 0 && pick != before) {
                picks.add(picked(pick));
            }
            before = pick;
        }
        return picks;
    }

    /** A fractional pattern: the one closest to the next whole number, or another one, by variant. */
    private int pick(int variant, int round) {
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
