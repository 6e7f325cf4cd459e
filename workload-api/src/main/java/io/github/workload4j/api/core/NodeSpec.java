package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * What keeps pods away from a node.
 *
 * @param unschedulable whether the node is cordoned
 * @param taints taints in manifest order
 */
public record NodeSpec(boolean unschedulable, List<Taint> taints) implements ManifestValue {

    public NodeSpec {
        taints = List.copyOf(requireNonNull(taints, "taints"));
    }

    /** Open to all pods. */
    public static final NodeSpec OPEN = new NodeSpec(false, List.of());
}
