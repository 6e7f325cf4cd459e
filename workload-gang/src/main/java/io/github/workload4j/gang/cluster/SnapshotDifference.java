package io.github.workload4j.gang.cluster;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.storage.StorageObjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes one snapshot of another.
 *
 * @param put objects that are new, or stand in the place of the one of their kind and name: nodes by name, pods by
 *     namespace and name, then the others in no order that means anything, but always the same
 * @param gone objects that are no longer there, in the same order
 * @since 0.1.0
 */
public record SnapshotDifference(List<ApiObject> put, List<ApiObject> gone) {

    public SnapshotDifference {
        put = List.copyOf(requireNonNull(put, "put"));
        gone = List.copyOf(requireNonNull(gone, "gone"));
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return put.isEmpty() && gone.isEmpty();
    }

    /** {@return how large it is, in a line} */
    @Override
    public String toString() {
        return "SnapshotDifference[" + put.size() + " put, " + gone.size() + " gone]";
    }

    static SnapshotDifference between(ClusterSnapshot before, ClusterSnapshot after) {
        List<ApiObject> put = new ArrayList<>();
        List<ApiObject> gone = new ArrayList<>();
        nodes(before, after, put, gone);
        List<Pod> putPods = new ArrayList<>();
        List<Pod> gonePods = new ArrayList<>();
        after.tables.known().since(before.tables.known(), putPods, gonePods);
        putPods.sort(ObjectNames.ORDER);
        gonePods.sort(ObjectNames.ORDER);
        put.addAll(putPods);
        gone.addAll(gonePods);
        if (before.devices != after.devices
                || before.volumes != after.volumes
                || before.namespaces != after.namespaces) {
            others(named(before), named(after), put, gone);
        }
        return new SnapshotDifference(put, gone);
    }

    private static void nodes(
            ClusterSnapshot before, ClusterSnapshot after, List<ApiObject> put, List<ApiObject> gone) {
        if (before.tables.nodes() == after.tables.nodes()) {
            return;
        }
        for (Node node : after.tables.nodes().all()) {
            int at = before.tables.nodes().indexOf(ObjectNames.of(node));
            if (at < 0 || !before.tables.nodes().node(at).equals(node)) {
                put.add(node);
            }
        }
        for (Node node : before.tables.nodes().all()) {
            if (after.tables.nodes().indexOf(ObjectNames.of(node)) < 0) {
                gone.add(node);
            }
        }
    }

    /** Compares objects by kind, namespace and name. */
    private static void others(
            Map<String, ApiObject> before, Map<String, ApiObject> after, List<ApiObject> put, List<ApiObject> gone) {
        after.forEach((name, object) -> {
            if (!object.equals(before.get(name))) {
                put.add(object);
            }
        });
        before.forEach((name, object) -> {
            if (!after.containsKey(name)) {
                gone.add(object);
            }
        });
    }

    private static Map<String, ApiObject> named(ClusterSnapshot snapshot) {
        Map<String, ApiObject> named = named(snapshot.devices.all());
        named.putAll(named(snapshot.storage().all()));
        snapshot.labelledNamespaces().forEach(namespace -> put(named, namespace));
        return named;
    }

    private static Map<String, ApiObject> named(Collection<? extends ApiObject> objects) {
        Map<String, ApiObject> named = new LinkedHashMap<>();
        objects.forEach(object -> put(named, object));
        return named;
    }

    private static void put(Map<String, ApiObject> named, ApiObject object) {
        named.put(name(object), object);
    }

    private static String name(ApiObject object) {
        String namespace = object instanceof Pod
                ? object.metadata().namespaceOrDefault()
                : object.metadata().namespace();
        return object.kind() + " " + namespace + "/" + object.metadata().name();
    }

    /** {@return a snapshot after this difference} */
    ClusterSnapshot applied(ClusterSnapshot before) {
        int nodes = 0;
        for (ApiObject object : put) {
            nodes += object instanceof Node ? 1 : 0;
        }
        if (before.tables.nodes().areMany(nodes)) {
            return rebuilt(before);
        }
        List<ApiObject> other = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        SnapshotChange change = new SnapshotChange(before);
        for (ApiObject object : gone) {
            if (object instanceof Pod pod) {
                pods.add(pod);
            } else if (object instanceof Node node) {
                change.removeNode(ObjectNames.of(node));
            } else {
                other.add(object);
            }
        }
        change.removeAll(pods);
        pods.clear();
        for (ApiObject object : put) {
            if (object instanceof Pod pod) {
                ObjectNames.require("put", pod);
                pods.add(pod);
            } else if (object instanceof Node node) {
                ObjectNames.require("put", node);
                change.put(node);
            } else {
                other.add(object);
            }
        }
        change.putAll(pods);
        ClusterSnapshot after = change.done();
        if (other.isEmpty()) {
            return after;
        }
        Map<String, ApiObject> known = merged(named(before));
        return after.withAllNamespaces(only(known, Namespace.class))
                .withDevices(DeviceObjects.of(known.values()))
                .withStorage(StorageObjects.of(
                        known.values().stream().filter(StorageObjects::isOne).toList()));
    }

    /** All at once. */
    private ClusterSnapshot rebuilt(ClusterSnapshot before) {
        if (before.nodes() == 0 && before.tables.known().size() == 0) {
            return ClusterSnapshot.of(put).withSetup(before.setup());
        }
        Map<String, ApiObject> all = named(before.tables.nodes().all());
        all.putAll(named(before.tables.known().elements()));
        all.putAll(named(before));
        return ClusterSnapshot.of(merged(all).values()).withSetup(before.setup());
    }

    private Map<String, ApiObject> merged(Map<String, ApiObject> objects) {
        gone.forEach(object -> objects.remove(name(object)));
        put.forEach(object -> objects.put(name(object), object));
        return objects;
    }

    private static <T extends ApiObject> List<T> only(Map<String, ApiObject> objects, Class<T> kind) {
        return objects.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
