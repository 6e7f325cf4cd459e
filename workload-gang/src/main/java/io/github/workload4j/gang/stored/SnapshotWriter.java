package io.github.workload4j.gang.stored;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stores snapshots one after the other: the first whole, of each further one what changed.
 *
 * <p>A snapshot that is read again gives the same answers. What no answer needs is not stored: of nodes and pods their
 * annotations, images, finalizers and the like; of pods on nodes, unless they have claims or volumes, their UID and the
 * time of their creation, so that of victims that are alike another may be named; conditions that say nothing about
 * resizing or eviction; times, and messages of conditions. Pods that have ended are no part of a snapshot.
 *
 * <p>The same snapshots are the same bytes. 150,000 pods on 5,000 nodes are about a megabyte, a change a few bytes for
 * each pod. Costs a look at every object that differs from the snapshot before, and at every object if that one was not
 * made from it by changes. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class SnapshotWriter implements Closeable {

    /** StoredShapes that are carried along for nothing before all is written anew. */
    private static final int SPARE_SHAPES = 1_000;

    private static final ClusterSnapshot EMPTY = ClusterSnapshot.of(List.of(), List.of());

    private final DataOutputStream out;
    private final Map<ApiObject, Integer> shapes = new HashMap<>();
    private ClusterSnapshot last = EMPTY;
    private Map<String, ApiObject> lastOthers = Map.of();
    private ListedNames listed = ListedNames.NONE;
    private int mostShapes;
    private boolean isBegun;

    /** Writes to a stream, which is closed with this. Nothing is written before the first snapshot. */
    public SnapshotWriter(OutputStream out) {
        this.out = new DataOutputStream(requireNonNull(out, "out"));
    }

    /** {@return one snapshot as bytes} */
    public static byte[] bytes(Instant time, ClusterSnapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            writer.write(time, snapshot, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // does not happen in memory
        }
        return bytes.toByteArray();
    }

    /**
     * Stores a snapshot.
     *
     * @param time when the cluster was so
     * @param others objects beside it, such as groups, of kinds that this library writes; nodes, pods and others that a
     *     snapshot holds are left out
     * @throws IllegalArgumentException if an object cannot be written as a manifest, see {@link ManifestWriter#write},
     *     or names of a node, or of a pod and its namespace, are longer than 512 bytes
     * @throws IOException if the stream fails, or the snapshot takes more than 1 GiB
     */
    public void write(Instant time, ClusterSnapshot snapshot, Collection<? extends ApiObject> others)
            throws IOException {
        requireNonNull(time, "time");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(others, "others");
        boolean isWhole = !isBegun || shapes.size() > mostShapes;
        if (isWhole) {
            shapes.clear();
            last = EMPTY;
            lastOthers = Map.of();
            listed = ListedNames.NONE;
        }
        Map<String, ApiObject> named = new TreeMap<>();
        others.stream().filter(each -> !Stored.isOfSnapshot(each)).forEach(each -> named.put(Stored.key(each), each));
        SnapshotDifference difference = snapshot.since(last);
        byte[] content = content(time, snapshot, difference, named);
        if (!isBegun) {
            Frame.begin(out);
            isBegun = true;
        }
        Frame.write(isWhole ? Frame.WHOLE : Frame.CHANGE, content, out);
        if (isWhole) {
            mostShapes = 2 * shapes.size() + SPARE_SHAPES;
            listed = new ListedNames(only(difference.put(), Pod.class));
        }
        last = snapshot;
        lastOthers = named;
    }

    private byte[] content(
            Instant time, ClusterSnapshot snapshot, SnapshotDifference difference, Map<String, ApiObject> others) {
        List<Node> nodes = only(difference.put(), Node.class);
        List<Pod> pods = only(difference.put(), Pod.class);
        List<ApiObject> put = rest(difference.put());
        List<ApiObject> gone = rest(difference.gone());
        others.forEach((key, object) -> {
            if (!object.equals(lastOthers.get(key))) {
                put.add(object);
            }
        });
        lastOthers.forEach((key, object) -> {
            if (!others.containsKey(key)) {
                gone.add(object);
            }
        });
        List<ApiObject> fresh = new ArrayList<>();
        int[] ofNodes = shapes(nodes.stream().map(StoredShapes::of).toList(), fresh);
        int[] ofPods = shapes(
                pods.stream()
                        .map(pod -> StoredShapes.of(pod, isOnNode(pod, snapshot)))
                        .toList(),
                fresh);
        Bytes bytes = new Bytes();
        bytes.signed(time.getEpochSecond());
        bytes.number(time.getNano());
        setup(snapshot.setup(), bytes);
        manifests(fresh, bytes);
        names(
                only(difference.gone(), Node.class).stream()
                        .map(node -> node.metadata().name())
                        .toList(),
                bytes);
        names(nodes.stream().map(node -> node.metadata().name()).toList(), bytes);
        for (int shape : ofNodes) {
            bytes.number(shape);
        }
        gone(only(difference.gone(), Pod.class), bytes);
        named(pods, bytes);
        PodColumns.write(pods, ofPods, pod -> snapshot.indexOf(pod.spec().nodeName()) + 1, time, bytes);
        manifests(gone, bytes);
        manifests(put, bytes);
        return bytes.toArray();
    }

    private static void setup(ClusterSetup setup, Bytes bytes) {
        bytes.text(setup.release().map(KubernetesRelease::version).orElse(""));
        bytes.number(setup.gates().isPresent() ? 1 : 0);
        bytes.text(setup.gates()
                .filter(gates -> !gates.equals(FeatureGates.DEFAULTS))
                .map(FeatureGates::toString)
                .orElse(""));
    }

    /** Those that were listed by number, the others by name. */
    private void gone(List<Pod> pods, Bytes bytes) {
        int[] numbers = pods.stream()
                .mapToInt(listed::find)
                .filter(number -> number >= 0)
                .toArray();
        bytes.number(numbers.length);
        bytes.rising(numbers);
        named(pods.stream().filter(pod -> listed.find(pod) < 0).toList(), bytes);
    }

    /** Names, and of each how many of the pods that were listed come before it. */
    private void named(List<Pod> pods, Bytes bytes) {
        names(pods.stream().map(Stored::path).toList(), bytes);
        bytes.rising(pods.stream()
                .mapToInt(listed::find)
                .map(number -> number < 0 ? -number - 1 : number)
                .toArray());
    }

    private static boolean isOnNode(Pod pod, ClusterSnapshot snapshot) {
        return pod.isAssigned() && snapshot.indexOf(pod.spec().nodeName()) >= 0;
    }

    private static void names(Collection<String> names, Bytes bytes) {
        bytes.number(names.size());
        bytes.first();
        names.forEach(bytes::next);
    }

    private static void manifests(List<ApiObject> objects, Bytes bytes) {
        StringBuilder text = new StringBuilder();
        objects.forEach(object -> text.append(ManifestWriter.json().write(object)));
        bytes.number(objects.size());
        bytes.text(text.toString());
    }

    /** {@return the number of each shape; new ones are added to {@code fresh}} */
    private int[] shapes(List<? extends ApiObject> some, List<ApiObject> fresh) {
        int[] numbers = new int[some.size()];
        for (int i = 0; i < numbers.length; i++) {
            ApiObject shape = some.get(i);
            numbers[i] = shapes.computeIfAbsent(shape, each -> {
                fresh.add(each);
                return shapes.size();
            });
        }
        return numbers;
    }

    private static <T extends ApiObject> List<T> only(List<ApiObject> objects, Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<ApiObject> rest(List<ApiObject> objects) {
        List<ApiObject> rest = new ArrayList<>(objects);
        rest.removeIf(object -> object instanceof Node || object instanceof Pod);
        return rest;
    }

    /** {@return how far it is, in a line} */
    @Override
    public String toString() {
        return "SnapshotWriter[" + out.size() + " bytes written, " + last + "]";
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
