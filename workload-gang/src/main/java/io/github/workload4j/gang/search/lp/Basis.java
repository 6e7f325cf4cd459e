package io.github.workload4j.gang.search.lp;

import java.util.Arrays;

/**
 * A basic solution of the configuration LP: which columns are used, how often, and at what prices.
 *
 * <p>The rows that count the nodes of a type stay out of the matrix (generalised upper bounds; Dantzig and Van Slyke,
 * <i>Generalized Upper Bounding Techniques</i>, 1967). Each type has a key pattern, and the working matrix has one row
 * for each class and minimum, however many types there are. The matrix is so small that it is inverted afresh in every
 * iteration, and errors do not add up.
 */
final class Basis {

    private static final double TINY = 1e-9;

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

    private final int[] swapped;
    private final double[] right;
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
        this.change = new double[rows];
        this.keyChange = new double[types];
    }

    /** {@return the bytes of a basis} */
    static long bytes(int rows, int types) {
        return 8L * rows * rows + 40L * rows + 28L * types;
    }

    /**
     * Computes values and prices.
     *
     * @param sizes the number of nodes of each type
     * @param demand the right side of each row
     * @return whether the basis is feasible: neither singular, nor with a negative value
     */
    boolean refresh(int[] sizes, double[] demand) {
        for (int i = 0; i < rows; i++) {
            for (int r = 0; r < rows; r++) {
                inverse[r * rows + i] = reduced(basic[i], r);
            }
        }
        if (!invert()) {
            return false;
        }
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
        return min > -1e-6;
    }

    private double reduced(int column, int row) {
        double entry = columns.entry(column, row);
        int t = columns.type(column);
        return t >= 0 ? entry - columns.entry(key[t], row) : entry;
    }

    /** Gauss-Jordan elimination in place, with the largest pivot of each column. */
    private boolean invert() {
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
        return true;
    }

    /** {@return how much the cost falls for each unit of a column} */
    double gain(int column) {
        int t = columns.type(column);
        return columns.worth(column, price) - columns.cost(column) - (t < 0 ? 0 : keyWorth[t]);
    }

    /** Takes a column into the basis, in place of the first one that reaches zero; false if none ever does. */
    boolean enter(int entering) {
        Arrays.fill(keyChange, 0);
        for (int i = 0; i < rows; i++) {
            change[i] = 0;
            for (int r = 0; r < rows; r++) {
                change[i] += inverse[i * rows + r] * reduced(entering, r);
            }
            int t = columns.type(basic[i]);
            if (t >= 0) {
                keyChange[t] -= change[i];
            }
        }
        if (columns.type(entering) >= 0) {
            keyChange[columns.type(entering)] += 1;
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
        } else {
            replaceKey(leaving - rows, entering);
        }
        return true;
    }

    /**
     * The key pattern of a type reaches zero. Another basic pattern of the type becomes its key, or else the new
     * column.
     */
    private void replaceKey(int t, int entering) {
        for (int i = 0; i < rows; i++) {
            if (columns.type(basic[i]) == t) {
                key[t] = basic[i];
                basic[i] = entering;
                return;
            }
        }
        key[t] = entering;
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
