package io.github.workload4j.gang.search.lp;

import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.SaturatedMath;
import io.github.workload4j.gang.search.model.SharedRows;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bounds of shared rows as rows of the LP: one for the most that a row may hold, and one for the least. */
final class RowSides {

    private static final int[] NONE = {};

    private final long[][] amounts;
    private final List<Side> sides = new ArrayList<>();
    private boolean hasLeast;

    /** By node type, the sides that its patterns count for. */
    private final int[][] ofType;

    /** One bound of a shared row. */
    private record Side(int row, boolean most, double bound) {}

    RowSides(Subproblem subproblem) {
        ReducedPacking reduced = subproblem.reduced;
        this.amounts = reduced.rows.amounts;
        for (int row = 0; row < amounts.length; row++) {
            long all = 0;
            for (int j = 0; j < reduced.classes; j++) {
                all = SaturatedMath.sum(all, SaturatedMath.product(amounts[row][j], reduced.count[j]));
            }
            long most = subproblem.rows.most[row];
            if (most != SharedRows.UNLIMITED && most < all) {
                sides.add(new Side(row, true, most));
            }
            if (subproblem.rows.least[row] > 0) {
                sides.add(new Side(row, false, subproblem.rows.least[row]));
                hasLeast = true;
            }
        }
        this.ofType = new int[subproblem.types.size()][];
        for (int t = 0; !sides.isEmpty() && t < ofType.length; t++) {
            int[] found = new int[sides.size()];
            int count = 0;
            for (int i = 0; i < found.length; i++) {
                if (Arrays.binarySearch(subproblem.types.get(t).rows, sides.get(i).row) >= 0) {
                    found[count++] = i;
                }
            }
            ofType[t] = Arrays.copyOf(found, count);
        }
    }

    int size() {
        return sides.size();
    }

    /** {@return whether a row has to hold something, so that more pods than there are would not be for free} */
    boolean haveLeast() {
        return hasLeast;
    }

    int row(int side) {
        return sides.get(side).row;
    }

    /** {@return whether a side says how much a row holds at most, not at least} */
    boolean isMost(int side) {
        return sides.get(side).most;
    }

    /** {@return the bounds, as a new array} */
    double[] bounds() {
        double[] bounds = new double[sides.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = sides.get(i).bound;
        }
        return bounds;
    }

    /** {@return the sides that patterns of a type count for; not to be changed} */
    int[] of(int type) {
        return ofType[type] == null ? NONE : ofType[type];
    }

    /** {@return what a pod of a class takes of the row of a side} */
    long amount(int side, int j) {
        return amounts[sides.get(side).row][j];
    }

    /** {@return what the pods of a pattern take of the row of a side} */
    double taken(int side, int[] pods) {
        double taken = 0;
        for (int j = 0; j < pods.length; j++) {
            taken += (double) amount(side, j) * pods[j];
        }
        return taken;
    }
}
