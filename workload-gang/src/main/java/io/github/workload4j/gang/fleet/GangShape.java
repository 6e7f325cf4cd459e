package io.github.workload4j.gang.fleet;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.api.yaml.ManifestWriter;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import io.github.workload4j.gang.question.Groups;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A group to ask of many snapshots, with its pods that wait. It is put into each snapshot before it is asked about, in
 * the place of pods and claims of the same names.
 *
 * <p>Immutable. Java serialization writes its name and its objects as manifests, and reads these as {@link #read} does;
 * what is no shape is an {@link InvalidObjectException}.
 *
 * @since 0.1.0
 */
public final class GangShape implements Serializable {

    private static final long serialVersionUID = 1;

    private final String name;
    private final transient List<ApiObject> objects;
    private final transient SnapshotDifference waiting;
    private final transient Groups groups;
    private final transient GroupRef group;

    private GangShape(String name, List<ApiObject> objects, SnapshotDifference waiting, Groups groups, GroupRef group) {
        this.name = name;
        this.objects = objects;
        this.waiting = waiting;
        this.groups = groups;
        this.group = group;
    }

    /**
     * {@return the shape of a group and its pods}
     *
     * @param name what it is called in answers; not empty
     * @param objects the group, those that it is in, its pods and the claims that they name; not a node
     * @throws IllegalArgumentException if not exactly one group waits in them, or the name is empty
     */
    public static GangShape of(String name, Collection<? extends ApiObject> objects) {
        if (requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("name: empty (expected: a name for the answers)");
        }
        List<ApiObject> all = List.copyOf(requireNonNull(objects, "objects"));
        List<SchedulingObject> groups = new ArrayList<>();
        List<ApiObject> waiting = new ArrayList<>();
        for (ApiObject object : all) {
            if (object instanceof Node) {
                throw new IllegalArgumentException("shape " + name + ": node "
                        + object.metadata().name() + " (expected: a group, its pods and their claims)");
            } else if (object instanceof SchedulingObject group) {
                groups.add(group);
            } else {
                waiting.add(object);
            }
        }
        Groups known = Groups.of(groups);
        List<GroupRef> roots = known.waiting(ClusterSnapshot.of(waiting));
        if (roots.size() != 1) {
            throw new IllegalArgumentException(
                    "shape " + name + ": groups that wait: " + roots + " (expected: exactly one)");
        }
        return new GangShape(name, all, new SnapshotDifference(waiting, List.of()), known, roots.get(0));
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

    /** {@return what it is called in answers} */
    public String name() {
        return name;
    }

    /** {@return its pods, and the claims that they name, to be put into a snapshot} */
    public SnapshotDifference waiting() {
        return waiting;
    }

    /** {@return the group, and those that it is in} */
    public Groups groups() {
        return groups;
    }

    /** {@return the group asked about} */
    public GroupRef group() {
        return group;
    }

    /** {@return its name and its group, in a line} */
    @Override
    public String toString() {
        return "GangShape[" + name + ": " + group + "]";
    }

    private record Written(String name, String manifests) implements Serializable {

        private Object readResolve() throws InvalidObjectException {
            try {
                return read(name, manifests);
            } catch (IllegalArgumentException | NullPointerException e) {
                throw new InvalidObjectException(e.getMessage());
            }
        }
    }

    private Object writeReplace() throws ObjectStreamException {
        try {
            StringBuilder manifests = new StringBuilder();
            objects.forEach(object -> manifests.append(ManifestWriter.json().write(object)));
            return new Written(name, manifests.toString());
        } catch (IllegalArgumentException e) {
            throw new NotSerializableException("shape " + name + ": " + e.getMessage());
        }
    }

    /** What did not come as it is written was made up. */
    private Object readResolve() throws InvalidObjectException {
        throw new InvalidObjectException("a shape that is not written as one");
    }
}
