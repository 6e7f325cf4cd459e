package io.github.workload4j.gang.stored;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import io.github.workload4j.gang.rows.ReadPods;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads snapshots that {@link SnapshotWriter} stored, one after the other.
 *
 * <p>Bytes that are damaged, cut off, of another form or no stored snapshot at all are refused, and nothing else is
 * thrown for them. A snapshot is refused above 1 GiB. Each snapshot shares with the one before what did not change.
 * Of a whole one all bytes are looked at, and nodes and columns made; its pods become objects when an answer looks at
 * them, and hold the bytes until then. Not thread-safe; the snapshots are.
 *
 * @since 0.1.0
 */
public final class SnapshotReader implements Closeable {

    private final CountedInput counted;
    private final DataInputStream in;
    private final List<ApiObject> shapes = new ArrayList<>();
    private final Map<String, ApiObject> others = new TreeMap<>();
    private ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(), List.of());
    private ListedPods listed = ListedPods.NONE;
    private boolean isBegun;

    /** Reads from a stream, which is closed with this. */
    public SnapshotReader(InputStream in) {
        this.counted = new CountedInput(new BufferedInputStream(requireNonNull(in, "in"), 1 << 16));
        this.in = new DataInputStream(counted);
    }

    /**
     * {@return whether bytes begin as a stored snapshot does; eight are enough}
     *
     * <p>No manifest begins so.
     */
    public static boolean isOne(byte[] bytes) {
        return Frame.isBeginning(requireNonNull(bytes, "bytes"));
    }

    /**
     * {@return the only snapshot in some bytes, or the first}
     *
     * @throws SnapshotFormatException if they are no stored snapshot
     */
    public static StoredSnapshot read(byte[] bytes) throws SnapshotFormatException {
        try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(requireNonNull(bytes, "bytes")))) {
            return reader.next()
                    .orElseThrow(() ->
                            SnapshotFormatException.damaged("it is cut off").from(bytes.length));
        } catch (SnapshotFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException(e); // does not happen in memory
        }
    }

    /**
     * {@return the next snapshot; empty after the last}
     *
     * @throws SnapshotFormatException if there is something else; what follows cannot be read either
     * @throws IOException if the stream fails
     */
    public Optional<StoredSnapshot> next() throws IOException {
        long offset = counted.count();
        try {
            if (!isBegun) {
                Frame.requireBeginning(in);
                isBegun = true;
                offset = counted.count();
            }
            int kind = in.read();
            if (kind < 0) {
                return Optional.empty();
            }
            byte[] content = Frame.read(kind, in);
            if (kind == Frame.WHOLE) {
                shapes.clear();
                others.clear();
                snapshot = ClusterSnapshot.of(List.of(), List.of());
                listed = ListedPods.NONE;
            }
            return Optional.of(taken(new Cut(content), kind == Frame.WHOLE));
        } catch (SnapshotFormatException e) {
            throw e.from(offset);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw SnapshotFormatException.damaged(String.valueOf(e.getMessage()))
                    .from(offset);
        }
    }

    private StoredSnapshot taken(Cut from, boolean isWhole) throws SnapshotFormatException {
        Instant time = Instant.ofEpochSecond(from.signed(), from.below(1_000_000_000));
        ClusterSetup setup = setup(from);
        shapes.addAll(manifests(from));
        List<Node> without = new ArrayList<>();
        names(from).forEach(name -> without.add(new Node(ObjectMeta.of(name), NodeSpec.OPEN, NodeStatus.EMPTY)));
        List<Node> nodes = nodes(from);
        ClusterSnapshot now = isWhole && without.isEmpty() ? plain(from, nodes, time) : null;
        if (now == null) {
            now = changed(snapshot, nodes, without);
            List<Pod> gonePods = listed.gone(from);
            List<Pod> putPods = pods(time, from, now);
            if (isWhole) {
                listed = new ListedPods(putPods);
            }
            now = now.withPods(putPods, gonePods);
        }
        List<ApiObject> gone = new ArrayList<>();
        List<ApiObject> put = new ArrayList<>();
        for (ApiObject object : manifests(from)) {
            if (Stored.isOfSnapshot(object)) {
                gone.add(object);
            } else {
                others.remove(Stored.key(object));
            }
        }
        for (ApiObject object : manifests(from)) {
            if (Stored.isOfSnapshot(object)) {
                put.add(object);
            } else {
                others.put(Stored.key(object), object);
            }
        }
        from.requireEnd();
        snapshot = changed(now.withSetup(setup), put, gone);
        return new StoredSnapshot(time, snapshot, List.copyOf(others.values()));
    }

    private static ClusterSnapshot changed(
            ClusterSnapshot before, List<? extends ApiObject> put, List<? extends ApiObject> gone) {
        return put.isEmpty() && gone.isEmpty()
                ? before
                : before.with(new SnapshotDifference(List.copyOf(put), List.copyOf(gone)));
    }

    private List<Node> nodes(Cut from) throws SnapshotFormatException {
        List<Node> nodes = new ArrayList<>();
        for (String name : names(from)) {
            nodes.add(StoredShapes.node(shape(from.below(shapes.size()), Node.class), name));
        }
        return nodes;
    }

    private static boolean isAscending(List<Node> nodes) {
        String last = "";
        for (Node node : nodes) {
            if (last.compareTo(node.metadata().name()) >= 0) {
                return false;
            }
            last = node.metadata().name();
        }
        return true;
    }

    /** {@return nodes, and the pods that come next as rows; null, and nothing taken, if they are odd} */
    private @Nullable ClusterSnapshot plain(Cut from, List<Node> nodes, Instant time) throws SnapshotFormatException {
        int place = from.at();
        List<Pod> others = new ArrayList<>();
        StoredPods rows = isAscending(nodes) && listed.gone(from).isEmpty()
                ? StoredPods.read(from, shapes, nodes, time, others)
                : null;
        if (rows == null) {
            from.goTo(place);
            return null;
        }
        listed = new ListedPods(rows);
        return ClusterSnapshot.of(nodes, new ReadPods(rows, others));
    }

    private static ClusterSetup setup(Cut from) throws SnapshotFormatException {
        String release = from.text();
        boolean hasGates = from.number() == 1;
        String gates = from.text();
        if (release.isEmpty() && !hasGates) {
            return ClusterSetup.OPEN;
        }
        return new ClusterSetup(
                release.isEmpty() ? Optional.empty() : Optional.of(release(release)),
                hasGates ? Optional.of(FeatureGates.parse(gates)) : Optional.empty());
    }

    private static KubernetesRelease release(String name) throws SnapshotFormatException {
        return KubernetesRelease.from(name)
                .orElseThrow(() -> new SnapshotFormatException("of release " + name + ", which is not known here"));
    }

    private List<Pod> pods(Instant time, Cut from, ClusterSnapshot nodes) throws SnapshotFormatException {
        ListedPods.Named named = listed.new Named(from);
        PodColumns columns = PodColumns.read(from, named.size(), shapes.size(), nodes.nodes(), time);
        List<Pod> pods = new ArrayList<>(named.size());
        int[] places = columns.node();
        String[] on = new String[places.length];
        // In a loop that does little else, the processor waits for the memory of several at once.
        for (int i = 0; i < places.length; i++) {
            on[i] = places[i] == 0 ? "" : nodes.node(places[i] - 1).metadata().name();
        }
        for (int i = 0; i < places.length; i++) {
            int place = places[i] - 1;
            Pod pod = StoredShapes.pod(
                    shape(columns.shape()[i], Pod.class), named.namespace(i), named.name(i), on[i], columns.started(i));
            pods.add(pod);
            places[i] = place < 0 ? nodes.indexOf(pod.spec().nodeName()) : place;
        }
        return named.found(pods, places);
    }

    private <T extends ApiObject> T shape(int number, Class<T> kind) throws SnapshotFormatException {
        ApiObject shape = shapes.get(number);
        if (!kind.isInstance(shape)) {
            throw SnapshotFormatException.damaged("a shape of another kind");
        }
        return kind.cast(shape);
    }

    static List<String> names(Cut from) throws SnapshotFormatException {
        int count = from.count();
        from.first();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(from.next());
        }
        return names;
    }

    static List<ApiObject> manifests(Cut from) throws SnapshotFormatException {
        int count = from.count();
        byte[] text = from.utf8();
        List<Document> documents =
                text.length == 0 ? List.of() : ManifestReader.lenient().read(text);
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : documents) {
            if (document instanceof Decoded decoded) {
                objects.add(decoded.object());
            }
        }
        if (objects.size() != count || documents.size() != count) {
            throw SnapshotFormatException.damaged("objects that cannot be read");
        }
        return objects;
    }

    /** {@return how far it is, in a line} */
    @Override
    public String toString() {
        return "SnapshotReader[" + counted.count() + " bytes read, " + snapshot + "]";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
