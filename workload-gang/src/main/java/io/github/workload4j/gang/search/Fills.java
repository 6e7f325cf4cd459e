package io.github.workload4j.gang.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * First-fit-decreasing and its relatives, in bulk: classes from the hardest to the easiest, each to the nodes that suit it best.
 *
 * <p>What "hard" means (largest in one resource, largest in all, fewest places) and which nodes suit (tightest, or of least use to
 * others) makes the portfolio; the fills are deterministic and the best one counts. See Panigrahy, Talwar, Uyeda and Wieder,
 * <i>Heuristics for Vector Bin Packing</i>, 2011.
 */
final class Fills {

    private static final int VARIANTS = 8;

    /** Bins are ranked by a float that is not negative; its upper bits, all but so many, make the slice. */
    private static final int SLICE = 20;

    private static final int SLICES = 1 << 31 - SLICE;

    private final Question question;
    private final Steps steps;
    private final Best known;
    private final double[] total;

    Fills(Question question, Steps steps, Best known) {
        this.known = known;
        this.question = question;
        this.steps = steps;
        this.total = new double[question.resources];
    }

    /** {@return the first fill, or null if it makes not every group succeed that must} */
    @Nullable
    Filling first(Situation situation) {
        return best(situation, new Filling(situation), 0, 0, 1);
    }

    /** {@return the other fill that places the most pods and makes every group succeed that must, or null if none does} */
    @Nullable
    Filling others(Situation situation, int target) {
        return best(situation, new Filling(situation), target, 1, VARIANTS);
    }

    /** {@return what becomes of a filling when the fills go on from it, or null if groups do not succeed} */
    @Nullable
    Filling finish(Situation situation, Filling start) {
        return best(situation, start, question.packing.pods(), 0, 2);
    }

    private @Nullable Filling best(Situation situation, Filling start, int target, int from, int to) {
        Arrays.fill(total, 1e-9);
        for (Kind kind : situation.kinds) {
            for (int r = 0; r < total.length; r++) {
                total[r] += (double) kind.free[r] * kind.size();
            }
        }
        Filling best = null;
        for (int variant = from; variant < to; variant++) {
            Filling filling = fill(
                    situation,
                    variant == to - 1 ? start : start.copy(),
                    classOrder(situation, variant >> 1),
                    (variant & 1) == 1);
            known.note(filling.pods());
            if (question.tree.succeeds(filling.placed, question.min)
                    && (best == null || filling.pods() > best.pods())) {
                best = filling;
                if (best.pods() >= target) {
                    break;
                }
            }
        }
        return best;
    }

    private Filling fill(Situation situation, Filling filling, List<Integer> order, boolean byUse) {
        Tree tree = question.tree;
        for (int j : order) {
            if (situation.state[tree.leafOf[j]] == Tree.PLACED) {
                place(filling, j, question.min[j] - filling.placed[j], byUse);
            }
        }
        for (int g = 0; g < tree.size; g++) {
            if (tree.leaf[g] && situation.state[g] == Tree.PLACED) {
                int missing = Math.max(1, tree.minimum[g]);
                int all = 0;
                for (int j : tree.classes[g]) {
                    missing -= filling.placed[j];
                    all += question.count[j] - filling.placed[j];
                }
                for (int i = 0; i < order.size() && missing > 0; i++) {
                    int j = order.get(missing == all ? i : order.size() - 1 - i);
                    if (tree.leafOf[j] == g) {
                        int more = place(filling, j, Math.min(missing, question.count[j] - filling.placed[j]), byUse);
                        missing -= more;
                        all -= more;
                    }
                }
            }
        }
        for (int j : order) {
            if (situation.state[tree.leafOf[j]] == Tree.PLACED) {
                place(filling, j, question.count[j] - filling.placed[j], byUse);
            }
        }
        return filling;
    }

    private int place(Filling filling, int j, int wanted, boolean byUse) {
        int left = wanted;
        if (left <= 0) {
            return 0;
        }
        int bins = filling.bins();
        steps.spend(1 + bins);
        long[] ranked = new long[bins];
        long[] room = bins > SLICES && question.wide.isEmpty() ? new long[SLICES] : null;
        int suited = 0;
        for (int b = 0; b < bins; b++) {
            int each = filling.room(b, j);
            if (each > 0) {
                int leftover = Float.floatToIntBits((float) leftover(filling, b, j, byUse));
                ranked[suited++] = (long) leftover << 32 | b;
                if (room != null) {
                    room[leftover >>> SLICE] += (long) each * filling.size(b);
                }
            }
        }
        suited = room == null ? suited : enough(ranked, suited, room, wanted);
        Arrays.sort(ranked, 0, suited);
        for (int i = 0; i < suited && left > 0; i++) {
            left -= filling.put((int) ranked[i], j, left);
        }
        return wanted - left;
    }

    /** Keeps the slices of bins, from the best on, that have room for all that is wanted: only they need to be sorted. */
    private static int enough(long[] ranked, int suited, long[] room, int wanted) {
        int slice = 0;
        for (long sum = room[0]; sum < wanted && slice < SLICES - 1; sum += room[slice]) {
            slice++;
        }
        int kept = 0;
        for (int i = 0; i < suited; i++) {
            if (ranked[i] >>> 32 + SLICE <= slice) {
                ranked[kept++] = ranked[i];
            }
        }
        return kept;
    }

    /** What a node keeps for others: the share of what is left of all resources, or first of those that the class does not ask for. */
    private double leftover(Filling filling, int bin, int j, boolean byUse) {
        double leftover = 0;
        for (int r = 0; r < total.length; r++) {
            double share = filling.left(bin, r) / total[r];
            leftover += byUse && question.request[j][r] == 0 ? 1000 * share : share;
        }
        return leftover;
    }

    private List<Integer> classOrder(Situation situation, int variant) {
        double[] key = new double[question.classes];
        List<Integer> order = new ArrayList<>();
        for (int j = 0; j < key.length; j++) {
            if (question.tree.leafOf[j] >= 0) {
                order.add(j);
            }
            double max = 0;
            double sum = 0;
            for (int r = 0; r < total.length; r++) {
                double share = question.request[j][r] / total[r];
                max = Math.max(max, share);
                sum += share;
            }
            long places = 0;
            for (int i = 0; variant == 2 && i < situation.kinds.size(); i++) {
                places += (long) situation.kinds.get(i).most[j]
                        * situation.kinds.get(i).size();
            }
            key[j] = variant == 0
                    ? -max
                    : variant == 1 ? -sum : variant == 2 ? (double) places / question.count[j] : max;
        }
        order.sort((a, b) -> Double.compare(key[a], key[b]));
        return order;
    }
}
