package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * A machine that pods may run on: the part that scheduling reads.
 *
 * @param metadata name and labels
 * @param spec what keeps pods away
 * @param status what there is
 */
public record Node(ObjectMeta metadata, NodeSpec spec, NodeStatus status) implements ApiObject {

    public Node {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
        requireNonNull(status, "status");
    }

    @Override
    public String groupVersion() {
        return "v1";
    }

    @Override
    public String kind() {
        return "Node";
    }
}
