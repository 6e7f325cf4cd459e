package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Fewest points that an answer can have, given which groups have pods and how many pods there are in all.
 *
 * <p>The greater of two lower bounds. By the tree: the root succeeds as cheaply as it can, every group known to have
 * pods does, and choices are made for the fewest points. By the total: groups known to have pods get their minima,
 * then the cheapest pods are added until there are enough (minima of nested sets, so taking the cheapest is the
 * best).
 */
final class RequiredPoints {

    /** What cannot be. */
    static final long NEVER = Long.MAX_VALUE;

    /** What is more points than this counts as these: it is needed all the same. */
    private static final long MOST = Long.MAX_VALUE - 1;

    private final Packing packing;
    private final NumberedGroups groups;
    private final GroupState[] state;
    private final List<Long> points;
    private final int[] placed;

    RequiredPoints(Packing packing, NumberedGroups groups, GroupState[] state, List<Long> points) {
        this.packing = packing;
        this.groups = groups;
        this.state = state;
        this.points = points;
        this.placed = new int[packing.classes().size()];
    }

    long of(int atLeast) {
        long byTree = cost(0);
        return byTree == NEVER ? NEVER : Math.max(byTree, byTotal(atLeast));
    }

    /** Fewest points with which a group succeeds, and has pods if it is known to. */
    private long cost(int group) {
        if (state[group] == GroupState.EMPTY) {
            return groups.isMetByNothing(group) ? 0 : NEVER;
        }
        if (state[group] == GroupState.OPEN && groups.isMetByNothing(group)) {
            return 0;
        }
        PackingGroup it = groups.group(group);
        return it.children().isEmpty() ? leafCost(it) : compositeCost(group, it);
    }

    private long leafCost(PackingGroup leaf) {
        for (int j : leaf.classes()) {
            placed[j] = 0;
        }
        return fillLeaf(leaf) ? worthPlaced(leaf.classes()) : NEVER;
    }

    private long compositeCost(int group, PackingGroup composite) {
        int needed = composite.minimum();
        long cost = 0;
        long[] others = new long[composite.children().size()];
        int free = 0;
        for (int child : groups.children(group)) {
            long one = cost(child);
            if (state[child] != GroupState.PLACED) {
                others[free++] = one;
            } else if (one == NEVER) {
                return NEVER;
            } else {
                cost = plus(cost, one);
                needed--;
            }
        }
        Arrays.sort(others, 0, free);
        for (int i = 0; i < needed; i++) {
            if (i >= free || others[i] == NEVER) {
                return NEVER;
            }
            cost = plus(cost, others[i]);
        }
        return cost;
    }

    private long byTotal(int atLeast) {
        Arrays.fill(placed, 0);
        for (int group = 0; group < groups.count(); group++) {
            if (state[group] == GroupState.PLACED
                    && groups.group(group).children().isEmpty()
                    && !fillLeaf(groups.group(group))) {
                return NEVER;
            }
        }
        long missing = atLeast;
        for (int pods : placed) {
            missing -= pods;
        }
        List<Integer> all = groups.classesOf(state);
        return fill(all, missing) ? worthPlaced(all) : NEVER;
    }

    private boolean fillLeaf(PackingGroup leaf) {
        long missing = Math.max(1, leaf.minimum());
        for (int j : leaf.classes()) {
            placed[j] = packing.classes().get(j).min();
            missing -= placed[j];
        }
        return fill(leaf.classes(), missing);
    }

    private boolean fill(List<Integer> classes, long missing) {
        List<Integer> cheapestFirst = new ArrayList<>(classes);
        if (classes.size() > 1) {
            cheapestFirst.sort(Comparator.comparing(points::get));
        }
        for (int j : cheapestFirst) {
            if (missing > 0) {
                int more = (int) Math.min(missing, packing.classes().get(j).count() - placed[j]);
                placed[j] += more;
                missing -= more;
            }
        }
        return missing <= 0;
    }

    private long worthPlaced(List<Integer> classes) {
        long worth = 0;
        for (int j : classes) {
            worth = plus(worth, Products.of(points.get(j), placed[j]));
        }
        return worth;
    }

    private static long plus(long a, long b) {
        return Math.min(MOST, Products.sum(a, b));
    }
}
