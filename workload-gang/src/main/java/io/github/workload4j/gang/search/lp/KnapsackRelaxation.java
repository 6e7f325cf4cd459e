package io.github.workload4j.gang.search.lp;

import java.util.Arrays;

/**
 * The linear relaxation of a node's knapsack, solved for what resources are worth: so many points for a granule of each.
 *
 * <p>Whatever these values are, as long as none is negative, pods on the node bring no more points than its free resources are worth, plus
 * for each class what its pods bring beyond the worth of what they take. At the optimum of the relaxation that bound is lowest (linear
 * programming duality; see Kellerer, Pferschy and Pisinger, <i>Knapsack Problems</i>, 2004, chapter 9). So rounding errors may weaken the
 * bound, but never make it wrong.
 *
 * <p>A simplex method for bounded variables in one small tableau: a row for each resource, a column for each class and resource. Classes
 * are counted in shares of what the node takes of them, resources in shares of what is free.
 */
final class KnapsackRelaxation {

    private static final double TINY = 1e-9;
    private static final int MOST_PIVOTS = 60;

    private final int resources;

    /** Row by row; the last row holds what a share more of each column brings. */
    private final double[][] tableau;

    private final double[] value;

    /** Column of the variable that is basic in a row. */
    private final int[] basic;

    private final boolean[] atUpper;
    private final double[] worth;
    private final int[] limit;
    private int columns;

    /** Relaxations of knapsacks with so many classes at most. */
    KnapsackRelaxation(int classes, int resources) {
        this.resources = resources;
        this.tableau = new double[resources + 1][classes + resources];
        this.value = new double[resources];
        this.basic = new int[resources];
        this.atUpper = new boolean[classes + resources];
        this.worth = new double[resources];
        this.limit = new int[classes];
    }

    /**
     * {@return the points that a granule of each resource is worth; valid until the next call}
     *
     * @param used number of classes that matter
     * @param classes which classes they are
     * @param weights points of one pod, by class
     * @param request granules that a pod asks for, by class
     * @param free granules free
     * @param max most pods, by index into {@code classes}; more than none, and each fit on their own
     */
    double[] solve(int used, int[] classes, long[] weights, long[][] request, long[] free, int[] max) {
        columns = used + resources;
        System.arraycopy(max, 0, limit, 0, used);
        for (int r = 0; r < resources; r++) {
            double[] row = tableau[r];
            double share = free[r] > 0 ? 1.0 / free[r] : 0;
            for (int i = 0; i < used; i++) {
                row[i] = (double) request[classes[i]][r] * limit[i] * share;
            }
            Arrays.fill(row, used, columns, 0);
            row[used + r] = 1;
            basic[r] = used + r;
            value[r] = 1;
        }
        double[] gain = tableau[resources];
        double highest = 1;
        for (int i = 0; i < used; i++) {
            gain[i] = (double) weights[classes[i]] * limit[i];
            highest = Math.max(highest, gain[i]);
        }
        Arrays.fill(gain, used, columns, 0);
        Arrays.fill(atUpper, 0, columns, false);
        int pivots = 0;
        while (pivots < MOST_PIVOTS && improve(used, highest * TINY)) {
            pivots++;
        }
        for (int r = 0; r < resources; r++) {
            worth[r] = free[r] > 0 ? Math.max(0, -gain[used + r] / free[r]) : 0;
        }
        return worth;
    }

    /** One step of the simplex method; false if there is none that gains. */
    private boolean improve(int used, double tiny) {
        double[] gain = tableau[resources];
        int entering = -1;
        double max = tiny;
        for (int c = 0; c < columns; c++) {
            double more = atUpper[c] ? -gain[c] : gain[c];
            if (more > max) {
                max = more;
                entering = c;
            }
        }
        if (entering < 0) {
            return false;
        }
        double sign = atUpper[entering] ? -1 : 1;
        double room = entering < used ? 1 : Double.MAX_VALUE;
        int leaving = -1;
        boolean up = false;
        for (int r = 0; r < resources; r++) {
            double rate = sign * tableau[r][entering];
            if (rate > TINY && value[r] < room * rate) {
                room = Math.max(0, value[r] / rate);
                leaving = r;
                up = false;
            } else if (rate < -TINY && basic[r] < used && 1 - value[r] < -rate * room) {
                room = Math.max(0, (1 - value[r]) / -rate);
                leaving = r;
                up = true;
            }
        }
        if (leaving < 0 && entering >= used) {
            return false;
        }
        for (int r = 0; r < resources; r++) {
            value[r] -= sign * room * tableau[r][entering];
        }
        if (leaving < 0) {
            atUpper[entering] = !atUpper[entering];
            return true;
        }
        atUpper[basic[leaving]] = up;
        value[leaving] = sign > 0 ? room : 1 - room;
        atUpper[entering] = false;
        basic[leaving] = entering;
        pivot(leaving, entering);
        return true;
    }

    private void pivot(int leaving, int entering) {
        double[] row = tableau[leaving];
        double by = 1 / row[entering];
        for (int c = 0; c < columns; c++) {
            row[c] *= by;
        }
        row[entering] = 1;
        for (int r = 0; r <= resources; r++) {
            double factor = tableau[r][entering];
            if (r != leaving && factor != 0) {
                double[] other = tableau[r];
                for (int c = 0; c < columns; c++) {
                    other[c] -= factor * row[c];
                }
                other[entering] = 0;
            }
        }
    }

    /** {@return whether the optimum takes all it could of a class, given by index like the following} */
    boolean isAll(int index) {
        return atUpper[index];
    }

    /** {@return whether the number of pods of a class follows from those of other classes, and from what is wasted} */
    boolean isPart(int index) {
        return row(index) >= 0;
    }

    private int row(int column) {
        for (int r = 0; r < resources; r++) {
            if (basic[r] == column) {
                return r;
            }
        }
        return -1;
    }

    /** {@return pods that the optimum takes of a class of which it takes a part} */
    double pods(int part) {
        return value[row(part)] * limit[part];
    }

    /** {@return how many pods of such a class make place for one pod more than the optimum takes of another class (or less, if all)} */
    double exchange(int part, int other) {
        double rate = tableau[row(part)][other] * limit[part] / limit[other];
        return atUpper[other] ? -rate : rate;
    }

    /** {@return how many more pods of such a class (or fewer) there can be for each point that is lost by wasting resources} */
    double reach(int part, boolean more) {
        double[] row = tableau[row(part)];
        double max = 0;
        for (int c = columns - resources; c < columns; c++) {
            double rate = more ? -row[c] : row[c];
            if (rate > TINY && row(c) < 0) {
                double price = -tableau[resources][c];
                max = Math.max(max, price > 0 ? rate * limit[part] / price : Double.POSITIVE_INFINITY);
            }
        }
        return max;
    }
}
