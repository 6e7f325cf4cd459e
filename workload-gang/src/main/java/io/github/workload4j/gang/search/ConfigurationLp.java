package io.github.workload4j.gang.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The configuration LP: how many nodes of each kind hold which pattern of pods, fractions allowed, so that the fewest pods are left out.
 *
 * <p>Columns are generated as they are needed (Gilmore and Gomory, <i>A Linear Programming Approach to the Cutting Stock Problem</i>,
 * 1961): a pattern enters if its pods are worth more, at the prices of the moment, than the pattern its kind relies on. The rows that
 * count nodes of a kind are kept out of the basis matrix (generalised upper bounds; Dantzig and Van Slyke, 1967): each kind has a key
 * pattern, and the working matrix has one row for each class and minimum, however many kinds there are. It is so small that it is
 * inverted afresh in every iteration, and errors do not add up. A basic solution has no more fractional patterns than twice the rows.
 *
 * <p>Computed in floating point: a guide, never a judge.
 */
final class ConfigurationLp {

    private static final double TINY = 1e-9;
    private static final double GAIN = 1e-7;
    private static final double SHORTFALL = 64;
    private static final double PRICE_SCALE = 1L << 30;

    private static final long SHORT_LOOK = 40;
    private static final long LONG_LOOK = 1_000;
    private static final long LONGEST_LOOK = 50_000;

    /** Most numbers in columns; a question that needs more is not for this LP. */
    private static final int MOST_NUMBERS = 2_000_000;

    private final Question question;
    private final Situation situation;
    private final Steps steps;
    private final Worth worth;
    private final int[][] most;
    private final int classes;
    private final int rows;

    private final Set<List<Integer>> known = new HashSet<>();
    private int columns;
    private int[] kind = new int[64];
    private double[][] entries = new double[64][];
    private double[] cost = new double[64];
    private int[][] pattern = new int[64][];

    private final int[] key;
    private final int[] basic;
    private final double[] value;
    private final double[] keyValue;
    private final double[][] inverse;
    private final double[] price;
    private final double[] keyWorth;
    private final double[] mayLeaveOut;
    private double leftOut;
    private double shortfall;

    /** Node counts of the moment, by kind, and pods still to be placed, by class. */
    final int[] sizes;

    final int[] demand;

    ConfigurationLp(Situation situation, Steps steps) {
        this.question = situation.question;
        this.situation = situation;
        this.steps = steps;
        this.worth = new Worth(situation, steps);
        this.classes = question.classes;
        this.most = new int[situation.kinds.size()][];
        this.sizes = new int[most.length];
        this.demand = new int[classes];
        for (int t = 0; t < most.length; t++) {
            most[t] = situation.most(t);
            sizes[t] = situation.kinds.get(t).size();
        }
        List<Requirement> requirements = Requirement.of(question, situation.state);
        this.rows = classes + requirements.size();
        this.key = new int[most.length];
        this.basic = new int[rows];
        this.value = new double[rows];
        this.keyValue = new double[most.length];
        this.keyWorth = new double[most.length];
        this.inverse = new double[rows][rows];
        this.price = new double[rows];
        for (int j = 0; j < classes; j++) {
            int leaf = question.tree.leafOf[j];
            demand[j] = leaf >= 0 && situation.state[leaf] != Tree.EMPTY ? question.count[j] : 0;
            double[] out = new double[rows];
            out[j] = 1;
            for (int q = 0; q < requirements.size(); q++) {
                out[classes + q] = requirements.get(q).concerns(j) ? 1 : 0;
            }
            add(-1, out, 1, new int[0]);
            double[] surplus = new double[rows];
            surplus[j] = -1;
            add(-1, surplus, 0, new int[0]);
        }
        this.mayLeaveOut = new double[rows];
        for (int q = 0; q < requirements.size(); q++) {
            mayLeaveOut[classes + q] = requirements.get(q).mayLeaveOut();
            double[] slack = new double[rows];
            slack[classes + q] = 1;
            add(-1, slack, 0, new int[0]);
            double[] missing = new double[rows];
            missing[classes + q] = -1;
            add(-1, missing, SHORTFALL, new int[0]);
        }
        for (int t = 0; t < key.length; t++) {
            key[t] = addPattern(t, situation.kinds.get(t).least);
        }
        reset();
    }

    /** Starts from the basis in which every pod is left out. */
    private void reset() {
        for (int t = 0; t < key.length; t++) {
            key[t] = firstPattern(t);
        }
        double[] missing = new double[classes];
        for (int j = 0; j < classes; j++) {
            missing[j] = demand[j];
            for (int t = 0; t < key.length; t++) {
                missing[j] -= sizes[t] * entries[key[t]][j];
            }
            basic[j] = missing[j] < 0 ? 2 * j + 1 : 2 * j;
        }
        for (int q = classes; q < rows; q++) {
            double out = 0;
            for (int j = 0; j < classes; j++) {
                out += entries[2 * j][q] * Math.max(0, missing[j]);
            }
            basic[q] = 2 * q + (out > mayLeaveOut[q] ? 1 : 0);
        }
    }

    private int firstPattern(int t) {
        return 2 * rows + t;
    }

    private int addPattern(int t, int[] pods) {
        double[] column = new double[rows];
        for (int j = 0; j < classes; j++) {
            column[j] = pods[j];
        }
        return add(t, column, 0, pods.clone());
    }

    private int add(int t, double[] column, double price, int[] pods) {
        if (columns == kind.length) {
            kind = Arrays.copyOf(kind, columns * 2);
            entries = Arrays.copyOf(entries, columns * 2);
            cost = Arrays.copyOf(cost, columns * 2);
            pattern = Arrays.copyOf(pattern, columns * 2);
        }
        kind[columns] = t;
        entries[columns] = column;
        cost[columns] = price;
        pattern[columns] = pods;
        return columns++;
    }

    /** Offers a pattern that somebody thinks good. */
    void suggest(int t, int[] pods) {
        Integer[] boxed = new Integer[classes + 1];
        for (int j = 0; j < classes; j++) {
            boxed[j] = pods[j];
        }
        boxed[classes] = t;
        if (known.add(List.of(boxed))) {
            addPattern(t, pods);
        }
    }

    /**
     * Solves for the counts and the demand of the moment, starting from what was solved before.
     *
     * @param enough stops as soon as no more pods than this are left out and no minimum falls short
     * @param thorough whether to look long for patterns where a short look finds none
     * @return whether it came to an end; if not, nothing is known
     */
    boolean solve(double enough, boolean thorough) {
        boolean fresh = false;
        int stalled = 0;
        double lowest = Double.MAX_VALUE;
        for (int iteration = 0; iteration < 200 + 60 * (rows + key.length); iteration++) {
            steps.spend(1 + (rows * rows * rows + key.length * rows + columns * rows >> 6));
            if (!refresh()) {
                if (fresh) {
                    return false;
                }
                reset();
                fresh = true;
                iteration = 0;
                continue;
            }
            if (shortfall < TINY && leftOut <= enough + TINY) {
                return true;
            }
            double cost = leftOut + SHORTFALL * shortfall;
            stalled = cost < lowest - TINY ? 0 : stalled + 1;
            lowest = Math.min(lowest, cost);
            int entering = bestKnown(stalled > 2 * rows + 20);
            if (entering < 0) {
                if ((long) columns * rows > MOST_NUMBERS) {
                    return false;
                }
                entering = bestNew(SHORT_LOOK);
                if (entering < 0) {
                    entering = bestNew(LONG_LOOK);
                }
                if (entering < 0 && thorough) {
                    entering = bestNew(LONGEST_LOOK);
                }
            }
            if (entering < 0) {
                return true;
            }
            if (!pivot(entering)) {
                return false;
            }
        }
        return false;
    }

    /** Computes values and prices of the basis; false if it is singular or holds less than nothing of something. */
    private boolean refresh() {
        double[][] work = new double[rows][2 * rows];
        for (int i = 0; i < rows; i++) {
            for (int r = 0; r < rows; r++) {
                work[r][i] = reduced(basic[i], r);
            }
            work[i][rows + i] = 1;
        }
        if (!invert(work)) {
            return false;
        }
        double[] right = new double[rows];
        for (int r = 0; r < rows; r++) {
            right[r] = r < classes ? demand[r] : mayLeaveOut[r];
        }
        for (int t = 0; t < key.length; t++) {
            keyValue[t] = sizes[t];
            if (pattern[key[t]].length > 0 && sizes[t] > 0) {
                double[] column = entries[key[t]];
                for (int r = 0; r < classes; r++) {
                    right[r] -= sizes[t] * column[r];
                }
            }
        }
        leftOut = 0;
        shortfall = 0;
        Arrays.fill(price, 0);
        double least = 0;
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int r = 0; r < rows; r++) {
                inverse[i][r] = work[i][rows + r];
                sum += inverse[i][r] * right[r];
            }
            value[i] = sum;
            least = Math.min(least, sum);
            if (cost[basic[i]] > 0) {
                for (int r = 0; r < rows; r++) {
                    price[r] += cost[basic[i]] * inverse[i][r];
                }
                leftOut += cost[basic[i]] == 1 ? sum : 0;
                shortfall += cost[basic[i]] == 1 ? 0 : sum;
            }
            if (kind[basic[i]] >= 0) {
                keyValue[kind[basic[i]]] -= sum;
            }
        }
        for (int t = 0; t < key.length; t++) {
            least = Math.min(least, keyValue[t]);
            keyWorth[t] = worth(key[t]);
        }
        return least > -1e-6;
    }

    private double reduced(int column, int row) {
        double entry = entries[column][row];
        return kind[column] >= 0 ? entry - entries[key[kind[column]]][row] : entry;
    }

    private double worth(int column) {
        double sum = 0;
        double[] entry = entries[column];
        for (int r = 0; r < rows; r++) {
            sum += price[r] * entry[r];
        }
        return sum;
    }

    private boolean invert(double[][] work) {
        for (int c = 0; c < rows; c++) {
            int pivot = c;
            for (int r = c + 1; r < rows; r++) {
                pivot = Math.abs(work[r][c]) > Math.abs(work[pivot][c]) ? r : pivot;
            }
            double[] row = work[pivot];
            if (Math.abs(row[c]) < TINY) {
                return false;
            }
            work[pivot] = work[c];
            work[c] = row;
            double by = 1 / row[c];
            for (int i = c; i < 2 * rows; i++) {
                row[i] *= by;
            }
            for (int r = 0; r < rows; r++) {
                double factor = work[r][c];
                if (r != c && factor != 0) {
                    for (int i = c; i < 2 * rows; i++) {
                        work[r][i] -= factor * row[i];
                    }
                }
            }
        }
        return true;
    }

    /** The known column of the greatest gain, or where that leads nowhere for long the first with any (which cannot cycle). */
    private int bestKnown(boolean first) {
        int best = -1;
        double gain = first ? GAIN / 10 : GAIN / 100;
        for (int column = 0; column < columns; column++) {
            int t = kind[column];
            if (t < 0 || sizes[t] > 0) {
                double more = worth(column) - cost[column] - (t < 0 ? 0 : keyWorth[t]);
                if (more > gain) {
                    best = column;
                    gain = more;
                    if (first) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    /**
     * Finds patterns worth more than the key of their kind, adds them all, and names the one of the greatest gain. Until none is found
     * any more, any that are worth more do, so a short look at each knapsack is enough.
     */
    private int bestNew(long effort) {
        worth.limit(effort);
        long[] points = new long[classes];
        for (int j = 0; j < classes; j++) {
            points[j] = Math.max(0, Math.round(price[j] * PRICE_SCALE));
        }
        worth.set(points);
        int best = -1;
        double gain = GAIN;
        for (int t = 0; t < key.length; t++) {
            if (sizes[t] > 0 && worth.of(situation.kinds.get(t), most[t]) >= 0) {
                double more = -keyWorth[t];
                int[] pods = worth.pattern();
                for (int j = 0; j < classes; j++) {
                    more += price[j] * pods[j];
                }
                if (more > GAIN) {
                    int before = columns;
                    suggest(t, pods);
                    if (columns > before && more > gain) {
                        best = before;
                        gain = more;
                    }
                }
            }
        }
        return best;
    }

    private boolean pivot(int entering) {
        double[] change = new double[rows];
        double[] keyChange = new double[key.length];
        for (int i = 0; i < rows; i++) {
            for (int r = 0; r < rows; r++) {
                change[i] += inverse[i][r] * reduced(entering, r);
            }
            if (kind[basic[i]] >= 0) {
                keyChange[kind[basic[i]]] -= change[i];
            }
        }
        if (kind[entering] >= 0) {
            keyChange[kind[entering]] += 1;
        }
        int leaving = -1;
        double room = Double.MAX_VALUE;
        double pivot = 0;
        for (int i = 0; i < rows + key.length; i++) {
            double rate = i < rows ? change[i] : keyChange[i - rows];
            if (rate > 1e-8) {
                double until = Math.max(0, i < rows ? value[i] : keyValue[i - rows]) / rate;
                if (until < room - TINY || until < room + TINY && rate > pivot) {
                    room = Math.min(room, until);
                    leaving = i;
                    pivot = rate;
                }
            }
        }
        if (leaving < 0) {
            return false;
        }
        if (leaving < rows) {
            basic[leaving] = entering;
            return true;
        }
        int t = leaving - rows;
        for (int i = 0; i < rows; i++) {
            if (kind[basic[i]] == t) {
                key[t] = basic[i];
                basic[i] = entering;
                return true;
            }
        }
        key[t] = entering;
        return true;
    }

    /** {@return pods that are left out, fractions and all} */
    double leftOut() {
        return leftOut;
    }

    /** {@return by how much minima are missed} */
    double shortfall() {
        return shortfall;
    }

    /** {@return price of one pod of a class} */
    double price(int j) {
        return price[j];
    }

    /** {@return number of patterns that the solution uses} */
    int used() {
        return rows + key.length;
    }

    /** {@return kind of a used pattern, or -1 if it is none} */
    int usedKind(int index) {
        return index < rows ? kind[basic[index]] : index - rows;
    }

    int[] usedPattern(int index) {
        return pattern[index < rows ? basic[index] : key[index - rows]];
    }

    double usedTimes(int index) {
        return index < rows ? value[index] : keyValue[index - rows];
    }
}
