package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.LabelSelector;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that decides which volumes serve an open claim and where one can be made for it. Claims of one kind are
 * interchangeable.
 *
 * @param storageClass name of the class
 * @param size bytes asked for, or null
 * @param modes access modes
 * @param selector labels a volume must have, or null
 * @param block whether it asks for a block device
 * @param attributes class of attributes, or null
 * @param selectedNode node that it was promised to, or null
 * @param keptFor the claim itself, as {@code namespace/name uid}, if volumes are kept for it; otherwise empty
 */
record ClaimKind(
        String storageClass,
        @Nullable Quantity size,
        Set<String> modes,
        @Nullable LabelSelector selector,
        boolean block,
        @Nullable String attributes,
        @Nullable String selectedNode,
        String keptFor) {

    /** Nothing but that its pods are on one node. */
    static final ClaimKind TOGETHER = new ClaimKind("", null, Set.of(), null, false, null, null, "");

    static ClaimKind of(PodClaim use, VolumeIndex index) {
        PersistentVolumeClaim claim = use.claim();
        boolean kept = !use.isPastKept()
                && index.keptFor(use.qualified()).stream().anyMatch(volume -> VolumeServes.isKeptFor(volume, use));
        return new ClaimKind(
                VolumeIndex.classOf(claim),
                claim.spec().resources().requests().get("storage"),
                new TreeSet<>(claim.spec().accessModes()),
                claim.spec().selector(),
                claim.spec().volumeMode().equals("Block"),
                claim.spec().volumeAttributesClassName(),
                use.selectedNode(),
                kept ? use.qualified() + " " + claim.metadata().uid() : "");
    }

    /** {@return the class and the size, for people} */
    String words() {
        return "class " + storageClass + (size == null ? "" : " with " + size)
                + (keptFor.isEmpty() ? "" : " for claim " + keptFor.substring(0, keptFor.indexOf(' ')));
    }
}
