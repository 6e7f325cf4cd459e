package io.github.workload4j.gang.search.fill;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.Ranking;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.StepPrice;
import io.github.workload4j.gang.search.model.Subproblem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * First fit decreasing and its relatives, in bulk: classes from the hardest to the easiest, each to the nodes that suit
 * it best.
 *
 * <p>The members of the portfolio differ in which class is hard, and in which nodes suit: the tightest by all resources
 * alike, or by the scarce ones first. Deterministic; the best placement counts. See Panigrahy, Talwar, Uyeda and
 * Wieder, <i>Heuristics for Vector Bin Packing</i>, 2011.
 */
public final class FirstFitPortfolio {

    /**
     * Which class comes first: the largest share of one resource, or of all, the fewest places, or the smallest share.
     */
    private enum First {
        LARGEST_SHARE,
        LARGEST_SUM,
        FEWEST_PLACES,
        SMALLEST_SHARE
    }

    /** The last way gives shared rows what they have to hold at least by as many hard pods as leave room for it. */
    private record Way(First first, boolean byScarcity, boolean isMixed) {

        Way(First first, boolean byScarcity) {
            this(first, byScarcity, false);
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way(First.LARGEST_SHARE, false),
            new Way(First.LARGEST_SHARE, true),
            new Way(First.LARGEST_SUM, true),
            new Way(First.FEWEST_PLACES, true),
            new Way(First.SMALLEST_SHARE, false),
            new Way(First.LARGEST_SHARE, false, true));

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final Incumbent incumbent;
    private long[] entries = new long[0];

    public FirstFitPortfolio(ReducedPacking reduced, WorkMeter meter, Incumbent incumbent) {
        this.incumbent = incumbent;
        this.reduced = reduced;
        this.meter = meter;
    }

    /** {@return the first placement of the portfolio, or null if a group misses its minimum} */
    @Nullable
    public PartialPlacement first(Subproblem subproblem) {
        return best(subproblem, new PartialPlacement(subproblem), 0, 0, 1);
    }

    /** {@return the best of the other placements in which every placed group meets its minimum, or null} */
    @Nullable
    public PartialPlacement others(Subproblem subproblem, int target) {
        int ways = reduced.rows.isEmpty() ? WAYS.size() - 1 : WAYS.size();
        return best(subproblem, new PartialPlacement(subproblem), target, 1, ways);
    }

    /** {@return a partial placement filled up by the first two ways, or null if a group misses its minimum} */
    @Nullable
    public PartialPlacement finish(Subproblem subproblem, PartialPlacement start) {
        return best(subproblem, start, reduced.packing.pods(), 0, 2);
    }

    private @Nullable PartialPlacement best(
            Subproblem subproblem, PartialPlacement start, int target, int from, int to) {
        PartialPlacement best = null;
        for (int way = from; way < to; way++) {
            PartialPlacement partial = fill(subproblem, way == to - 1 ? start : start.copy(), WAYS.get(way));
            if (!reduced.tree.succeeds(partial.placed, reduced.min) || !partial.keepsRows()) {
                incumbent.note(partial);
            } else if (best == null || partial.pods() > best.pods()) {
                best = partial;
                if (best.pods() >= target) {
                    break;
                }
            }
        }
        return best;
    }

    private PartialPlacement fill(Subproblem subproblem, PartialPlacement partial, Way way) {
        PackingTree tree = reduced.tree;
        List<Integer> order = order(subproblem, way.first);
        Ranking ranking = way.byScarcity ? subproblem.byScarcity() : subproblem.byRemaining();
        for (int row : reduced.rows.smallestFirst) {
            partial.confine(row);
            if (way.isMixed) {
                mix(subproblem, partial, row, order, ranking);
            }
            fillUp(subproblem, partial, row, order, ranking);
            partial.confine(-1);
        }
        for (int j : order) {
            if (subproblem.state[tree.leafOf[j]] == PackingTree.PLACED) {
                place(subproblem, partial, j, reduced.min[j] - partial.placed[j], ranking);
            }
        }
        for (int g = 0; g < tree.size; g++) {
            if (tree.leaf[g] && subproblem.state[g] == PackingTree.PLACED) {
                int missing = Math.max(1, tree.minimum[g]);
                int all = 0;
                for (int j : tree.classes[g]) {
                    missing -= partial.placed[j];
                    all += reduced.count[j] - partial.placed[j];
                }
                for (int i = 0; i < order.size() && missing > 0; i++) {
                    int j = order.get(missing == all ? i : order.size() - 1 - i);
                    if (tree.leafOf[j] == g) {
                        int more = place(
                                subproblem,
                                partial,
                                j,
                                Math.min(missing, reduced.count[j] - partial.placed[j]),
                                ranking);
                        missing -= more;
                        all -= more;
                    }
                }
            }
        }
        for (int j : order) {
            if (subproblem.state[tree.leafOf[j]] == PackingTree.PLACED) {
                place(subproblem, partial, j, reduced.count[j] - partial.placed[j], ranking);
            }
        }
        return partial;
    }

    /** Gives a shared row what it has to hold at least, the easiest classes first. */
    private void fillUp(
            Subproblem subproblem, PartialPlacement partial, int row, List<Integer> order, Ranking ranking) {
        for (int i = order.size() - 1; i >= 0 && partial.lacks(row) > 0; i--) {
            int j = order.get(i);
            long amount = reduced.rows.amounts[row][j];
            if (amount > 0 && subproblem.state[reduced.tree.leafOf[j]] == PackingTree.PLACED) {
                long wanted = (partial.lacks(row) - 1) / amount + 1;
                place(subproblem, partial, j, (int) Math.min(wanted, reduced.count[j] - partial.placed[j]), ranking);
            }
        }
    }

    /** Gives a shared row hard pods, as many as leave room for what it lacks then of the easiest class. */
    private void mix(Subproblem subproblem, PartialPlacement partial, int row, List<Integer> order, Ranking ranking) {
        int easiest = -1;
        for (int j : order) {
            boolean counts =
                    reduced.rows.amounts[row][j] > 0 && subproblem.state[reduced.tree.leafOf[j]] == PackingTree.PLACED;
            easiest = counts && partial.placed[j] < reduced.count[j] ? j : easiest;
        }
        for (int j : order) {
            if (easiest >= 0 && j != easiest && reduced.rows.amounts[row][j] > 0) {
                long wanted = Math.min(partial.beside(row, j, easiest), reduced.count[j] - partial.placed[j]);
                place(subproblem, partial, j, (int) wanted, ranking);
            }
        }
    }

    /** Puts pods of a class on the nodes that suit it best, touched or untouched, and returns how many. */
    private int place(Subproblem subproblem, PartialPlacement partial, int j, int wanted, Ranking ranking) {
        if (wanted <= 0) {
            return 0;
        }
        BitSet takers = subproblem.takers(ranking, j);
        meter.spend(StepPrice.ofFirstFit(takers.length(), partial.bins()));
        if (entries.length < partial.bins()) {
            entries = new long[partial.bins() * 2];
        }
        int suited = partial.suited(j, ranking, entries);
        Ranking.sort(entries, suited);
        int remaining = wanted;
        int touched = 0;
        int untouched = next(takers, 0, ranking, partial);
        int looks = 0;
        for (; remaining > 0 && (touched < suited || untouched >= 0); looks++) {
            if (untouched < 0 || touched < suited && Ranking.rank(entries[touched]) <= ranking.rank()[untouched]) {
                remaining -= partial.put((int) entries[touched++], j, remaining);
            } else {
                remaining -= partial.start(ranking.order()[untouched], j, remaining);
                untouched = next(takers, untouched + 1, ranking, partial);
            }
        }
        meter.spend(looks);
        return wanted - remaining;
    }

    /** The next place, from {@code from} on, of a type that takes a pod and has untouched nodes, or -1. */
    private static int next(BitSet takers, int from, Ranking ranking, PartialPlacement partial) {
        int place = takers.nextSetBit(from);
        while (place >= 0 && partial.untouched[ranking.order()[place]] == 0) {
            place = takers.nextSetBit(place + 1);
        }
        return place;
    }

    private List<Integer> order(Subproblem subproblem, First first) {
        double[] key = new double[reduced.classes];
        List<Integer> order = new ArrayList<>();
        for (int j = 0; j < key.length; j++) {
            if (reduced.tree.leafOf[j] >= 0) {
                order.add(j);
            }
            double max = 0;
            double sum = 0;
            for (int r = 0; r < reduced.resources; r++) {
                double share = reduced.request[j][r] / (1e-9 + subproblem.total()[r]);
                max = Math.max(max, share);
                sum += share;
            }
            key[j] = switch (first) {
                case LARGEST_SHARE -> -max;
                case LARGEST_SUM -> -sum;
                case FEWEST_PLACES -> (double) subproblem.places(j) / reduced.count[j];
                case SMALLEST_SHARE -> max;
            };
        }
        order.sort((a, b) -> Double.compare(key[a], key[b]));
        return order;
    }
}
