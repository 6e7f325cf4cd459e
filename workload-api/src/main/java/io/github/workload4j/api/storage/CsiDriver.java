package io.github.workload4j.api.storage;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * A CSI driver ({@code CSIDriver}): the part that scheduling reads.
 *
 * @param metadata its name
 * @param attachRequired whether volumes are attached to one node at a time; null means true
 * @param storageCapacity whether it publishes how much is left where
 * @param preventPodSchedulingIfMissing whether pods go only to nodes that have it
 */
public record CsiDriver(
        ObjectMeta metadata,
        @Nullable Boolean attachRequired,
        boolean storageCapacity,
        boolean preventPodSchedulingIfMissing)
        implements ApiObject {

    public CsiDriver {
        requireNonNull(metadata, "metadata");
    }

    @Override
    public String groupVersion() {
        return "storage.k8s.io/v1";
    }

    @Override
    public String kind() {
        return "CSIDriver";
    }
}
