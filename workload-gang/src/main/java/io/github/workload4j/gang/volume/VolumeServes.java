package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which volumes that exist may be given to an open claim, nodes left aside. */
final class VolumeServes {

    private VolumeServes() {}

    /**
     * {@return the volumes that serve a claim: those kept for it alone if there are any, and it is not past them; or
     * else free ones, the largest first}
     */
    static List<PersistentVolume> serving(PodClaim use, VolumeIndex index) {
        if (use.selectedNode() != null) {
            return List.of();
        }
        List<PersistentVolume> kept = use.isPastKept() ? List.of() : keptFor(use, index);
        return kept.isEmpty() ? index.shelf(use).serving(use.kind().size()) : kept;
    }

    /** {@return some volumes of a class in the order in which the objects were given} */
    static List<PersistentVolume> inOrder(List<PersistentVolume> some, String storageClass, VolumeIndex index) {
        Set<PersistentVolume> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(some);
        return index.volumesOf(storageClass).stream().filter(all::contains).toList();
    }

    /** {@return how many of the volumes that may be given to a claim are kept for it} */
    static int kept(PodClaim use, VolumeIndex index) {
        return use.selectedNode() != null ? 0 : keptFor(use, index).size();
    }

    private static List<PersistentVolume> keptFor(PodClaim use, VolumeIndex index) {
        String storageClass = VolumeIndex.classOf(use.claim());
        return index.keptFor(use.qualified()).stream()
                .filter(volume -> VolumeIndex.classOf(volume).equals(storageClass)
                        && isKeptFor(volume, use)
                        && isLargeEnough(volume, use.claim())
                        && suits(volume, use.claim()))
                .toList();
    }

    /** {@return whether a volume is kept for a claim} */
    static boolean isKeptFor(PersistentVolume volume, PodClaim use) {
        PersistentVolume.ClaimRef ref = volume.spec().claimRef();
        return ref != null
                && ObjectMeta.namespaceOrDefault(ref.namespace()).equals(use.namespace())
                && ref.name().equals(use.name())
                && (ref.uid().isEmpty()
                        || ref.uid().equals(use.claim().metadata().uid()));
    }

    /** What is asked of every volume, whoever it is kept for, but for its size. */
    private static boolean suits(PersistentVolume volume, PersistentVolumeClaim claim) {
        return isOfMode(volume, claim) && volume.metadata().deletionTimestamp() == null;
    }

    /** {@return whether a volume is kept for nobody and may be given to a claim, if it is large enough} */
    static boolean isFree(PersistentVolume volume, PersistentVolumeClaim claim) {
        return volume.spec().claimRef() == null
                && suits(volume, claim)
                && volume.status().phase().equals("Available")
                && isSelected(volume, claim)
                && hasModes(volume, claim);
    }

    static boolean isLargeEnough(PersistentVolume volume, PersistentVolumeClaim claim) {
        Quantity asked = claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO);
        return size(volume).compareTo(asked) >= 0;
    }

    static Quantity size(PersistentVolume volume) {
        return volume.spec().capacity().getOrDefault("storage", Quantity.ZERO);
    }

    /** {@return whether a volume has the access modes, the volume mode and the attributes that a claim asks for} */
    static boolean hasModes(PersistentVolume volume, PersistentVolumeClaim claim) {
        return isOfMode(volume, claim)
                && volume.spec().accessModes().containsAll(claim.spec().accessModes());
    }

    private static boolean isOfMode(PersistentVolume volume, PersistentVolumeClaim claim) {
        return volume.spec().volumeMode().equals("Block")
                        == claim.spec().volumeMode().equals("Block")
                && Objects.equals(
                        attributes(volume.spec().volumeAttributesClassName()),
                        attributes(claim.spec().volumeAttributesClassName()));
    }

    private static String attributes(@Nullable String name) {
        return name == null ? "" : name;
    }

    static boolean isSelected(PersistentVolume volume, PersistentVolumeClaim claim) {
        LabelSelector selector = claim.spec().selector();
        return selector == null || selector.matches(volume.metadata().labels());
    }
}
