package io.github.workload4j.gang.stored;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.gang.rows.PodRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Pods as they are stored, name after name. What is no pod on a node that is there is left to the reader. */
final class StoredPods implements PodRows {

    private final PathTable paths;
    private final PodColumns columns;
    private final List<@Nullable Pod> shapes;
    private final List<Node> nodes;
    private final int[] shape;
    private final int[] node;
    private final AtomicReferenceArray<Pod> made;

    private StoredPods(PathTable paths, PodColumns columns, List<@Nullable Pod> shapes, List<Node> nodes) {
        this.paths = paths;
        this.columns = columns;
        this.shapes = shapes;
        this.nodes = nodes;
        this.shape = columns.shape();
        this.node = columns.node();
        this.made = new AtomicReferenceArray<>(paths.size());
    }

    /**
     * {@return the pods that come next, or null if they are to be read one by one: something about them is not as a
     * writer leaves it}
     *
     * @param nodes the nodes, in the order of their names
     * @param others takes the pods that are on none of them
     */
    static @Nullable StoredPods read(
            Cut from, List<ApiObject> shapes, List<Node> nodes, Instant time, List<Pod> others) {
        try {
            PathTable paths = PathTable.read(from);
            if (paths == null) {
                return null;
            }
            List<@Nullable Pod> ofPods = new ArrayList<>();
            shapes.forEach(each -> ofPods.add(each instanceof Pod pod ? pod : null));
            from.runs(paths.size(), (first, end, number) -> Cut.below(number, 1)); // none was listed before
            PodColumns columns = PodColumns.read(from, paths.size(), shapes.size(), nodes.size(), time);
            StoredPods pods = new StoredPods(paths, columns, ofPods, nodes);
            return pods.isPlaced(others) ? pods : null;
        } catch (SnapshotFormatException e) {
            return null;
        }
    }

    /** Turns numbers of nodes into places, and takes out what is no pod on a node; false if that cannot be. */
    private boolean isPlaced(List<Pod> others) {
        boolean[] isFinished = new boolean[shapes.size()];
        for (int i = 0; i < isFinished.length; i++) {
            Pod like = shapes.get(i);
            isFinished[i] = like == null || like.isFinished();
        }
        for (int row = 0; row < size(); row++) {
            if (isFinished[shape[row]] && shapes.get(shape[row]) == null) {
                return false;
            }
            int place = node[row] - 1;
            node[row] = isFinished[shape[row]] ? -1 : place;
            if (node[row] < 0) {
                others.add(made(row, place));
            }
        }
        return true;
    }

    @Override
    public int size() {
        return shape.length;
    }

    @Override
    public int node(int row) {
        return node[row];
    }

    @Override
    public String nodeName(int row) {
        return nodes.get(node[row]).metadata().name();
    }

    @Override
    public int shape(int row) {
        return shape[row];
    }

    @Override
    public List<@Nullable Pod> shapes() {
        return Collections.unmodifiableList(shapes);
    }

    @Override
    public String namespace(int row) {
        return paths.namespace(row);
    }

    @Override
    public int find(String namespace, String name) {
        return paths.find(namespace, name);
    }

    /** Looks at some places as {@link PathTable#glance} does. */
    int glance(int[] places) {
        return paths.glance(places);
    }

    /** {@return the row of a name, or -1; {@code place}: how many come before it, as far as is known} */
    int find(String namespace, String name, int place) {
        return paths.find(namespace, name, place);
    }

    @Override
    public Pod pod(int row) {
        Pod known = made.get(row);
        if (known != null) {
            return known;
        }
        Pod pod = made(row, node[row]);
        return made.compareAndSet(row, null, pod) ? pod : made.get(row);
    }

    @Override
    public Pod like(int row) {
        return requireNonNull(shapes.get(shape[row]), "shape");
    }

    private Pod made(int row, int on) {
        return StoredShapes.pod(
                like(row),
                paths.namespace(row),
                paths.name(row),
                on < 0 ? "" : nodes.get(on).metadata().name(),
                columns.started(row));
    }
}
