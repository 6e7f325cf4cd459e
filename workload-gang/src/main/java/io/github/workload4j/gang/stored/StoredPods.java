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
     * @param nodes the nodes that are there, in the order of their names
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
            List<String> names = SnapshotReader.names(from);
            PodColumns columns = PodColumns.read(from, paths.size(), shapes.size(), names.size(), time);
            StoredPods pods = new StoredPods(paths, columns, ofPods, nodes);
            return pods.isPlaced(pods.places(names), others) ? pods : null;
        } catch (SnapshotFormatException e) {
            return null;
        }
    }

    /** Turns numbers of nodes in the list into places of nodes that are there. */
    private boolean isPlaced(int[] places, List<Pod> others) {
        boolean[] isFinished = new boolean[shapes.size()];
        for (int i = 0; i < isFinished.length; i++) {
            Pod like = shapes.get(i);
            isFinished[i] = like == null || like.isFinished();
        }
        for (int row = 0; row < size(); row++) {
            int place = places[node[row]];
            boolean isAway = node[row] > 0 && place < 0;
            if (isAway || isFinished[shape[row]] && shapes.get(shape[row]) == null) {
                return false;
            }
            node[row] = isFinished[shape[row]] ? -1 : place;
            if (node[row] < 0) {
                others.add(made(row, place));
            }
        }
        return true;
    }

    /**
     * {@return where each node of a list in order is, from 1 on; -1 if it is not there or not in order, and for none}
     */
    private int[] places(List<String> names) {
        int[] places = new int[names.size() + 1];
        places[0] = -1;
        int at = 0;
        for (int i = 0; i < names.size(); i++) {
            int order = -1;
            while (at < nodes.size() && (order = nodes.get(at).metadata().name().compareTo(names.get(i))) < 0) {
                at++;
            }
            places[i + 1] = order == 0 ? at : -1;
        }
        return places;
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
