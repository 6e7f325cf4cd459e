package io.github.workload4j.api.storage;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * How much a driver has left for a class ({@code CSIStorageCapacity}): the part that scheduling reads.
 *
 * @param metadata its name
 * @param nodeTopology the nodes that it is reached from; null for none
 * @param storageClassName the class
 * @param capacity bytes left, or null
 * @param maximumVolumeSize bytes of the largest volume, or null
 */
public record CsiStorageCapacity(
        ObjectMeta metadata,
        @Nullable LabelSelector nodeTopology,
        String storageClassName,
        @Nullable Quantity capacity,
        @Nullable Quantity maximumVolumeSize)
        implements ApiObject {

    public CsiStorageCapacity {
        requireNonNull(metadata, "metadata");
        requireNonNull(storageClassName, "storageClassName");
    }

    @Override
    public String groupVersion() {
        return "storage.k8s.io/v1";
    }

    @Override
    public String kind() {
        return "CSIStorageCapacity";
    }
}
