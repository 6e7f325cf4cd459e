package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;

/**
 * A namespace, for rules that select namespaces by label.
 *
 * @param metadata name and labels
 */
public record Namespace(ObjectMeta metadata) implements ApiObject {

    public Namespace {
        requireNonNull(metadata, "metadata");
    }

    @Override
    public String groupVersion() {
        return "v1";
    }

    @Override
    public String kind() {
        return "Namespace";
    }
}
