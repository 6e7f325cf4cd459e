package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.storage.StorageClass;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a pod uses it, and what is to become of it. One object for each claim that pods name: what it is like is
 * found out once. Immutable; safe to share between threads.
 */
final class PodClaim {

    private final VolumeIndex index;
    private final String namespace;
    private final String qualified;
    private final boolean ephemeral;
    private final PersistentVolumeClaim claim;
    private final State state;
    private final @Nullable PersistentVolume volume;
    private final @Nullable StorageClass storageClass;
    private final boolean pastKept;
    private @Nullable VolumeKey key;
    private volatile @Nullable Like like;

    /** What a claim waits for. */
    enum State {
        /** Nothing: it has its volume. */
        BOUND,
        /** Its first pod: a volume is chosen, or made, with the node. */
        OPEN,
        /** Not known, because no object of the kind that would tell was given. */
        UNKNOWN
    }

    /**
     * All that rules see of a claim that nobody else uses. One object for all claims that are alike.
     *
     * @param bound how nodes reach its volume, if it is bound
     * @param kind its kind, if it is open
     * @param driver the driver that attaches it, or null
     * @param attaches whether a driver attaches its volume
     * @param made whether its volume could be made
     */
    record Like(
            VolumeSignature.@Nullable Bound bound,
            @Nullable ClaimKind kind,
            @Nullable DriverUse driver,
            boolean attaches,
            boolean made) {}

    /**
     * A claim.
     *
     * @param ephemeral whether it is the pod's own
     * @param volume its volume, if it is bound
     * @param storageClass its class, if it is open
     */
    PodClaim(
            VolumeIndex index,
            String namespace,
            PersistentVolumeClaim claim,
            boolean ephemeral,
            State state,
            @Nullable PersistentVolume volume,
            @Nullable StorageClass storageClass) {
        this(index, namespace, claim, ephemeral, state, volume, storageClass, false);
    }

    private PodClaim(
            VolumeIndex index,
            String namespace,
            PersistentVolumeClaim claim,
            boolean ephemeral,
            State state,
            @Nullable PersistentVolume volume,
            @Nullable StorageClass storageClass,
            boolean pastKept) {
        this.index = index;
        this.namespace = namespace;
        this.qualified = namespace + "/" + claim.metadata().name();
        this.ephemeral = ephemeral;
        this.claim = claim;
        this.state = state;
        this.volume = volume;
        this.storageClass = storageClass;
        this.pastKept = pastKept;
    }

    /** {@return the claim as a pod names it once more than volumes are kept for it: any free one serves then} */
    PodClaim pastKept() {
        return new PodClaim(index, namespace, claim, ephemeral, state, volume, storageClass, true);
    }

    boolean isPastKept() {
        return pastKept;
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return claim.metadata().name();
    }

    /** {@return namespace and name} */
    String qualified() {
        return qualified;
    }

    boolean ephemeral() {
        return ephemeral;
    }

    PersistentVolumeClaim claim() {
        return claim;
    }

    State state() {
        return state;
    }

    @Nullable
    PersistentVolume volume() {
        return volume;
    }

    @Nullable
    StorageClass storageClass() {
        return storageClass;
    }

    /** {@return the node that it was promised to, or null} */
    @Nullable
    String selectedNode() {
        return claim.metadata().annotations().get("volume.kubernetes.io/selected-node");
    }

    /** {@return whether only one pod of the cluster may use it} */
    boolean isForOnePod() {
        return !ephemeral && claim.spec().accessModes().contains("ReadWriteOncePod");
    }

    /** {@return what it is like} */
    Like like() {
        Like known = like;
        if (known == null) {
            boolean made = storageClass != null && VolumeReach.isProvisioned(storageClass);
            key = VolumeKey.of(this, index);
            known = index.same(new Like(
                    volume == null ? null : bound(volume),
                    state == State.OPEN ? ClaimKind.of(this, index) : null,
                    key == null ? null : new DriverUse(key.driver(), VolumeKey.isOlder(this, index)),
                    made || volume != null && volume.spec().csi() != null,
                    made));
            like = known;
        }
        return known;
    }

    private VolumeSignature.Bound bound(PersistentVolume known) {
        return new VolumeSignature.Bound(
                known.spec().nodeAffinity(), OlderVolume.of(known), ephemeral ? Map.of() : VolumeReach.zonesOf(known));
    }

    /** {@return the kind of an open claim} */
    ClaimKind kind() {
        ClaimKind kind = like().kind();
        return kind == null ? ClaimKind.of(this, index) : kind;
    }

    /** {@return what counts where a node bounds how many volumes it attaches, or null if it counts nowhere} */
    @Nullable
    VolumeKey key() {
        like();
        return key;
    }

    @Override
    public String toString() {
        return qualified + " " + state;
    }
}
