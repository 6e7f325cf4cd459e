package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.Arrays;

/**
 * The least weight of an answer, given which groups have pods and how many pods there are in all.
 *
 * <p>The greater of two lower bounds. By the tree: each group meets its minimum as cheaply as it can. By the total:
 * placed groups get their minima, then the cheapest pods are added. Both take the cheapest pods first; that is optimal
 * because the sets with minima are nested.
 */
public final class RequiredWeight {

    public static final long NEVER = Long.MAX_VALUE;

    private final ReducedPacking reduced;
    private final PackingTree tree;
    private final int[] placed;
    private final Integer[] order;
    private final long[] weights;

    /** Classes of each leaf, by increasing weight. */
    private final int[][] inLeaf;

    private final int[] filled;
    private boolean sorted;

    public RequiredWeight(ReducedPacking reduced) {
        this.reduced = reduced;
        this.tree = reduced.tree;
        this.placed = new int[reduced.classes];
        this.order = new Integer[reduced.classes];
        this.weights = new long[reduced.classes];
        this.inLeaf = new int[tree.size][];
        this.filled = new int[tree.size];
        for (int g = 0; g < tree.size; g++) {
            inLeaf[g] = new int[tree.classes[g].length];
        }
        for (int j = 0; j < order.length; j++) {
            order[j] = j;
        }
    }

    /** {@return the least weight of an answer with at least {@code target} pods, or {@link #NEVER} if there is none} */
    public long of(byte[] state, long[] weights, int target) {
        if (!sorted || !Arrays.equals(weights, this.weights)) {
            sort(weights);
        }
        long byTree = cost(state, 0);
        return byTree == NEVER ? NEVER : Math.max(byTree, byTotal(state, target));
    }

    private void sort(long[] newWeights) {
        sorted = true;
        System.arraycopy(newWeights, 0, weights, 0, newWeights.length);
        Arrays.sort(order, (a, b) -> Long.compare(newWeights[a], newWeights[b]));
        Arrays.fill(filled, 0);
        for (int j : order) {
            int leaf = tree.leafOf[j];
            if (leaf >= 0) {
                inLeaf[leaf][filled[leaf]++] = j;
            }
        }
    }

    private long cost(byte[] state, int group) {
        if (state[group] == PackingTree.EMPTY) {
            return tree.metByNothing[group] ? 0 : NEVER;
        }
        if (state[group] == PackingTree.OPEN && tree.metByNothing[group]) {
            return 0;
        }
        if (tree.leaf[group]) {
            return fillLeaf(group) ? worth(inLeaf[group]) : NEVER;
        }
        int needed = tree.minimum[group];
        long cost = 0;
        long[] others = new long[tree.children[group].length];
        int free = 0;
        for (int child : tree.children[group]) {
            long one = cost(state, child);
            if (state[child] != PackingTree.PLACED) {
                others[free++] = one;
            } else if (one == NEVER) {
                return NEVER;
            } else {
                cost = Math.addExact(cost, one);
                needed--;
            }
        }
        Arrays.sort(others, 0, free);
        for (int i = 0; i < needed; i++) {
            if (i >= free || others[i] == NEVER) {
                return NEVER;
            }
            cost = Math.addExact(cost, others[i]);
        }
        return cost;
    }

    private long byTotal(byte[] state, int target) {
        Arrays.fill(placed, 0);
        for (int g = 0; g < tree.size; g++) {
            if (state[g] == PackingTree.PLACED && tree.leaf[g] && !fillLeaf(g)) {
                return NEVER;
            }
        }
        long missing = target;
        for (int pods : placed) {
            missing -= pods;
        }
        for (int j : order) {
            int leaf = tree.leafOf[j];
            if (missing > 0 && leaf >= 0 && state[leaf] != PackingTree.EMPTY) {
                missing -= add(j, missing);
            }
        }
        if (missing > 0) {
            return NEVER;
        }
        long worth = 0;
        for (int[] classes : inLeaf) {
            worth = Math.addExact(worth, worth(classes));
        }
        return worth;
    }

    private boolean fillLeaf(int leaf) {
        long missing = Math.max(1, tree.minimum[leaf]);
        for (int j : tree.classes[leaf]) {
            placed[j] = reduced.min[j];
            missing -= placed[j];
        }
        for (int j : inLeaf[leaf]) {
            if (missing > 0) {
                missing -= add(j, missing);
            }
        }
        return missing <= 0;
    }

    private int add(int j, long missing) {
        int more = (int) Math.min(missing, reduced.count[j] - placed[j]);
        placed[j] += more;
        return more;
    }

    private long worth(int[] classes) {
        long worth = 0;
        for (int j : classes) {
            worth = Math.addExact(worth, Math.multiplyExact(weights[j], (long) placed[j]));
        }
        return worth;
    }
}
