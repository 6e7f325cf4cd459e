package io.github.workload4j.gang.fleet;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A group to ask of many snapshots, with its pods that wait. It is put into each snapshot before it is asked about, in
 * the place of pods and claims of the same names.
 *
 * @param name what it is called in answers; not empty
 * @param waiting its pods, and the claims that they name
 * @param groups the group, and those that it is in
 * @param group the group asked about
 * @since 0.1.0
 */
public record GangShape(String name, SnapshotDifference waiting, Groups groups, GroupRef group) {

    public GangShape {
        if (requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("name: empty (expected: a name for the answers)");
        }
        requireNonNull(waiting, "waiting");
        requireNonNull(groups, "groups");
        requireNonNull(group, "group");
    }

    /**
     * {@return the shape of a group and its pods}
     *
     * @param objects the group, those that it is in, its pods and the claims that they name; not a node
     * @throws IllegalArgumentException if not exactly one group waits in them
     */
    public static GangShape of(String name, Collection<? extends ApiObject> objects) {
        requireNonNull(name, "name");
        List<SchedulingObject> groups = new ArrayList<>();
        List<ApiObject> waiting = new ArrayList<>();
        for (ApiObject object : requireNonNull(objects, "objects")) {
            if (object instanceof Node) {
                throw new IllegalArgumentException("shape " + name + ": node "
                        + object.metadata().name() + " (expected: a group, its pods and their claims)");
            } else if (object instanceof SchedulingObject group) {
                groups.add(group);
            } else {
                waiting.add(object);
            }
        }
        Groups all = Groups.of(groups);
        List<GroupRef> roots = all.waiting(ClusterSnapshot.of(waiting));
        if (roots.size() != 1) {
            throw new IllegalArgumentException(
                    "shape " + name + ": groups that wait: " + roots + " (expected: exactly one)");
        }
        return new GangShape(name, new SnapshotDifference(waiting, List.of()), all, roots.get(0));
    }

    /**
     * {@return the shape of a group and its pods in manifests, YAML or JSON}
     *
     * @throws IllegalArgumentException if a document cannot be read, with its place, or not exactly one group waits
     */
    public static GangShape read(String name, String manifests) {
        requireNonNull(name, "name");
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : ManifestReader.strict().read(requireNonNull(manifests, "manifests"))) {
            if (!(document instanceof Decoded decoded)) {
                throw new IllegalArgumentException("shape " + name + ": " + document);
            }
            objects.add(decoded.object());
        }
        return of(name, objects);
    }

    /** {@return its name and its group, in a line} */
    @Override
    public String toString() {
        return "GangShape[" + name + ": " + group + "]";
    }
}
