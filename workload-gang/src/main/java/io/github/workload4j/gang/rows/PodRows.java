package io.github.workload4j.gang.rows;

import io.github.workload4j.api.core.Pod;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pods on nodes as rows of columns, in the order of namespace and name. A pod is made when it is first asked for, and
 * is the same object from then on. Safe to share between threads.
 */
public interface PodRows {

    /** {@return number of rows} */
    int size();

    /** {@return the place of the node that a pod is on; -1 if the row is of no pod here} */
    int node(int row);

    /** {@return the name of that node} */
    String nodeName(int row);

    /** {@return which of the shapes a pod has} */
    int shape(int row);

    /** {@return pods like these in all but names, labels, nodes and times; what is no shape of a pod is null} */
    List<@Nullable Pod> shapes();

    /** {@return the shape of a pod} */
    Pod like(int row);

    /** {@return the namespace of a pod, which is not empty; of one namespace the same object} */
    String namespace(int row);

    /** {@return the row of a name, or -1} */
    int find(String namespace, String name);

    /** {@return the pod of a row} */
    Pod pod(int row);

    /** {@return the pods of some rows} */
    default List<Pod> list(int[] rows) {
        return new AbstractList<>() {
            @Override
            public Pod get(int index) {
                return pod(rows[index]);
            }

            @Override
            public int size() {
                return rows.length;
            }
        };
    }
}
