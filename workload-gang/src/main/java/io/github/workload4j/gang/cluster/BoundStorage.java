package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.ClaimChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of claims and volumes when pods are placed: a volume that exists is bound; where one is to be made, the
 * claim is promised to its node.
 */
final class BoundStorage {

    private final StorageObjects before;
    private final Map<String, PersistentVolume> volumes = new LinkedHashMap<>();
    private final Map<String, PersistentVolumeClaim> claims = new LinkedHashMap<>();
    private boolean changed;

    BoundStorage(StorageObjects before) {
        this.before = before;
        before.volumes().forEach(volume -> volumes.put(volume.metadata().name(), volume));
        before.claims().forEach(claim -> claims.put(claim.metadata().qualifiedName(), claim));
    }

    /** Binds what a placed pod got. */
    void bind(Pod pod, Assignment placed) {
        for (ClaimChoice choice : placed.volumes()) {
            String name = pod.metadata().namespaceOrDefault() + "/" + choice.claim();
            PersistentVolumeClaim claim = claims.get(name);
            claim = claim == null ? made(pod, choice.claim()) : claim;
            if (claim != null && choice.volume().isEmpty()) {
                claims.put(name, promised(claim, placed.node()));
                changed = true;
            } else if (claim != null && claim.spec().volumeName().isEmpty()) {
                claims.put(name, bound(claim, choice.volume()));
                PersistentVolume volume = volumes.get(choice.volume());
                if (volume != null) {
                    volumes.put(choice.volume(), taken(volume, claim));
                }
                changed = true;
            }
        }
    }

    /** {@return the pod's own claim, made from its template, or null if it has none of that name} */
    private static @Nullable PersistentVolumeClaim made(Pod pod, String name) {
        for (Volume volume : pod.spec().volumes()) {
            if (volume.source() instanceof Volume.Ephemeral own
                    && name.equals(pod.metadata().name() + "-" + volume.name())) {
                ObjectMeta metadata = own.template().metadata().toBuilder()
                        .name(name)
                        .namespace(pod.metadata().namespaceOrDefault())
                        .ownerReferences(List.of(new OwnerReference(
                                "v1",
                                "Pod",
                                pod.metadata().name(),
                                pod.metadata().uid(),
                                true,
                                true)))
                        .build();
                return new PersistentVolumeClaim(
                        metadata, own.template().spec(), own.template().status());
            }
        }
        return null;
    }

    private static PersistentVolumeClaim promised(PersistentVolumeClaim claim, String node) {
        return new PersistentVolumeClaim(
                annotated(claim.metadata(), "volume.kubernetes.io/selected-node", node), claim.spec(), claim.status());
    }

    private static PersistentVolumeClaim bound(PersistentVolumeClaim claim, String volume) {
        PersistentVolumeClaim.Spec spec = claim.spec();
        return new PersistentVolumeClaim(
                annotated(claim.metadata(), "pv.kubernetes.io/bind-completed", "yes"),
                new PersistentVolumeClaim.Spec(
                        spec.accessModes(),
                        spec.selector(),
                        spec.resources(),
                        volume,
                        spec.storageClassName(),
                        spec.volumeMode(),
                        spec.volumeAttributesClassName()),
                new PersistentVolumeClaim.Status("Bound"));
    }

    private static ObjectMeta annotated(ObjectMeta metadata, String key, String value) {
        Map<String, String> annotations = new LinkedHashMap<>(metadata.annotations());
        annotations.put(key, value);
        return metadata.toBuilder().annotations(annotations).build();
    }

    private static PersistentVolume taken(PersistentVolume volume, PersistentVolumeClaim claim) {
        PersistentVolume.Spec spec = volume.spec();
        return new PersistentVolume(
                volume.metadata(),
                new PersistentVolume.Spec(
                        spec.capacity(),
                        spec.csi(),
                        spec.disk(),
                        spec.accessModes(),
                        new PersistentVolume.ClaimRef(
                                claim.metadata().namespaceOrDefault(),
                                claim.metadata().name(),
                                claim.metadata().uid()),
                        spec.storageClassName(),
                        spec.volumeMode(),
                        spec.nodeAffinity(),
                        spec.volumeAttributesClassName()),
                new PersistentVolume.Status("Bound"));
    }

    /** {@return everything about volumes afterwards} */
    StorageObjects after() {
        return !changed
                ? before
                : new StorageObjects(
                        new ArrayList<>(volumes.values()),
                        new ArrayList<>(claims.values()),
                        before.classes(),
                        before.nodes(),
                        before.drivers(),
                        before.capacities(),
                        before.attachments());
    }
}
