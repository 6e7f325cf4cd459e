package io.github.workload4j.gang.search.lp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What classes still to be decided could use up if pods were divisible: by depth in an order of classes, the cone of
 * all sums of their requests, given by its facets. What is left of a node outside that cone cannot be used up.
 *
 * <p>A facet passes through the requests of one class fewer than there are resources, and has all others on one side
 * (Weyl's theorem; see Schrijver, <i>Theory of Linear and Integer Programming</i>, 1986, section 7.2). Fewer classes
 * span less; then both sides of each plane through them are facets, in as many resources as it takes.
 *
 * <p>The last classes are those whose requests span the smallest parallelepiped. What is left then determines how many
 * pods of each use it up, whole numbers or not, and the smaller the volume, the more often they are whole.
 */
final class Cones {

    private static final double TINY = 1e-9;

    /** Most sets of classes to look at; if there are more, there are no cones. */
    private static final long MAX_SETS = 5_000;

    private final long[][] request;
    private final int resources;
    private final double[] largest;

    /** The order of the classes. */
    final int[] order;

    /**
     * By depth, the facets of the classes from there on: factors by resource with which no sum of requests is negative.
     */
    final double[][][] facets;

    private Cones(long[][] request, int[] classes, int resources) {
        this.request = request;
        this.resources = resources;
        this.order = classes.clone();
        this.facets = new double[classes.length + 1][][];
        this.largest = new double[resources];
        for (int r = 0; r < resources; r++) {
            for (int j : classes) {
                largest[r] = Math.max(largest[r], request[j][r]);
            }
        }
        smallestLast();
        for (int depth = 0; depth < order.length; depth++) {
            facets[depth] = facetsFrom(depth);
        }
        facets[order.length] = new double[0][];
    }

    /** {@return the cones of the given classes in the best order, or null if there are too many sets to look at} */
    static @Nullable Cones of(long[][] request, int[] classes, int resources) {
        long sets = 1;
        for (int i = 0; i < Math.min(resources, classes.length); i++) {
            sets = sets * (classes.length - i) / (i + 1);
            if (sets > MAX_SETS) {
                return null;
            }
        }
        return new Cones(request, classes, resources);
    }

    private void smallestLast() {
        List<int[]> sets = sets(0, resources);
        double smallest = Double.MAX_VALUE;
        int[] last = {};
        for (int[] set : sets) {
            double volume = Math.abs(determinant(set, allBut(-1), set.length));
            if (volume > TINY && volume < smallest) {
                smallest = volume;
                last = set;
            }
        }
        int at = order.length;
        for (int i = last.length - 1; i >= 0; i--) {
            int index = last[i];
            int j = order[index];
            at--;
            System.arraycopy(order, index + 1, order, index, at - index);
            order[at] = j;
        }
    }

    /** {@return all sets of {@code size} depths, from a depth on, in rising order} */
    private List<int[]> sets(int from, int size) {
        List<int[]> sets = new ArrayList<>();
        if (size <= order.length - from) {
            add(sets, new int[size], 0, from);
        }
        return sets;
    }

    private void add(List<int[]> sets, int[] set, int at, int from) {
        if (at == set.length) {
            sets.add(set.clone());
            return;
        }
        for (int depth = from; depth <= order.length - (set.length - at); depth++) {
            set[at] = depth;
            add(sets, set, at + 1, depth + 1);
        }
    }

    private int[] allBut(int resource) {
        int[] axes = new int[resource < 0 ? resources : resources - 1];
        for (int r = 0, at = 0; r < resources; r++) {
            if (r != resource) {
                axes[at++] = r;
            }
        }
        return axes;
    }

    private double[][] facetsFrom(int depth) {
        List<double[]> found = new ArrayList<>();
        int span = Math.min(order.length - depth + 1, resources);
        for (int[] set : sets(depth, span - 1)) {
            for (int[] axes : resourcesOf(span)) {
                double[] normal = normal(set, axes);
                int side = side(normal, depth);
                if (side != ACROSS) {
                    if (side != BELOW) {
                        found.add(normal);
                    }
                    if (side != ABOVE) {
                        found.add(negated(normal));
                    }
                }
            }
        }
        return found.toArray(new double[0][]);
    }

    /** {@return all sets of {@code size} resources} */
    private List<int[]> resourcesOf(int size) {
        List<int[]> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << resources; bits++) {
            if (Integer.bitCount(bits) == size) {
                int[] set = new int[size];
                for (int r = 0, at = 0; r < resources; r++) {
                    if ((bits >> r & 1) != 0) {
                        set[at++] = r;
                    }
                }
                sets.add(set);
            }
        }
        return sets;
    }

    /** The normal of the plane through the requests of a set of depths, in some resources, by cofactors. */
    private double[] normal(int[] set, int[] axes) {
        double[] normal = new double[resources];
        int[] others = new int[axes.length - 1];
        for (int i = 0; i < axes.length; i++) {
            for (int k = 0, at = 0; k < axes.length; k++) {
                if (k != i) {
                    others[at++] = axes[k];
                }
            }
            normal[axes[i]] = (i % 2 == 0 ? 1 : -1) * determinant(set, others, set.length);
        }
        return normal;
    }

    private static final int ACROSS = 0;
    private static final int ABOVE = 1;
    private static final int BELOW = 2;
    private static final int BOTH = 3;

    private int side(double[] normal, int depth) {
        double length = 0;
        for (double factor : normal) {
            length = Math.max(length, Math.abs(factor));
        }
        if (length < TINY) {
            return ACROSS;
        }
        boolean above = true;
        boolean below = true;
        for (int i = depth; i < order.length; i++) {
            double sum = 0;
            for (int r = 0; r < resources; r++) {
                sum += normal[r] * share(order[i], r);
            }
            above &= sum > -TINY * length;
            below &= sum < TINY * length;
        }
        for (int r = 0; r < resources; r++) {
            normal[r] /= length * Math.max(1, largest[r]);
        }
        return above && below ? BOTH : above ? ABOVE : below ? BELOW : ACROSS;
    }

    private static double[] negated(double[] normal) {
        double[] negated = normal.clone();
        for (int r = 0; r < negated.length; r++) {
            negated[r] = -negated[r];
        }
        return negated;
    }

    private double share(int j, int r) {
        return request[j][r] / Math.max(1, largest[r]);
    }

    private double determinant(int[] set, int[] axes, int size) {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                rows[i][k] = share(order[set[i]], axes[k]);
            }
        }
        double product = 1;
        for (int c = 0; c < size; c++) {
            int pivot = c;
            for (int i = c + 1; i < size; i++) {
                pivot = Math.abs(rows[i][c]) > Math.abs(rows[pivot][c]) ? i : pivot;
            }
            double[] row = rows[pivot];
            rows[pivot] = rows[c];
            rows[c] = row;
            product *= pivot == c ? row[c] : -row[c];
            if (Math.abs(row[c]) < 1e-12) {
                return 0;
            }
            for (int i = c + 1; i < size; i++) {
                double factor = rows[i][c] / row[c];
                for (int k = c; k < size; k++) {
                    rows[i][k] -= factor * row[k];
                }
            }
        }
        return product;
    }
}
