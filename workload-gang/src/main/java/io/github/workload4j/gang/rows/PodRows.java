package io.github.workload4j.gang.rows;

import io.github.workload4j.api.core.Pod;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Pods on nodes as rows of columns, in the order of namespace and name. A pod is made when it is first asked for, and
 * is the same object from then on. Safe to share between threads.
 */
public abstract class PodRows {

    private final AtomicReferenceArray<Pod> made;

    protected PodRows(int size) {
        this.made = new AtomicReferenceArray<>(size);
    }

    /** {@return number of rows} */
    public final int size() {
        return made.length();
    }

    /** {@return the place of the node that a pod is on; -1 if the row is of no pod here} */
    public abstract int node(int row);

    /** {@return which of the shapes a pod has} */
    public abstract int shape(int row);

    /**
     * {@return pods like these in all but names, labels, nodes and times; what is no shape of these is null}
     */
    public abstract List<@Nullable Pod> shapes();

    /** {@return the namespace of a pod, which is not empty; of one namespace the same object} */
    public abstract String namespace(int row);

    /** {@return the row of a name, or -1} */
    public abstract int find(String namespace, String name);

    /** {@return a new object for a row} */
    protected abstract Pod make(int row);

    /** {@return the pod of a row} */
    public final Pod pod(int row) {
        Pod known = made.get(row);
        if (known != null) {
            return known;
        }
        Pod pod = make(row);
        return made.compareAndSet(row, null, pod) ? pod : made.get(row);
    }

    /** {@return whether an object is the pod of a row} */
    public final boolean is(int row, Pod pod) {
        return made.get(row) == pod;
    }

    /** {@return the pods of some rows} */
    public final List<Pod> list(int[] rows) {
        return new Some(rows);
    }

    private final class Some extends AbstractList<Pod> implements RandomAccess {

        private final int[] rows;

        Some(int[] rows) {
            this.rows = rows;
        }

        @Override
        public Pod get(int index) {
            return pod(rows[index]);
        }

        @Override
        public int size() {
            return rows.length;
        }
    }
}
