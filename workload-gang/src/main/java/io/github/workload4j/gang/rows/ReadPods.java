package io.github.workload4j.gang.rows;

import io.github.workload4j.api.core.Pod;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pods of which some were read as rows: who knows this class takes the rows as they are. Two rows, or a row and another
 * pod, have never one name.
 */
public final class ReadPods extends AbstractCollection<Pod> {

    private final PodRows rows;
    private final Collection<Pod> others;

    /** The pods of some rows, those that are on a node, and others. */
    public ReadPods(PodRows rows, Collection<Pod> others) {
        this.rows = rows;
        this.others = others;
    }

    /** {@return the rows} */
    public PodRows rows() {
        return rows;
    }

    /** {@return the pods that are no rows} */
    public Collection<Pod> others() {
        return others;
    }

    @Override
    public Iterator<Pod> iterator() {
        return Stream.concat(onNodes().mapToObj(rows::pod), others.stream()).iterator();
    }

    @Override
    public int size() {
        return (int) onNodes().count() + others.size();
    }

    private IntStream onNodes() {
        return IntStream.range(0, rows.size()).filter(row -> rows.node(row) >= 0);
    }
}
