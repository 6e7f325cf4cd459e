package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes reach devices: one of the three is set, or none where each device says it for itself.
 *
 * @param nodeName the one node, or empty
 * @param nodeSelector the nodes that it selects, or null
 * @param allNodes whether every node does
 */
public record NodeReach(String nodeName, @Nullable NodeSelector nodeSelector, boolean allNodes)
        implements ManifestValue {

    /** Nothing is said. */
    public static final NodeReach NONE = new NodeReach("", null, false);

    public NodeReach {
        requireNonNull(nodeName, "nodeName");
    }
}
