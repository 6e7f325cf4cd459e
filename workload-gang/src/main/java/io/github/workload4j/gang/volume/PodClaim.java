package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.storage.StorageClass;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a pod uses it, and what is to become of it.
 *
 * @param namespace namespace of the claim
 * @param name name of the claim
 * @param ephemeral whether it is the pod's own
 * @param claim the claim
 * @param state what it waits for
 * @param volume its volume, if it is bound
 * @param storageClass its class, if it is open
 */
public record PodClaim(
        String namespace,
        String name,
        boolean ephemeral,
        PersistentVolumeClaim claim,
        State state,
        @Nullable PersistentVolume volume,
        @Nullable StorageClass storageClass) {

    /** What a claim waits for. */
    public enum State {
        /** Nothing: it has its volume. */
        BOUND,
        /** Its first pod: a volume is chosen, or made, with the node. */
        OPEN,
        /** Not known, because no object of the kind that would tell was given. */
        UNKNOWN
    }

    /** {@return namespace and name} */
    public String qualified() {
        return namespace + "/" + name;
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
}
