package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which volumes that exist may be given to an open claim, nodes left aside. */
final class VolumeServes {

    private VolumeServes() {}

    /** {@return the volumes that serve a claim; those kept for it alone if there are any} */
    static List<PersistentVolume> serving(PodClaim use, VolumeIndex index) {
        if (use.selectedNode() != null) {
            return List.of();
        }
        List<PersistentVolume> all = index.volumesOf(VolumeIndex.classOf(use.claim())).stream()
                .filter(volume -> suits(volume, use.claim()))
                .toList();
        List<PersistentVolume> kept =
                all.stream().filter(volume -> isKeptFor(volume, use)).toList();
        return !kept.isEmpty()
                ? kept
                : all.stream()
                        .filter(volume -> volume.spec().claimRef() == null && isFree(volume, use.claim()))
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

    /** What is asked of every volume, whoever it is kept for. */
    private static boolean suits(PersistentVolume volume, PersistentVolumeClaim claim) {
        Quantity has = volume.spec().capacity().getOrDefault("storage", Quantity.ZERO);
        Quantity asked = claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO);
        return has.compareTo(asked) >= 0
                && volume.spec().volumeMode().equals("Block")
                        == claim.spec().volumeMode().equals("Block")
                && Objects.equals(
                        attributes(volume.spec().volumeAttributesClassName()),
                        attributes(claim.spec().volumeAttributesClassName()))
                && volume.metadata().deletionTimestamp() == null;
    }

    private static String attributes(@Nullable String name) {
        return name == null ? "" : name;
    }

    /** What is asked of volumes that are kept for nobody. */
    private static boolean isFree(PersistentVolume volume, PersistentVolumeClaim claim) {
        LabelSelector selector = claim.spec().selector();
        return volume.status().phase().equals("Available")
                && (selector == null || selector.matches(volume.metadata().labels()))
                && volume.spec().accessModes().containsAll(claim.spec().accessModes());
    }
}
