package io.github.workload4j.gang.search;

import java.util.ArrayList;
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

    private final Question question;
    private final Steps steps;
    private final Best known;
    private long[] entries = new long[0];

    Fills(Question question, Steps steps, Best known) {
        this.known = known;
        this.question = question;
        this.steps = steps;
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
                place(situation, filling, j, question.min[j] - filling.placed[j], byUse);
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
                        int more = place(
                                situation, filling, j, Math.min(missing, question.count[j] - filling.placed[j]), byUse);
                        missing -= more;
                        all -= more;
                    }
                }
            }
        }
        for (int j : order) {
            if (situation.state[tree.leafOf[j]] == Tree.PLACED) {
                place(situation, filling, j, question.count[j] - filling.placed[j], byUse);
            }
        }
        return filling;
    }

    /** Puts pods of a class on the nodes that suit it best, be they untouched or not, and tells how many. */
    private int place(Situation situation, Filling filling, int j, int wanted, boolean byUse) {
        if (wanted <= 0) {
            return 0;
        }
        Ranking ranking = byUse ? situation.byUse(j) : situation.byLeft();
        int[] order = ranking.order();
        int[] rank = ranking.rank();
        int[] most = situation.mostByKind(j);
        int kinds = order.length;
        steps.spend(1 + (kinds + filling.bins() >> 3));
        if (entries.length < filling.bins()) {
            entries = new long[filling.bins() * 2];
        }
        int suited = filling.suited(j, ranking, entries);
        Ranking.sort(entries, suited);
        int left = wanted;
        int touched = 0;
        int untouched = 0;
        int looks = 0;
        for (; left > 0; looks++) {
            while (untouched < kinds && (most[order[untouched]] == 0 || filling.untouched[order[untouched]] == 0)) {
                untouched++;
            }
            if (touched == suited && untouched == kinds) {
                break;
            }
            boolean again = untouched == kinds || touched < suited && Ranking.rank(entries[touched]) <= rank[untouched];
            left -= again ? filling.put((int) entries[touched++], j, left) : filling.start(order[untouched++], j, left);
        }
        steps.spend(looks);
        return wanted - left;
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
            for (int r = 0; r < question.resources; r++) {
                double share = question.request[j][r] / (1e-9 + situation.total()[r]);
                max = Math.max(max, share);
                sum += share;
            }
            key[j] = variant == 0
                    ? -max
                    : variant == 1 ? -sum : variant == 2 ? (double) situation.places(j) / question.count[j] : max;
        }
        order.sort((a, b) -> Double.compare(key[a], key[b]));
        return order;
    }
}
