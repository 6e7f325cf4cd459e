package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.SaturatedMath;
import io.github.workload4j.gang.search.model.StepPrice;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.Arrays;
import java.util.List;

/**
 * The configuration LP: how many nodes of each type hold which pattern, fractions allowed, so that the fewest pods are
 * left out. The glossary has its variables, rows and dual as a formula.
 *
 * <p>Columns are generated as they are needed (Gilmore and Gomory, <i>A Linear Programming Approach to the Cutting
 * Stock Problem</i>, 1961). A pattern enters if its pods are worth more at current prices than the key pattern of its
 * type. A basic solution has at most twice as many fractional patterns as rows.
 *
 * <p>Computed in floating point: a guide, never a judge. Its memory is counted until it is closed.
 */
public final class ConfigurationLp implements AutoCloseable {

    private static final double TINY = 1e-9;

    /** The least gain of a column that enters; smaller ones are rounding errors. */
    static final double GAIN = 1e-7;

    /** Cost of one pod that a minimum lacks, in pods left out: far above one, so that minima come first. */
    private static final double SHORTFALL = 64;

    /** Prices become whole weights for the knapsack: thirty bits are finer than {@link #GAIN}. */
    private static final double PRICE_SCALE = 1L << 30;

    /** Branches of one knapsack: few while any better pattern will do, more when few are left, most to be sure. */
    private static final long SHORT_SEARCH = 40;

    private static final long LONG_SEARCH = 1_000;
    private static final long LONGEST_SEARCH = 50_000;

    /** Branches of all of the longest together: where there are few types, each has more. */
    private static final long LONGEST_SEARCHES = 500_000;

    /** Iterations without progress, beyond twice the rows, after which the first column with a gain enters. */
    private static final int PATIENCE = 20;

    /** Tight patterns of one type that are suggested at most, and the branches to find them. */
    private static final int MAX_TIGHT = 100;

    private static final long TIGHT_SEARCH = 20_000;

    /** Most numbers in columns. A question that needs more is not for this LP. */
    private static final int MAX_NUMBERS = 2_000_000;

    private final ReducedPacking reduced;
    private final Subproblem subproblem;
    private final WorkMeter meter;
    private final Pricing pricing;
    private final int[][] max;
    private final int classes;
    private final RowSides sides;

    /** The first row that stands for a shared row. */
    private final int firstSide;

    private final int rows;
    private final LpColumns columns;
    private final Basis basis;

    /** The bytes of the first columns and the basis. */
    private final long bytes;

    /** The right sides of the rows, of classes first, then of minima, then of shared rows. */
    private final double[] right;

    private final KnownColumns known;

    /**
     * The nodes of each type and the pods of each class that are still to be decided. Dives change them between
     * solutions.
     */
    public final int[] sizes;

    public final int[] demand;

    /** Whether it was solved, so that its last basis is worth mending. */
    private boolean isSolved;

    /** What is left of the bounds of shared rows, likewise. */
    public final double[] left;

    public ConfigurationLp(Subproblem subproblem, WorkMeter meter) {
        this.reduced = subproblem.reduced;
        this.subproblem = subproblem;
        this.meter = meter;
        this.pricing = new Pricing(reduced, meter);
        this.classes = reduced.classes;
        this.max = new int[subproblem.types.size()][];
        this.sizes = new int[max.length];
        this.demand = new int[classes];
        for (int t = 0; t < max.length; t++) {
            max[t] = subproblem.max(t);
            sizes[t] = subproblem.types.get(t).size();
        }
        List<LeftOutLimit> requirements = LeftOutLimit.of(reduced, subproblem.state);
        this.sides = new RowSides(subproblem);
        this.left = sides.bounds();
        this.firstSide = classes + requirements.size();
        this.rows = firstSide + left.length;
        this.right = new double[rows];
        int first = 2 * rows + max.length;
        this.bytes = LpColumns.bytes(rows, classes, first) + Basis.bytes(rows, max.length);
        meter.hold(bytes);
        this.columns = new LpColumns(rows, classes, sides, first, meter);
        this.basis = new Basis(columns, max.length);
        this.known = new KnownColumns(columns, basis, sizes, rows, meter);
        for (int j = 0; j < classes; j++) {
            int leaf = reduced.tree.leafOf[j];
            demand[j] = leaf >= 0 && subproblem.state[leaf] != PackingTree.EMPTY ? reduced.count[j] : 0;
            double[] out = new double[rows];
            out[j] = 1;
            for (int q = 0; q < requirements.size(); q++) {
                out[classes + q] = requirements.get(q).concerns(j) ? 1 : 0;
            }
            columns.add(out, 1);
            double[] surplus = new double[rows];
            surplus[j] = -1;
            columns.add(surplus, sides.haveLeast() ? SHORTFALL : 0);
        }
        for (int q = 0; q < requirements.size(); q++) {
            right[classes + q] = requirements.get(q).mayLeaveOut();
            double[] slack = new double[rows];
            slack[classes + q] = 1;
            columns.add(slack, 0);
            double[] missing = new double[rows];
            missing[classes + q] = -1;
            columns.add(missing, SHORTFALL);
        }
        for (int i = 0; i < left.length; i++) {
            double[] kept = new double[rows];
            kept[firstSide + i] = sides.isMost(i) ? 1 : -1;
            columns.add(kept, 0);
            double[] broken = new double[rows];
            broken[firstSide + i] = sides.isMost(i) ? -1 : 1;
            columns.add(broken, SHORTFALL);
        }
        for (int t = 0; t < max.length; t++) {
            columns.addPattern(t, subproblem.types.get(t).min);
        }
        reset();
    }

    /** Suggests the tight patterns of all types, if they are few. No other patterns matter if all pods are placed. */
    public void suggestTight(TightPatterns tight) {
        long[] spare = new long[reduced.resources];
        for (int r = 0; r < spare.length; r++) {
            for (int t = 0; t < sizes.length; t++) {
                spare[r] =
                        SaturatedMath.sum(spare[r], SaturatedMath.product(sizes[t], subproblem.types.get(t).free[r]));
            }
            for (int j = 0; j < demand.length; j++) {
                spare[r] -= SaturatedMath.product(demand[j], reduced.request[j][r]);
            }
            if (spare[r] < 0) {
                return;
            }
        }
        int[][][] few = new int[max.length][][];
        int[][] found = new int[MAX_TIGHT][];
        int roomiest = roomiest();
        for (int i = 0; i < max.length; i++) {
            int t = (roomiest + i) % max.length;
            int many = tight.of(subproblem.types.get(t), max[t], spare, found, TIGHT_SEARCH);
            if (!tight.isAll()) {
                return;
            }
            few[t] = Arrays.copyOf(found, many);
        }
        for (int t = 0; t < max.length; t++) {
            for (int[] pods : few[t]) {
                columns.suggest(t, pods);
            }
        }
    }

    /** {@return the type that holds the most pods, each class by itself} */
    private int roomiest() {
        int found = 0;
        for (int t = 1; t < max.length; t++) {
            found = Arrays.stream(max[t]).sum() > Arrays.stream(max[found]).sum() ? t : found;
        }
        return found;
    }

    /** Starts from the basis in which every pod is left out. */
    private void reset() {
        basis.reset();
        for (int t = 0; t < max.length; t++) {
            basis.key[t] = 2 * rows + t;
        }
        double[] missing = new double[classes];
        for (int j = 0; j < classes; j++) {
            missing[j] = demand[j];
            for (int t = 0; t < max.length; t++) {
                missing[j] -= sizes[t] * columns.entry(basis.key[t], j);
            }
            basis.basic[j] = missing[j] < 0 ? 2 * j + 1 : 2 * j;
        }
        for (int i = 0; i < left.length; i++) {
            double taken = 0;
            for (int t = 0; t < max.length; t++) {
                taken += sizes[t] * columns.entry(basis.key[t], firstSide + i);
            }
            boolean kept = sides.isMost(i) ? taken <= left[i] : taken >= left[i];
            basis.basic[firstSide + i] = 2 * (firstSide + i) + (kept ? 0 : 1);
        }
        for (int q = classes; q < firstSide; q++) {
            double out = 0;
            for (int j = 0; j < classes; j++) {
                out += columns.entry(2 * j, q) * Math.max(0, missing[j]);
            }
            basis.basic[q] = 2 * q + (out > right[q] ? 1 : 0);
        }
    }

    /**
     * Solves for the current sizes and demand, starting from the last basis.
     *
     * @param enough stops as soon as at most this many pods are left out and no minimum lacks any
     * @param thorough whether to search longer for patterns where a short search finds none
     * @return whether a solution was found; if not, nothing is known
     */
    public boolean solve(double enough, boolean thorough) {
        for (int j = 0; j < classes; j++) {
            right[j] = demand[j];
        }
        System.arraycopy(left, 0, right, firstSide, left.length);
        boolean fresh = false;
        int repairs = isSolved ? 2 * rows : 0;
        isSolved = false;
        int stalled = 0;
        double lowest = Double.MAX_VALUE;
        for (int iteration = 0; iteration < maxIterations(); iteration++) {
            meter.spend(StepPrice.ofSimplexIteration(rows, max.length, basis.isStale()));
            if (!basis.refresh(sizes, right)) {
                if (fresh) {
                    return false;
                }
                if (repairs-- > 0 && basis.repair(sizes)) {
                    meter.spend(StepPrice.ofReducedCosts(2 * columns.count(), rows));
                    continue;
                }
                reset();
                fresh = true;
                iteration = 0;
                continue;
            }
            if (basis.shortfall() < TINY && basis.leftOut() <= enough + TINY) {
                isSolved = true;
                return true;
            }
            double cost = basis.leftOut() + SHORTFALL * basis.shortfall();
            stalled = cost < lowest - TINY ? 0 : stalled + 1;
            lowest = Math.min(lowest, cost);
            int entering = known.best(stalled > 2 * rows + PATIENCE);
            if (entering < 0) {
                if ((long) columns.count() * rows > MAX_NUMBERS) {
                    return false;
                }
                entering = bestNew(SHORT_SEARCH);
                if (entering < 0) {
                    entering = bestNew(LONG_SEARCH);
                }
                if (entering < 0 && thorough) {
                    entering = bestNew(Math.max(LONGEST_SEARCH, LONGEST_SEARCHES / Math.max(1, max.length)));
                }
            }
            if (entering < 0) {
                isSolved = true;
                return true;
            }
            if (!basis.enter(entering)) {
                return false;
            }
        }
        return false;
    }

    /** Most iterations: a small multiple of the rows is usual, and beyond this, rounding errors lead in circles. */
    private int maxIterations() {
        return 200 + 300 * (rows + max.length);
    }

    /**
     * Adds a pattern worth more than the key pattern for each type that has one, and returns the one of greatest gain.
     * A short search is enough until it finds none for any type.
     */
    private int bestNew(long effort) {
        pricing.limit(effort);
        long[] everywhere = weights(new int[0]);
        int best = -1;
        double gain = GAIN;
        for (int t = 0; t < max.length; t++) {
            if (sizes[t] > 0) {
                long[] weights = sides.of(t).length == 0 ? everywhere : weights(sides.of(t));
                long floor = (long) (GAIN * PRICE_SCALE);
                int[] key = columns.pattern(basis.key[t]);
                for (int j = 0; j < classes; j++) {
                    floor += weights[j] * key[j];
                }
                if (pricing.above(subproblem.types.get(t), within(t), weights, floor) > floor) {
                    int[] pods = pricing.pattern();
                    double more = -basis.keyWorth(t);
                    for (int j = 0; j < classes; j++) {
                        more += price(j, sides.of(t)) * pods[j];
                    }
                    int before = columns.count();
                    columns.suggest(t, pods);
                    if (columns.count() > before && more > gain) {
                        best = before;
                        gain = more;
                    }
                }
            }
        }
        return best;
    }

    /** {@return the most pods of each class on a node of a type that still are to be placed} */
    private int[] within(int t) {
        int[] min = subproblem.types.get(t).min;
        int[] within = max[t].clone();
        for (int j = 0; j < classes; j++) {
            within[j] = Math.min(within[j], Math.max(min[j], demand[j]));
        }
        return within;
    }

    /** Prices of pods where they take something of shared rows, as whole weights. */
    private long[] weights(int[] ofType) {
        long[] weights = new long[classes];
        for (int j = 0; j < classes; j++) {
            double price = ofType.length == 0 ? Math.max(0, basis.price(j)) : price(j, ofType);
            weights[j] = Math.round(price * PRICE_SCALE);
        }
        return weights;
    }

    /** The price of a pod where it takes something of shared rows. */
    private double price(int j, int[] ofType) {
        double price = basis.price(j);
        for (int side : ofType) {
            price += basis.price(firstSide + side) * sides.amount(side, j);
        }
        return price;
    }

    /** Takes nodes with a pattern out of what is still to be decided. */
    public void take(int type, int[] pods, int times) {
        sizes[type] -= times;
        for (int j = 0; j < pods.length; j++) {
            demand[j] = (int) Math.max(0, demand[j] - (long) pods[j] * times);
        }
        for (int side : sides.of(type)) {
            left[side] -= sides.taken(side, pods) * times;
        }
    }

    @Override
    public void close() {
        meter.release(bytes + columns.grown());
    }

    /** {@return the number of pods left out, fractions included} */
    public double leftOut() {
        return basis.leftOut();
    }

    /** {@return the number of pods that minima lack} */
    public double shortfall() {
        return basis.shortfall();
    }

    /** {@return the price of one pod of a class} */
    public double price(int j) {
        return basis.price(j);
    }

    /** {@return what a pod pays for each unit of a shared row; less than 0 where it gets something} */
    public double rowPrice(int row) {
        double price = 0;
        for (int i = 0; i < left.length; i++) {
            price -= sides.row(i) == row ? basis.price(firstSide + i) : 0;
        }
        return price;
    }

    /** {@return the number of columns that the solution uses} */
    public int used() {
        return basis.used();
    }

    /** {@return the node type of a used pattern, or -1 for a column that is no pattern} */
    public int usedType(int index) {
        return columns.type(basis.usedColumn(index));
    }

    public int[] usedPattern(int index) {
        return columns.pattern(basis.usedColumn(index));
    }

    public double usedTimes(int index) {
        return basis.usedTimes(index);
    }
}
