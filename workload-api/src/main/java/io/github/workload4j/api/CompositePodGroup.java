package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ObjectMeta;

/**
 * A group of groups ({@code v1alpha3}).
 *
 * @param apiVersion version the manifest is written in
 * @param metadata name, namespace and the like
 * @param spec what is asked
 * @param status what became of it
 */
public record CompositePodGroup(
        ApiVersion apiVersion, ObjectMeta metadata, CompositePodGroupSpec spec, CompositePodGroupStatus status)
        implements GroupObject {

    public CompositePodGroup {
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
        requireNonNull(status, "status");
    }

    /** {@return this group with another spec} */
    public CompositePodGroup withSpec(CompositePodGroupSpec spec) {
        return new CompositePodGroup(apiVersion, metadata, spec, status);
    }

    /** {@return this group with other metadata} */
    public CompositePodGroup withMetadata(ObjectMeta metadata) {
        return new CompositePodGroup(apiVersion, metadata, spec, status);
    }

    /** {@return this group with another status} */
    public CompositePodGroup withStatus(CompositePodGroupStatus status) {
        return new CompositePodGroup(apiVersion, metadata, spec, status);
    }

    @Override
    public String groupVersion() {
        return apiVersion.groupVersion();
    }

    @Override
    public String kind() {
        return "CompositePodGroup";
    }
}
