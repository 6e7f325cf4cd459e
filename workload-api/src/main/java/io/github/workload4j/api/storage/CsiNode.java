package io.github.workload4j.api.storage;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CSI drivers of a node ({@code CSINode}): the part that scheduling reads.
 *
 * @param metadata the node's name; annotations
 * @param drivers the drivers
 */
public record CsiNode(ObjectMeta metadata, List<Driver> drivers) implements ApiObject {

    public CsiNode {
        requireNonNull(metadata, "metadata");
        drivers = List.copyOf(requireNonNull(drivers, "drivers"));
    }

    /**
     * A driver on a node.
     *
     * @param name its name
     * @param count how many volumes of it the node attaches, or null if there is no limit
     */
    public record Driver(String name, @Nullable Integer count) implements ManifestValue {

        public Driver {
            requireNonNull(name, "name");
        }
    }

    @Override
    public String groupVersion() {
        return "storage.k8s.io/v1";
    }

    @Override
    public String kind() {
        return "CSINode";
    }
}
