package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.CsiStorageCapacity;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.api.storage.VolumeAttachment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The objects about volumes, found by their names. Immutable. */
public final class VolumeIndex {

    /** Nothing known. */
    public static final VolumeIndex NONE = new VolumeIndex(StorageObjects.NONE);

    private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

    private final StorageObjects objects;
    private final Map<String, Map<String, Named>> claims = new HashMap<>();
    private final Map<PodClaim.Like, PodClaim.Like> alike = new ConcurrentHashMap<>();
    private final Map<String, PersistentVolume> volumes;
    private final Map<String, StorageClass> classes;
    private final Map<String, CsiNode> nodes;
    private final Map<String, CsiDriver> drivers;
    private final Map<String, List<PersistentVolume>> volumesOfClass;
    private final Map<String, Map<Map.Entry<String, String>, List<PersistentVolume>>> volumesOfLabel =
            new ConcurrentHashMap<>();
    private final Map<VolumeShelf.Asked, VolumeShelf> shelves = new ConcurrentHashMap<>();
    private final boolean hasOlder;
    private final Map<String, List<PersistentVolume>> keptFor = new HashMap<>();
    private final Map<String, List<CsiStorageCapacity>> capacitiesOfClass;
    private final Map<String, List<VolumeAttachment>> attachmentsOfNode;
    private final Set<String> limitedDrivers = new HashSet<>();

    /** A claim, and what becomes of it once somebody has asked. */
    private static final class Named {
        private final PersistentVolumeClaim claim;
        private volatile @Nullable PodVolumes resolved;

        Named(PersistentVolumeClaim claim) {
            this.claim = claim;
        }
    }

    private VolumeIndex(StorageObjects objects) {
        this.objects = objects;
        objects.claims()
                .forEach(claim -> claims.computeIfAbsent(claim.metadata().namespaceOrDefault(), n -> new HashMap<>())
                        .put(claim.metadata().name(), new Named(claim)));
        this.volumes = byName(objects.volumes(), volume -> volume.metadata().name());
        this.classes = byName(objects.classes(), each -> each.metadata().name());
        this.nodes = byName(objects.nodes(), node -> node.metadata().name());
        this.drivers = byName(objects.drivers(), driver -> driver.metadata().name());
        this.volumesOfClass = grouped(objects.volumes(), VolumeIndex::classOf);
        this.capacitiesOfClass = grouped(objects.capacities(), CsiStorageCapacity::storageClassName);
        this.attachmentsOfNode = grouped(objects.attachments(), VolumeAttachment::nodeName);
        for (PersistentVolume volume : objects.volumes()) {
            PersistentVolume.ClaimRef ref = volume.spec().claimRef();
            if (ref != null) {
                keptFor.computeIfAbsent(
                                ObjectMeta.namespaceOrDefault(ref.namespace()) + "/" + ref.name(),
                                c -> new ArrayList<>())
                        .add(volume);
            }
        }
        this.hasOlder = objects.volumes().stream().anyMatch(volume -> OlderVolume.of(volume) != null);
        objects.nodes()
                .forEach(node -> node.drivers().stream()
                        .filter(driver -> driver.count() != null)
                        .forEach(driver -> limitedDrivers.add(driver.name())));
    }

    /** {@return an index of these objects} */
    public static VolumeIndex of(StorageObjects objects) {
        return objects.isEmpty() ? NONE : new VolumeIndex(objects);
    }

    private static <T extends ApiObject> Map<String, T> byName(List<T> objects, Function<T, String> name) {
        Map<String, T> byName = new HashMap<>();
        objects.forEach(object -> byName.put(name.apply(object), object));
        return byName;
    }

    private static <T> Map<String, List<T>> grouped(List<T> objects, Function<T, String> key) {
        Map<String, List<T>> grouped = new HashMap<>();
        objects.forEach(object -> grouped.computeIfAbsent(key.apply(object), k -> new ArrayList<>())
                .add(object));
        return grouped;
    }

    /** {@return the objects} */
    public StorageObjects objects() {
        return objects;
    }

    @Nullable
    PersistentVolumeClaim claim(String namespace, String name) {
        Named named = claims.getOrDefault(namespace, Map.of()).get(name);
        return named == null ? null : named.claim;
    }

    /** {@return a claim that a pod names, as the only volume of it} */
    PodVolumes resolved(String namespace, String name) {
        Named named = claims.getOrDefault(namespace, Map.of()).get(name);
        if (named == null) {
            return PodVolumes.of(namespace, name, null, this);
        }
        PodVolumes known = named.resolved;
        if (known == null) {
            known = PodVolumes.of(namespace, name, named.claim, this);
            named.resolved = known;
        }
        return known;
    }

    /** {@return the one object for all claims that are like this} */
    PodClaim.Like same(PodClaim.Like like) {
        PodClaim.Like known = alike.putIfAbsent(like, like);
        return known == null ? like : known;
    }

    @Nullable
    PersistentVolume volume(String name) {
        return volumes.get(name);
    }

    @Nullable
    StorageClass storageClass(String name) {
        return classes.get(name);
    }

    @Nullable
    CsiNode node(String name) {
        return nodes.get(name);
    }

    @Nullable
    CsiDriver driver(String name) {
        return drivers.get(name);
    }

    /** {@return the drivers of which some node attaches a bounded number of volumes} */
    Set<String> limitedDrivers() {
        return limitedDrivers;
    }

    List<PersistentVolume> volumesOf(String storageClass) {
        return volumesOfClass.getOrDefault(storageClass, List.of());
    }

    /** {@return the volumes of a class, without some that a selector does not choose} */
    List<PersistentVolume> volumesOf(String storageClass, @Nullable LabelSelector selector) {
        if (selector == null || selector.matchLabels().isEmpty()) {
            return volumesOf(storageClass);
        }
        Map<Map.Entry<String, String>, List<PersistentVolume>> byLabel =
                volumesOfLabel.computeIfAbsent(storageClass, this::byLabel);
        return selector.matchLabels().entrySet().stream()
                .map(label -> byLabel.getOrDefault(Map.entry(label.getKey(), label.getValue()), List.of()))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private Map<Map.Entry<String, String>, List<PersistentVolume>> byLabel(String storageClass) {
        Map<Map.Entry<String, String>, List<PersistentVolume>> byLabel = new HashMap<>();
        for (PersistentVolume volume : volumesOf(storageClass)) {
            volume.metadata()
                    .labels()
                    .forEach((key, value) -> byLabel.computeIfAbsent(Map.entry(key, value), l -> new ArrayList<>())
                            .add(volume));
        }
        return byLabel;
    }

    /** {@return the free volumes that would serve a claim of some size} */
    VolumeShelf shelf(PodClaim use) {
        return shelves.computeIfAbsent(VolumeShelf.Asked.of(use.kind()), asked -> VolumeShelf.of(use, this));
    }

    /** {@return whether there are volumes that their drivers may see otherwise} */
    boolean hasOlder() {
        return hasOlder;
    }

    /** {@return the volumes of any class that name a claim, by its namespace and name} */
    List<PersistentVolume> keptFor(String qualified) {
        return keptFor.getOrDefault(qualified, List.of());
    }

    List<CsiStorageCapacity> capacitiesOf(String storageClass) {
        return capacitiesOfClass.getOrDefault(storageClass, List.of());
    }

    List<VolumeAttachment> attachmentsOn(String node) {
        return attachmentsOfNode.getOrDefault(node, List.of());
    }

    /** {@return the class of a claim, the old annotation before the field; empty for none} */
    static String classOf(PersistentVolumeClaim claim) {
        String old = claim.metadata().annotations().get(CLASS_ANNOTATION);
        String own = claim.spec().storageClassName();
        return old != null ? old : own == null ? "" : own;
    }

    static String classOf(PersistentVolume volume) {
        String old = volume.metadata().annotations().get(CLASS_ANNOTATION);
        return old != null ? old : volume.spec().storageClassName();
    }
}
