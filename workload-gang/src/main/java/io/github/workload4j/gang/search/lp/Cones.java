package io.github.workload4j.gang.search.lp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pods of the classes still to come could use up, if there were fractions of pods: by depth in an order of classes, the cone of all sums
 * of their requests, as the inequalities of its facets. What is left of a node and outside that cone cannot be used up.
 *
 * <p>A facet goes through the requests of as many classes as there are resources but one and has all others on one side (Weyl's theorem; see
 * Schrijver, <i>Theory of Linear and Integer Programming</i>, 1986, section 7.2). Where there are fewer classes, they span less, and both
 * sides of each plane through them are facets, in as many resources as it takes.
 *
 * <p>The classes at the end of the order are such that their requests span a small parallelepiped: what is left determines how many pods of
 * each use it up, whole numbers or not, and the smaller the volume, the more often they are whole.
 */
final class Cones {

    private static final double TINY = 1e-9;

    /** Most sets of classes to look at; with more, there are no cones. */
    private static final long MOST_SETS = 5_000;

    private final long[][] request;
    private final int resources;
    private final double[] largest;

    /** The order of the classes. */
    final int[] order;

    /** By depth, the facets of the classes from there on: a factor for each resource, such that no sum of requests is negative. */
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

    /** {@return the cones of the given classes in the order that suits them best; null if there would be too much to look at} */
    static @Nullable Cones of(long[][] request, int[] classes, int resources) {
        long sets = 1;
        for (int i = 0; i < Math.min(resources, classes.length); i++) {
            sets = sets * (classes.length - i) / (i + 1);
            if (sets > MOST_SETS) {
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

    /** {@return all sets of so many depths, from a depth on, in rising order} */
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
        int[] some = new int[resource < 0 ? resources : resources - 1];
        for (int r = 0, at = 0; r < resources; r++) {
            if (r != resource) {
                some[at++] = r;
            }
        }
        return some;
    }

    private double[][] facetsFrom(int depth) {
        List<double[]> found = new ArrayList<>();
        int span = Math.min(order.length - depth + 1, resources);
        for (int[] set : sets(depth, span - 1)) {
            for (int[] some : resourcesOf(span)) {
                double[] normal = normal(set, some);
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

    /** {@return all sets of so many resources} */
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

    /** The plane through the requests of a set of depths, in some resources: cofactors. */
    private double[] normal(int[] set, int[] some) {
        double[] normal = new double[resources];
        int[] others = new int[some.length - 1];
        for (int i = 0; i < some.length; i++) {
            for (int k = 0, at = 0; k < some.length; k++) {
                if (k != i) {
                    others[at++] = some[k];
                }
            }
            normal[some[i]] = (i % 2 == 0 ? 1 : -1) * determinant(set, others, set.length);
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

    private double determinant(int[] set, int[] some, int size) {
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                rows[i][k] = share(order[set[i]], some[k]);
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
