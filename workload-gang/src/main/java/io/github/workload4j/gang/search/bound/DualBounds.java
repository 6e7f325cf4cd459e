package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.lp.ConfigurationLp;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.Subproblem;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Upper bounds by weights: first by guessed weights, then by the prices of the configuration LP.
 *
 * <p>The guesses are weight one for each pod, for each pod of one class or of one group, and weights equal to the
 * requests of a resource. Without any search they settle questions of capacity, of aggregates, of pods larger than half
 * a node and of units.
 */
public final class DualBounds {

    /** Branches of each knapsack. Guesses that need more are left to the prices, which are better. */
    private static final long QUICK_SEARCH = 200;

    private static final long LONG_SEARCH = 5_000;

    /** Branches of all knapsacks of a bound together, where a long search of each takes fewer. */
    private static final long LONG_SEARCHES = 100_000;

    private static final double NOTHING = 1e-6;

    /** Weights are below this. */
    private static final long MAX_WEIGHT = 1L << 40;

    /** Most sets of classes that are guessed one by one. */
    private static final int MAX_GUESSES = 32;

    private final ReducedPacking reduced;
    private final WeightedBound quick;
    private final WeightedBound thorough;
    private final List<long[]> guesses;
    private final boolean selfConflict;

    public DualBounds(ReducedPacking reduced, WorkMeter meter) {
        this.reduced = reduced;
        this.quick = new WeightedBound(reduced, meter, QUICK_SEARCH, QUICK_SEARCH);
        this.thorough = new WeightedBound(reduced, meter, LONG_SEARCH, LONG_SEARCHES);
        this.guesses = guesses();
        boolean itself = false;
        for (Conflict conflict : reduced.wide) {
            itself |= conflict.a() == conflict.b();
        }
        this.selfConflict = itself;
    }

    /** {@return the first bound below {@code target} by guessed weights and totals, or null if there is none} */
    @Nullable
    public UpperBound byTotals(Subproblem subproblem, int target) {
        for (long[] weights : guesses) {
            UpperBound bound = quick.weighTotals(subproblem, weights);
            if (bound != null && bound.atMost() < target) {
                return bound;
            }
        }
        return null;
    }

    /** {@return the lowest bound by guessed weights, or the first below {@code target}; null if they prove nothing} */
    @Nullable
    public UpperBound guessed(Subproblem subproblem, int target) {
        UpperBound lowest = lowest(quick, subproblem, guesses, target, null);
        boolean open = !reduced.rows.isEmpty() && (lowest == null || lowest.atMost() >= target);
        return open ? lowest(quick, subproblem, guessedPrices(subproblem), target, lowest) : lowest;
    }

    /** {@return the most that the nodes of a shared row hold of it, or more} */
    public long heldOf(Subproblem subproblem, int row) {
        return thorough.heldOf(subproblem, row);
    }

    /**
     * {@return a bound of nothing, if the nodes of a shared row hold less than it has to hold, or null; pods get points
     * there for being placed}
     */
    @Nullable
    public UpperBound lacking(Subproblem subproblem, int row) {
        long[] points = new long[reduced.classes + reduced.rows.size()];
        points[reduced.classes + row] = -1;
        return thorough.weigh(subproblem, points, false);
    }

    /**
     * Guesses with prices: weights equal to what pods take of a shared row, paid in full for all rows of the like that
     * hold less than their nodes would; and points for being in a row that may hold too little.
     */
    private List<long[]> guessedPrices(Subproblem subproblem) {
        Map<LongBuffer, long[]> alike = new LinkedHashMap<>();
        List<long[]> all = new ArrayList<>();
        for (int row = 0; row < reduced.rows.size(); row++) {
            long[] amounts = reduced.rows.amounts[row];
            long held = quick.heldOf(subproblem, row);
            long[] weights = alike.computeIfAbsent(
                    LongBuffer.wrap(amounts), any -> Arrays.copyOf(amounts, reduced.classes + reduced.rows.size()));
            weights[reduced.classes + row] = subproblem.rows.most[row] < held ? 1 : 0;
            if (Arrays.stream(amounts).anyMatch(amount -> amount >= MAX_WEIGHT)) {
                Arrays.fill(weights, 0);
            }
            if (held < subproblem.rows.least[row]) {
                long[] lacking = new long[weights.length];
                lacking[reduced.classes + row] = -1;
                all.add(lacking);
            }
        }
        for (long[] weights : alike.values()) {
            all.add(weights);
            all.addAll(paidOnce(subproblem, weights));
        }
        return all;
    }

    /** Where nodes pay for several rows: once for the row of the most nodes alone, once for all the others. */
    private List<long[]> paidOnce(Subproblem subproblem, long[] weights) {
        int widest = -1;
        for (int row : reduced.rows.smallestFirst) {
            widest = weights[reduced.classes + row] > 0 ? row : widest;
        }
        int row = widest;
        boolean twice = subproblem.types.stream()
                .anyMatch(type -> Arrays.binarySearch(type.rows, row) >= 0
                        && Arrays.stream(type.rows)
                                        .filter(r -> weights[reduced.classes + r] > 0)
                                        .count()
                                > 1);
        if (!twice) {
            return List.of();
        }
        long[] others = weights.clone();
        others[reduced.classes + widest] = 0;
        long[] alone = Arrays.copyOf(Arrays.copyOf(weights, reduced.classes), weights.length);
        alone[reduced.classes + widest] = 1;
        return List.of(alone, others);
    }

    /**
     * {@return the lowest bound by the prices of a solved LP, or {@code known} if that is as low; the prices prove
     * nothing where the LP leaves nothing out}
     */
    @Nullable
    public UpperBound priced(Subproblem subproblem, ConfigurationLp lp, int target, @Nullable UpperBound known) {
        if (!selfConflict && lp.leftOut() < NOTHING && lp.shortfall() < NOTHING) {
            return known;
        }
        List<long[]> weights = LpWeights.asPoints(lp, reduced.classes, reduced.rows.size());
        return lowest(thorough, subproblem, weights, target, known);
    }

    private @Nullable UpperBound lowest(
            WeightedBound weighing, Subproblem subproblem, List<long[]> all, int target, @Nullable UpperBound known) {
        UpperBound lowest = known;
        for (long[] weights : all) {
            for (int shared = 0; shared <= (selfConflict ? 1 : 0); shared++) {
                UpperBound bound = weighing.weigh(subproblem, weights, shared == 1);
                if (bound != null && (lowest == null || bound.atMost() < lowest.atMost())) {
                    lowest = bound;
                    if (lowest.atMost() < target) {
                        return lowest;
                    }
                }
            }
        }
        return lowest;
    }

    private List<long[]> guesses() {
        int classes = reduced.classes;
        List<long[]> all = new ArrayList<>(classes > 1 ? alike(byClass()) : List.of());
        for (int r = 0; classes > 1 && r < reduced.resources; r++) {
            long[] requested = new long[classes];
            long max = 0;
            for (int j = 0; j < classes; j++) {
                requested[j] = reduced.request[j][r];
                max = Math.max(max, requested[j]);
            }
            if (max > 0 && max < MAX_WEIGHT) {
                all.add(requested);
            }
        }
        long[] each = new long[classes];
        Arrays.fill(each, 1);
        all.add(each);
        all.addAll(alike(byGroup()));
        return all;
    }

    private List<int[]> byClass() {
        List<int[]> sets = new ArrayList<>();
        for (int j = 0; j < reduced.classes; j++) {
            sets.add(new int[] {j});
        }
        return sets;
    }

    private List<int[]> byGroup() {
        List<int[]> sets = new ArrayList<>();
        for (int g = 1; g < reduced.tree.size; g++) {
            if (reduced.tree.classes[g].length > 1) {
                sets.add(reduced.tree.classes[g]);
            }
        }
        return sets;
    }

    /**
     * Weight one for each pod of a set of classes. Where there are many sets, as with replicas, those with equal
     * requests share one guess.
     */
    private List<long[]> alike(List<int[]> sets) {
        Map<Object, long[]> weights = new LinkedHashMap<>();
        for (int[] classes : sets) {
            List<Object> requested = new ArrayList<>();
            for (int j : classes) {
                PodClass podClass = reduced.packing.classes().get(j);
                requested.add(LongBuffer.wrap(podClass.request()));
                requested.add(podClass.eligible() == null ? List.of() : LongBuffer.wrap(podClass.eligible()));
            }
            Object key = sets.size() > MAX_GUESSES ? requested : classes;
            long[] own = weights.getOrDefault(key, new long[reduced.classes]);
            weights.put(key, own);
            for (int j : classes) {
                own[j] = 1;
            }
        }
        return List.copyOf(weights.values());
    }
}
