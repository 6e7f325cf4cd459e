package io.github.workload4j.gang.search.lp;

import java.util.Arrays;

/**
 * A basic solution of the configuration LP: which columns are used, how often, and at what prices.
 *
 * <p>The rows that count the nodes of a type stay out of the matrix (generalised upper bounds; Dantzig and Van Slyke,
 * <i>Generalized Upper Bounding Techniques</i>, 1967). Each type has a key pattern, and the working matrix has one row
 * for each class and minimum, however many types there are. Its inverse is carried from one basis to the next (product
 * form), and computed afresh after some exchanges, so that errors do not add up.
 */
final class Basis {

    private static final double TINY = 1e-9;

    /** A pivot below this makes the inverse too rough to carry on. */
    private static final double SMALLEST_PIVOT = 1e-5;

    /** Exchanges after which the matrix is inverted afresh. */
    private static final int MOST_EXCHANGES = 32;

    /** Values above this count as none below zero. */
    private static final double LOWEST = -1e-6;

    private final LpColumns columns;
    private final int rows;

    /** The key pattern of each type. */
    final int[] key;

    /** The other columns of the basis, one for each row. */
    final int[] basic;

    private final double[] value;
    private final double[] keyValue;
    private final double[] price;
    private final double[] keyWorth;

    /** The inverse of the working matrix, row by row. */
    private final double[] inverse;

    /** Exchanges since it was computed afresh; negative if it has to be. */
    private int exchanges = -1;

    private final int[] swapped;
    private final double[] right;
    private final double[] column;
    private final double[] change;
    private final double[] keyChange;
    private double leftOut;
    private double shortfall;

    Basis(LpColumns columns, int types) {
        this.columns = columns;
        this.rows = columns.rows();
        this.key = new int[types];
        this.basic = new int[rows];
        this.value = new double[rows];
        this.keyValue = new double[types];
        this.price = new double[rows];
        this.keyWorth = new double[types];
        this.inverse = new double[rows * rows];
        this.swapped = new int[rows];
        this.right = new double[rows];
        this.column = new double[rows];
        this.change = new double[rows];
        this.keyChange = new double[types];
    }

    /** {@return the bytes of a basis} */
    static long bytes(int rows, int types) {
        return 8L * rows * rows + 48L * rows + 28L * types;
    }

    /**
     * Computes values and prices.
     *
     * @param sizes the number of nodes of each type
     * @param demand the right side of each row
     * @return whether the basis is feasible: neither singular, nor with a negative value
     */
    boolean refresh(int[] sizes, double[] demand) {
        boolean carried = !isStale();
        if (isStale() && !invert()) {
            return false;
        }
        if (compute(sizes, demand) > LOWEST) {
            return true;
        }
        if (carried && exchanges > 0) {
            return invert() && compute(sizes, demand) > LOWEST;
        }
        return false;
    }

    /** {@return whether the next refresh inverts the matrix} */
    boolean isStale() {
        return exchanges < 0 || exchanges >= MOST_EXCHANGES;
    }

    /** Forgets the inverse: the basis was set from outside. */
    void reset() {
        exchanges = -1;
    }

    /** Computes values and prices, and returns the lowest value. */
    private double compute(int[] sizes, double[] demand) {
        System.arraycopy(demand, 0, right, 0, rows);
        for (int t = 0; t < key.length; t++) {
            keyValue[t] = sizes[t];
            for (int r = 0; r < rows && sizes[t] > 0; r++) {
                right[r] -= sizes[t] * columns.entry(key[t], r);
            }
        }
        leftOut = 0;
        shortfall = 0;
        Arrays.fill(price, 0);
        double min = 0;
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += inverse[i * rows + r] * right[r];
            }
            value[i] = sum;
            min = Math.min(min, sum);
            double cost = columns.cost(basic[i]);
            if (cost > 0) {
                for (int r = 0; r < rows; r++) {
                    price[r] += cost * inverse[i * rows + r];
                }
                leftOut += cost == 1 ? sum : 0;
                shortfall += cost == 1 ? 0 : sum;
            }
            int t = columns.type(basic[i]);
            if (t >= 0) {
                keyValue[t] -= sum;
            }
        }
        for (int t = 0; t < key.length; t++) {
            min = Math.min(min, keyValue[t]);
            keyWorth[t] = columns.worth(key[t], price);
        }
        return min;
    }

    private double reduced(int column, int row) {
        double entry = columns.entry(column, row);
        int t = columns.type(column);
        return t >= 0 ? entry - columns.entry(key[t], row) : entry;
    }

    /** Gauss-Jordan elimination in place, with the largest pivot of each column; false if the matrix is singular. */
    private boolean invert() {
        exchanges = -1;
        for (int i = 0; i < rows; i++) {
            for (int r = 0; r < rows; r++) {
                inverse[r * rows + i] = reduced(basic[i], r);
            }
        }
        for (int c = 0; c < rows; c++) {
            int pivot = c;
            for (int r = c + 1; r < rows; r++) {
                pivot = Math.abs(inverse[r * rows + c]) > Math.abs(inverse[pivot * rows + c]) ? r : pivot;
            }
            swapped[c] = pivot;
            if (Math.abs(inverse[pivot * rows + c]) < TINY) {
                return false;
            }
            for (int i = 0; pivot != c && i < rows; i++) {
                double other = inverse[pivot * rows + i];
                inverse[pivot * rows + i] = inverse[c * rows + i];
                inverse[c * rows + i] = other;
            }
            double by = 1 / inverse[c * rows + c];
            inverse[c * rows + c] = 1;
            for (int i = 0; i < rows; i++) {
                inverse[c * rows + i] *= by;
            }
            for (int r = 0; r < rows; r++) {
                double factor = inverse[r * rows + c];
                if (r != c && factor != 0) {
                    inverse[r * rows + c] = 0;
                    for (int i = 0; i < rows; i++) {
                        inverse[r * rows + i] -= factor * inverse[c * rows + i];
                    }
                }
            }
        }
        for (int c = rows - 1; c >= 0; c--) {
            for (int r = 0; swapped[c] != c && r < rows; r++) {
                double other = inverse[r * rows + swapped[c]];
                inverse[r * rows + swapped[c]] = inverse[r * rows + c];
                inverse[r * rows + c] = other;
            }
        }
        exchanges = 0;
        return true;
    }

    /** {@return how much the cost falls for each unit of a column} */
    double gain(int column) {
        int t = columns.type(column);
        return columns.worth(column, price) - columns.cost(column) - (t < 0 ? 0 : keyWorth[t]);
    }

    /** Takes a column into the basis, in place of the first one that reaches zero; false if none ever does. */
    boolean enter(int entering) {
        computeChange(entering);
        int leaving = -1;
        double room = Double.MAX_VALUE;
        double pivot = 0;
        for (int i = 0; i < rows + key.length; i++) {
            double rate = i < rows ? change[i] : keyChange[i - rows];
            if (rate > 1e-8) {
                double until = Math.max(0, usedTimes(i)) / rate;
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
        exchange(leaving, entering);
        return true;
    }

    /**
     * Takes a value below zero out of a basis whose prices let no column gain, in place of the column that keeps them
     * so (dual simplex; Lemke, <i>The Dual Method of Solving the Linear Programming Problem</i>, 1954).
     *
     * @param sizes the number of nodes of each type; columns of types without nodes stay out
     * @return whether there was one, and a column for it
     */
    boolean repair(int[] sizes) {
        int leaving = -1;
        for (int i = 0; i < used(); i++) {
            leaving = usedTimes(i) < LOWEST && (leaving < 0 || usedTimes(i) < usedTimes(leaving)) ? i : leaving;
        }
        if (leaving < 0) {
            return false;
        }
        double[] row = rowOf(leaving);
        int ofKey = leaving < rows ? -1 : leaving - rows;
        double[] byKey = new double[key.length];
        for (int t = 0; t < key.length; t++) {
            byKey[t] = columns.worth(key[t], row) - (t == ofKey ? 1 : 0);
        }
        int entering = -1;
        double least = Double.MAX_VALUE;
        double pivot = 0;
        for (int column = 0; column < columns.count(); column++) {
            int t = columns.type(column);
            if (t < 0 || sizes[t] > 0) {
                double rate = (t < 0 ? 0 : byKey[t]) - columns.worth(column, row);
                if (rate > 1e-7) {
                    double ratio = Math.max(0, -gain(column)) / rate;
                    if (ratio < least - TINY || ratio < least + TINY && rate > pivot) {
                        least = Math.min(least, ratio);
                        entering = column;
                        pivot = rate;
                    }
                }
            }
        }
        if (entering < 0) {
            return false;
        }
        computeChange(entering);
        exchange(leaving, entering);
        return true;
    }

    /** {@return the row of the inverse by which a used column changes} */
    private double[] rowOf(int used) {
        if (used < rows) {
            return Arrays.copyOfRange(inverse, used * rows, (used + 1) * rows);
        }
        double[] row = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int r = 0; columns.type(basic[i]) == used - rows && r < rows; r++) {
                row[r] -= inverse[i * rows + r];
            }
        }
        return row;
    }

    /** Computes how much each used column goes down for a unit of another. */
    private void computeChange(int entering) {
        Arrays.fill(keyChange, 0);
        for (int r = 0; r < rows; r++) {
            column[r] = reduced(entering, r);
        }
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += inverse[i * rows + r] * column[r];
            }
            change[i] = sum;
            int t = columns.type(basic[i]);
            if (t >= 0) {
                keyChange[t] -= sum;
            }
        }
        if (columns.type(entering) >= 0) {
            keyChange[columns.type(entering)] += 1;
        }
    }

    /** Puts a column in place of a used one. A key pattern leaves by way of another basic pattern of its type. */
    private void exchange(int leaving, int entering) {
        int row = leaving;
        if (leaving >= rows) {
            int t = leaving - rows;
            row = 0;
            while (row < rows && columns.type(basic[row]) != t) {
                row++;
            }
            if (row == rows) {
                key[t] = entering;
                return;
            }
            makeKey(t, row);
            computeChange(entering);
        }
        basic[row] = entering;
        carry(row);
    }

    /** Makes a basic pattern the key of its type, and the key a basic pattern in its place. */
    private void makeKey(int t, int row) {
        for (int i = 0; i < rows; i++) {
            if (i != row && columns.type(basic[i]) == t) {
                for (int r = 0; r < rows; r++) {
                    inverse[row * rows + r] += inverse[i * rows + r];
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            inverse[row * rows + r] = -inverse[row * rows + r];
        }
        int before = key[t];
        key[t] = basic[row];
        basic[row] = before;
    }

    /** Carries the inverse over to the matrix in which the column that was looked at stands in a row's place. */
    private void carry(int row) {
        double pivot = change[row];
        if (Math.abs(pivot) < SMALLEST_PIVOT) {
            exchanges = -1;
            return;
        }
        double by = 1 / pivot;
        for (int r = 0; r < rows; r++) {
            inverse[row * rows + r] *= by;
        }
        for (int i = 0; i < rows; i++) {
            double factor = change[i];
            if (i != row && factor != 0) {
                for (int r = 0; r < rows; r++) {
                    inverse[i * rows + r] -= factor * inverse[row * rows + r];
                }
            }
        }
        exchanges++;
    }

    /** {@return the number of pods left out, fractions included} */
    double leftOut() {
        return leftOut;
    }

    /** {@return the number of pods that minima lack} */
    double shortfall() {
        return shortfall;
    }

    /** {@return the price of one unit of a row} */
    double price(int row) {
        return price[row];
    }

    /** {@return what the key pattern of a type is worth at current prices} */
    double keyWorth(int t) {
        return keyWorth[t];
    }

    /** {@return the number of columns in the basis: those of the rows, then the key patterns} */
    int used() {
        return rows + key.length;
    }

    int usedColumn(int index) {
        return index < rows ? basic[index] : key[index - rows];
    }

    double usedTimes(int index) {
        return index < rows ? value[index] : keyValue[index - rows];
    }
}
