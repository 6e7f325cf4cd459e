package io.github.workload4j.api.storage;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything about volumes that a cluster has, as far as it was given. A kind of which there is no object was not
 * given; of any other kind, what is not here is not in the cluster.
 *
 * @param volumes the PersistentVolumes, in the order of their names, as all of these
 * @param claims the PersistentVolumeClaims, in the order of namespace and name; no namespace is {@code default}
 * @param classes the StorageClasses
 * @param nodes the CSINodes
 * @param drivers the CSIDrivers
 * @param capacities the CSIStorageCapacities, of any namespace
 * @param attachments the VolumeAttachments
 */
public record StorageObjects(
        List<PersistentVolume> volumes,
        List<PersistentVolumeClaim> claims,
        List<StorageClass> classes,
        List<CsiNode> nodes,
        List<CsiDriver> drivers,
        List<CsiStorageCapacity> capacities,
        List<VolumeAttachment> attachments) {

    /** Nothing given. */
    public static final StorageObjects NONE =
            new StorageObjects(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private static final Comparator<ApiObject> BY_NAME = Comparator.comparing(StorageObjects::namespace)
            .thenComparing(object -> object.metadata().name());

    /**
     * Sorts and copies the lists.
     *
     * @throws IllegalArgumentException if two objects of a list have one name
     */
    public StorageObjects {
        volumes = sorted("volumes", volumes);
        claims = sorted("claims", claims);
        classes = sorted("classes", classes);
        nodes = sorted("nodes", nodes);
        drivers = sorted("drivers", drivers);
        capacities = sorted("capacities", capacities);
        attachments = sorted("attachments", attachments);
    }

    /**
     * {@return these objects, in any order}
     *
     * @throws IllegalArgumentException if one is of another kind, or two of one kind have one name
     */
    public static StorageObjects of(Collection<? extends ApiObject> objects) {
        requireNonNull(objects, "objects");
        for (ApiObject object : objects) {
            if (!isOne(object)) {
                throw new IllegalArgumentException("objects: a " + object.kind() + " (expected: PersistentVolume,"
                        + " PersistentVolumeClaim, StorageClass, CSINode, CSIDriver, CSIStorageCapacity or"
                        + " VolumeAttachment)");
            }
        }
        return new StorageObjects(
                all(objects, PersistentVolume.class),
                all(objects, PersistentVolumeClaim.class),
                all(objects, StorageClass.class),
                all(objects, CsiNode.class),
                all(objects, CsiDriver.class),
                all(objects, CsiStorageCapacity.class),
                all(objects, VolumeAttachment.class));
    }

    /** {@return whether an object is of one of the kinds held here} */
    public static boolean isOne(ApiObject object) {
        requireNonNull(object, "object");
        return object instanceof PersistentVolume
                || object instanceof PersistentVolumeClaim
                || object instanceof StorageClass
                || object instanceof CsiNode
                || object instanceof CsiDriver
                || object instanceof CsiStorageCapacity
                || object instanceof VolumeAttachment;
    }

    private static <T extends ApiObject> List<T> all(Collection<? extends ApiObject> objects, Class<T> type) {
        List<T> all = new ArrayList<>();
        for (ApiObject object : objects) {
            if (type.isInstance(object)) {
                all.add(type.cast(object));
            }
        }
        return all;
    }

    private static <T extends ApiObject> List<T> sorted(String name, List<T> objects) {
        List<T> sorted = new ArrayList<>(requireNonNull(objects, name));
        sorted.sort(BY_NAME);
        Set<String> names = new HashSet<>();
        for (T object : sorted) {
            if (!names.add(namespace(object) + "/" + object.metadata().name())) {
                throw new IllegalArgumentException(
                        name + ": two named " + object.metadata().name() + " (expected: one of each name)");
            }
        }
        return List.copyOf(sorted);
    }

    private static String namespace(ApiObject object) {
        String namespace = object.metadata().namespace();
        boolean isNamespaced = object instanceof PersistentVolumeClaim || object instanceof CsiStorageCapacity;
        return isNamespaced && namespace.isEmpty() ? "default" : namespace;
    }

    /** {@return all of them, kind by kind, each in the order of namespace and name} */
    public List<ApiObject> all() {
        return Stream.of(volumes, claims, classes, nodes, drivers, capacities, attachments)
                .<ApiObject>flatMap(List::stream)
                .toList();
    }

    /** {@return whether nothing was given} */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** {@return how much of each kind, in a line} */
    @Override
    public String toString() {
        return "StorageObjects[" + volumes.size() + " volumes, " + claims.size() + " claims, " + classes.size()
                + " classes, " + nodes.size() + " nodes, " + drivers.size() + " drivers, " + capacities.size()
                + " capacities, " + attachments.size() + " attachments]";
    }
}
