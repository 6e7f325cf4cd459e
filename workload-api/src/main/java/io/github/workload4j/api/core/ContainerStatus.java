package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a container really has while its resources are being changed in place.
 *
 * @param name name of the container
 * @param allocatedResources what the node has set aside
 * @param resources what is in force, or null
 */
public record ContainerStatus(
        String name,
        Map<String, Quantity> allocatedResources,
        @Nullable ResourceRequirements resources) implements ManifestValue {

    public ContainerStatus {
        requireNonNull(name, "name");
        allocatedResources = OrderedMap.copyOf(requireNonNull(allocatedResources, "allocatedResources"));
    }
}
