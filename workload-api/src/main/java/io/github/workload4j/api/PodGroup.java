package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ObjectMeta;

/**
 * A group of pods that are placed alike: an object of its own since {@code v1alpha2}.
 *
 * @param apiVersion version the manifest is written in
 * @param metadata name, namespace and the like
 * @param spec what is asked
 * @param status what became of it
 */
public record PodGroup(ApiVersion apiVersion, ObjectMeta metadata, PodGroupSpec spec, PodGroupStatus status)
        implements GroupObject {

    public PodGroup {
        requireNonNull(apiVersion, "apiVersion");
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
        requireNonNull(status, "status");
    }

    /** A gang on its own: at least {@code minCount} of its pods are placed together or none. */
    public static PodGroup gang(ApiVersion apiVersion, String namespace, String name, int minCount) {
        PodGroupSpec spec = PodGroupSpec.builder()
                .schedulingPolicy(new SchedulingPolicy.Gang(minCount))
                .build();
        return new PodGroup(apiVersion, ObjectMeta.of(namespace, name), spec, PodGroupStatus.EMPTY);
    }

    /** {@return this group with another spec} */
    public PodGroup withSpec(PodGroupSpec spec) {
        return new PodGroup(apiVersion, metadata, spec, status);
    }

    /** {@return this group with other metadata} */
    public PodGroup withMetadata(ObjectMeta metadata) {
        return new PodGroup(apiVersion, metadata, spec, status);
    }

    /** {@return this group with another status} */
    public PodGroup withStatus(PodGroupStatus status) {
        return new PodGroup(apiVersion, metadata, spec, status);
    }

    @Override
    public String groupVersion() {
        return apiVersion.groupVersion();
    }

    @Override
    public String kind() {
        return "PodGroup";
    }
}
