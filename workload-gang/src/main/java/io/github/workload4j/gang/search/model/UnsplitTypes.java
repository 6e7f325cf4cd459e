package io.github.workload4j.gang.search.model;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The node classes of the packing as node types, for a case that tells no nodes of a class apart.
 *
 * <p>Columns come from {@link NodeClasses}, which remembers them. A {@link NodeType} is made when it is asked for:
 * there may be as many as nodes.
 */
final class UnsplitTypes extends AbstractList<NodeType> implements NodeTypes, RandomAccess {

    private final ReducedPacking reduced;
    private final NodeClasses nodeClasses;
    private NodeType @Nullable [] made;
    private final int[] none;
    private final int[] nowhere = new int[0];

    UnsplitTypes(ReducedPacking reduced) {
        this.reduced = reduced;
        this.nodeClasses = reduced.nodeClasses;
        this.none = new int[reduced.classes];
    }

    @Override
    public NodeType get(int type) {
        if (made == null) {
            made = new NodeType[size()];
        }
        if (made[type] == null) {
            made[type] = make(type);
        }
        return made[type];
    }

    private NodeType make(int type) {
        long[] free = new long[reduced.resources];
        for (int r = 0; r < free.length; r++) {
            free[r] = nodeClasses.free(type, r);
        }
        int[] max = new int[reduced.classes];
        for (int j = 0; j < max.length; j++) {
            max[j] = Math.min(nodeClasses.capacity(j).max()[type], reduced.maxPerNode[j]);
        }
        return new NodeType(
                nodeClasses.nodes(), nodeClasses.from(type), nodeClasses.to(type), free, max, none, nowhere);
    }

    @Override
    public int size() {
        return nodeClasses.size();
    }

    @Override
    public List<NodeType> list() {
        return this;
    }

    @Override
    public long[] total() {
        return nodeClasses.total();
    }

    @Override
    public int[] sizes() {
        int[] sizes = new int[size()];
        for (int t = 0; t < sizes.length; t++) {
            sizes[t] = nodeClasses.to(t) - nodeClasses.from(t);
        }
        return sizes;
    }

    @Override
    public int[] nodes(int type) {
        return nodeClasses.nodes();
    }

    @Override
    public int to(int type) {
        return nodeClasses.to(type);
    }

    @Override
    public int[] max(int type) {
        return get(type).max;
    }

    /** The column of the node classes itself, unless there are too few pods of the class to fill a node. */
    @Override
    public int[] maxByType(int podClass) {
        Capacity capacity = nodeClasses.capacity(podClass);
        int[] max = capacity.max();
        int limit = reduced.maxPerNode[podClass];
        if (limit >= capacity.highest()) {
            return max;
        }
        int[] fewer = new int[max.length];
        for (int t = 0; t < fewer.length; t++) {
            fewer[t] = Math.min(max[t], limit);
        }
        return fewer;
    }

    @Override
    public long[] freeByType(int resource) {
        return nodeClasses.free(resource);
    }

    @Override
    public long places(int podClass, int[] maxByType) {
        Capacity capacity = nodeClasses.capacity(podClass);
        if (maxByType == capacity.max()) {
            return capacity.places();
        }
        long places = 0;
        for (int t = 0; t < maxByType.length; t++) {
            long nodes = nodeClasses.to(t) - nodeClasses.from(t);
            places = SaturatedMath.sum(places, maxByType[t] * nodes);
        }
        return places;
    }

    @Override
    public Ranking ranking() {
        return nodeClasses.ranking();
    }

    @Override
    public BitSet takers(Ranking ranking, int podClass, int[] maxByType) {
        return ranking == nodeClasses.ranking() ? nodeClasses.capacity(podClass).takers() : ranking.takers(maxByType);
    }

    @Override
    public boolean hasFixedPods() {
        return false;
    }

    /** The types stay with the node classes; what is counted is the list. */
    @Override
    public long forget() {
        return 200 + 4L * reduced.classes;
    }
}
