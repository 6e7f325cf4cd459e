package io.github.workload4j.cli.input;

import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.replay.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of the inputs by what they are, each once and in their order. */
record InputObjects(
        List<Node> nodes,
        List<Pod> pods,
        List<Namespace> namespaces,
        List<SchedulingObject> groups,
        List<PodDisruptionBudget> budgets,
        List<ApiObject> storage,
        List<PriorityClass> classes,
        List<ApiObject> devices) {

    /** None yet. */
    InputObjects() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** Adds an object; one of another kind is left out. */
    void keep(ApiObject object) {
        if (object instanceof Node node) {
            nodes.add(node);
        } else if (object instanceof Pod pod) {
            pods.add(pod);
        } else if (object instanceof Namespace namespace) {
            namespaces.add(namespace);
        } else if (object instanceof PodDisruptionBudget budget) {
            budgets.add(budget);
        } else if (StorageObjects.isOne(object)) {
            storage.add(object);
        } else if (object instanceof PriorityClass priority) {
            classes.add(priority);
        } else if (DeviceObjects.isOne(object)) {
            devices.add(object);
        } else if (object instanceof SchedulingObject group) {
            groups.add(group);
        }
    }

    /** {@return what no snapshot holds: groups, those that objects mean among them, budgets, priority classes} */
    List<ApiObject> others() {
        return Stream.of(groups, budgets, classes)
                .<ApiObject>flatMap(List::stream)
                .toList();
    }

    /** {@return a snapshot of them, and of the pods that were not taken from a stored one} */
    ClusterSnapshot snapshot(@Nullable StoredCluster stored) {
        ClusterSnapshot snapshot = stored != null && stored.has(nodes, namespaces)
                ? stored.with(pods)
                : ClusterSnapshot.of(nodes, all(stored), namespaces);
        return snapshot.withStorage(StorageObjects.of(storage)).withDevices(DeviceObjects.of(devices));
    }

    /** {@return a checker of placements, of a cluster of which nothing is said} */
    Replay replay(@Nullable StoredCluster stored) {
        return Replay.of(nodes, all(stored), groups, namespaces)
                .withStorage(StorageObjects.of(storage))
                .withDevices(DeviceObjects.of(devices));
    }

    private List<Pod> all(@Nullable StoredCluster stored) {
        return stored == null ? pods : stored.all(pods);
    }
}
