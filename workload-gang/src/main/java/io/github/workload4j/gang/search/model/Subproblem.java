package io.github.workload4j.gang.search.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case in numbers: the node types, how many nodes each has, and what is known of the groups. Nodes are counted
 * here, not named.
 */
public final class Subproblem {

    public final ReducedPacking reduced;

    /** What is known of each group, as in {@link Case#state}. */
    public final byte[] state;

    /** The node types; nodes of one type are interchangeable. */
    public final List<NodeType> types;

    /** What is known of shared rows. */
    public final RowBounds rows;

    private final NodeTypes nodeTypes;
    private final long @Nullable [] @Nullable [] freeByType;
    private final int @Nullable [] @Nullable [] maxByType;
    private @Nullable Ranking byRemaining;
    private @Nullable Ranking byScarcity;

    private Subproblem(ReducedPacking reduced, byte[] state, NodeTypes nodeTypes, RowBounds rows) {
        this.rows = rows;
        this.reduced = reduced;
        this.state = state;
        this.nodeTypes = nodeTypes;
        this.types = nodeTypes.list();
        this.freeByType = new long[reduced.resources][];
        this.maxByType = new int[reduced.classes][];
    }

    /**
     * {@return a case in numbers}
     *
     * <p>Linear in the number of nodes, unless the case leaves the node classes whole.
     */
    public static Subproblem of(ReducedPacking reduced, Case current) {
        boolean isWhole = reduced.wide.isEmpty() && reduced.rows.isEmpty() && current.isAll(reduced);
        NodeTypes nodeTypes = isWhole ? new UnsplitTypes(reduced) : SplitTypes.of(reduced, current);
        return new Subproblem(reduced, current.state(), nodeTypes, RowBounds.start(reduced.rows));
    }

    /** {@return the most pods of each class on one node of a type, given the pods that are fixed on other nodes} */
    public int[] max(int type) {
        return nodeTypes.max(type);
    }

    /** {@return the most pods of a class on one node, by type; not to be changed} */
    public int[] maxByType(int j) {
        int[] known = maxByType[j];
        if (known == null) {
            known = nodeTypes.maxByType(j);
            maxByType[j] = known;
        }
        return known;
    }

    /** {@return what is free of a resource on one node, by type; not to be changed} */
    public long[] freeByType(int resource) {
        long[] known = freeByType[resource];
        if (known == null) {
            known = nodeTypes.freeByType(resource);
            freeByType[resource] = known;
        }
        return known;
    }

    /** {@return the number of nodes of each type, as a new array} */
    public int[] sizes() {
        return nodeTypes.sizes();
    }

    /** {@return the array of nodes in which a type is a range} */
    public int[] nodes(int type) {
        return nodeTypes.nodes(type);
    }

    /** {@return where the range of a type ends} */
    public int to(int type) {
        return nodeTypes.to(type);
    }

    /** {@return what is free of each resource on all nodes, saturated at {@link Long#MAX_VALUE}; not to be changed} */
    public long[] total() {
        return nodeTypes.total();
    }

    /**
     * {@return the number of pods of a class that all nodes hold without other pods, were there enough of it;
     * saturated}
     */
    public long places(int j) {
        return nodeTypes.places(j, maxByType(j));
    }

    /** {@return the types from the tightest to the loosest, by what is free of all resources} */
    public Ranking byRemaining() {
        Ranking known = byRemaining;
        if (known == null) {
            known = nodeTypes.ranking();
            byRemaining = known;
        }
        return known;
    }

    /** {@return the types from the tightest to the loosest, where a resource counts more the scarcer it is} */
    public Ranking byScarcity() {
        Ranking known = byScarcity;
        if (known == null) {
            double[] weight = Ranking.shares(total());
            for (int r = 0; r < weight.length; r++) {
                weight[r] *= weight[r] * reduced.requested[r];
            }
            long[][] free = new long[weight.length][];
            Arrays.setAll(free, this::freeByType);
            known = Ranking.of(free, weight, types.size());
            byScarcity = known;
        }
        return known;
    }

    /** {@return the types that take a pod of a class, as places in a ranking} */
    public BitSet takers(Ranking ranking, int j) {
        return nodeTypes.takers(ranking, j, maxByType(j));
    }

    /** {@return whether pods are fixed on any node} */
    public boolean hasFixedPods() {
        return nodeTypes.hasFixedPods();
    }

    /**
     * Forgets what can be computed again, for the time in which the branches of this subproblem are searched.
     *
     * @return about how many bytes are kept
     */
    public long forget() {
        Arrays.fill(freeByType, null);
        Arrays.fill(maxByType, null);
        byRemaining = null;
        byScarcity = null;
        return nodeTypes.forget();
    }

    /** {@return this subproblem without the pods of a class in one domain of a wide conflict} */
    public Subproblem without(int j, int conflict, int domain) {
        List<NodeType> fewer = new ArrayList<>(types);
        for (int t = 0; t < fewer.size(); t++) {
            if (fewer.get(t).domain(reduced, conflict) == domain) {
                fewer.set(t, fewer.get(t).withMax(j, 0));
            }
        }
        return new Subproblem(reduced, state, new SplitTypes(reduced, fewer), rows);
    }

    /** {@return this subproblem with one type replaced by one or more} */
    public Subproblem with(int type, NodeType... replacements) {
        List<NodeType> more = new ArrayList<>(types);
        more.set(type, replacements[0]);
        for (int i = 1; i < replacements.length; i++) {
            more.add(type + i, replacements[i]);
        }
        return new Subproblem(reduced, state, new SplitTypes(reduced, more), rows);
    }

    /** {@return this subproblem, a spread having no level below one, or none above} */
    public Subproblem within(int spread, int from, int to) {
        return new Subproblem(reduced, state, nodeTypes, rows.within(reduced.rows, spread, from, to));
    }
}
