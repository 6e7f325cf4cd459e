package io.github.workload4j.gang.search.lp;

import java.util.Arrays;

/**
 * The linear relaxation of a node's knapsack, solved for the prices of its resources.
 *
 * <p>With any prices that are not negative, the pods on the node weigh at most what its free resources are worth, plus
 * for each class what its pods weigh beyond the price of their requests. At the optimum of the relaxation this bound is
 * lowest (linear programming duality; see Kellerer, Pferschy and Pisinger, <i>Knapsack Problems</i>, 2004, chapter 9).
 * So rounding errors may weaken the bound, but never make it wrong.
 *
 * <p>A simplex method for bounded variables in one small tableau, with a row for each resource and a column for each
 * class and resource. Classes are counted in shares of what the node takes of them, resources in shares of what is
 * free.
 */
final class KnapsackRelaxation {

    private static final double TINY = 1e-9;
    private static final int MAX_PIVOTS = 60;

    private final int resources;

    /** Row by row; the last row holds the gain of one more share of each column. */
    private final double[][] tableau;

    private final double[] value;

    /** By row, the column of its basic variable. */
    private final int[] basic;

    private final boolean[] atUpper;
    private final double[] worth;
    private final int[] limit;
    private int columns;

    /** Relaxations of knapsacks with up to {@code classes} classes. */
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
     * {@return the price of a unit of each resource; valid until the next call}
     *
     * @param used the number of classes that matter
     * @param classes which classes they are
     * @param weights the weight of one pod, by class
     * @param request requested units of one pod, by class
     * @param free free units
     * @param max the most pods, by index into {@code classes}; at least one, and each fits by itself
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
        while (pivots < MAX_PIVOTS && improve(used, highest * TINY)) {
            pivots++;
        }
        for (int r = 0; r < resources; r++) {
            worth[r] = free[r] > 0 ? Math.max(0, -gain[used + r] / free[r]) : 0;
        }
        return worth;
    }

    /** One iteration of the simplex method; false if there is none with a gain. */
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

    /** {@return whether the optimum takes all it can of the class at an index} */
    boolean isAll(int index) {
        return atUpper[index];
    }

    /**
     * {@return whether the optimum takes a part of the class at an index: its pods follow from those of other classes
     * and from waste}
     */
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

    /** {@return the pods that the optimum takes of a part} */
    double pods(int part) {
        return value[row(part)] * limit[part];
    }

    /**
     * {@return how many pods of a part make room for one more pod of another class than the optimum takes, or one less
     * if it takes all}
     */
    double exchange(int part, int other) {
        double rate = tableau[row(part)][other] * limit[part] / limit[other];
        return atUpper[other] ? -rate : rate;
    }

    /** {@return how many more, or fewer, pods of a part there can be for each unit of weight lost by waste} */
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
