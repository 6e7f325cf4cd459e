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

    /** {@return the volumes that serve a claim; those kept for it alone if there are any, and it is not past them} */
    static List<PersistentVolume> serving(PodClaim use, VolumeIndex index) {
        List<PersistentVolume> all = suiting(use, index);
        List<PersistentVolume> kept = use.isPastKept() ? List.of() : kept(all, use);
        return !kept.isEmpty()
                ? kept
                : all.stream()
                        .filter(volume -> volume.spec().claimRef() == null && isFree(volume, use.claim()))
                        .toList();
    }

    /** {@return how many of the volumes that may be given to a claim are kept for it} */
    static int kept(PodClaim use, VolumeIndex index) {
        return kept(suiting(use, index), use).size();
    }

    private static List<PersistentVolume> kept(List<PersistentVolume> all, PodClaim use) {
        return all.stream().filter(volume -> isKeptFor(volume, use)).toList();
    }

    private static List<PersistentVolume> suiting(PodClaim use, VolumeIndex index) {
        return use.selectedNode() != null
                ? List.of()
                : index.volumesOf(VolumeIndex.classOf(use.claim())).stream()
                        .filter(volume -> suits(volume, use.claim()))
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
        return isLargeEnough(volume, claim)
                && isOfMode(volume, claim)
                && volume.metadata().deletionTimestamp() == null;
    }

    /** What is asked of volumes that are kept for nobody. */
    private static boolean isFree(PersistentVolume volume, PersistentVolumeClaim claim) {
        return volume.status().phase().equals("Available") && isSelected(volume, claim) && hasModes(volume, claim);
    }

    static boolean isLargeEnough(PersistentVolume volume, PersistentVolumeClaim claim) {
        Quantity has = volume.spec().capacity().getOrDefault("storage", Quantity.ZERO);
        return has.compareTo(claim.spec().resources().requests().getOrDefault("storage", Quantity.ZERO)) >= 0;
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
