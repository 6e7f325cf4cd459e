package io.github.workload4j.gang.search.model;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Bases as kinds, where nothing else tells nodes apart: each is made when somebody asks for it, for there may be as many as nodes. */
final class UnsplitTypes extends AbstractList<NodeType> implements RandomAccess {

    private final ReducedPacking reduced;
    private NodeType @Nullable [] made;
    private final int[] none;
    private final int[] nowhere = new int[0];

    UnsplitTypes(ReducedPacking reduced) {
        this.reduced = reduced;
        this.none = new int[reduced.classes];
    }

    @Override
    public NodeType get(int nodeClass) {
        if (made == null) {
            made = new NodeType[size()];
        }
        if (made[nodeClass] == null) {
            made[nodeClass] = make(nodeClass);
        }
        return made[nodeClass];
    }

    private NodeType make(int nodeClass) {
        NodeClasses nodeClasses = reduced.nodeClasses;
        long[] free = new long[reduced.resources];
        for (int r = 0; r < free.length; r++) {
            free[r] = nodeClasses.free(nodeClass, r);
        }
        int[] max = new int[reduced.classes];
        for (int j = 0; j < max.length; j++) {
            max[j] = Math.min(nodeClasses.capacity(j).max()[nodeClass], reduced.maxPerNode[j]);
        }
        return new NodeType(
                nodeClasses.nodes(), nodeClasses.from(nodeClass), nodeClasses.to(nodeClass), free, max, none, nowhere);
    }

    /** {@return most pods of a class on a node of each base, the bases' own column where there are pods enough} */
    int[] maxByType(int j) {
        Capacity capacity = reduced.nodeClasses.capacity(j);
        int[] max = capacity.max();
        int limit = reduced.maxPerNode[j];
        if (limit >= capacity.highest()) {
            return max;
        }
        int[] fewer = new int[max.length];
        for (int nodeClass = 0; nodeClass < fewer.length; nodeClass++) {
            fewer[nodeClass] = Math.min(max[nodeClass], limit);
        }
        return fewer;
    }

    @Override
    public int size() {
        return reduced.nodeClasses.size();
    }
}
