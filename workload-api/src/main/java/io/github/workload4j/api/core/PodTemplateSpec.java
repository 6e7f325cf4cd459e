package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ObjectMeta;

/**
 * What a controller makes its pods from.
 *
 * @param metadata labels and annotations of the pods
 * @param spec what each of them asks
 */
public record PodTemplateSpec(ObjectMeta metadata, PodSpec spec) {

    /** Checks presence. */
    public PodTemplateSpec {
        requireNonNull(metadata, "metadata");
        requireNonNull(spec, "spec");
    }

    /** Nothing asked. */
    public static final PodTemplateSpec EMPTY = new PodTemplateSpec(ObjectMeta.EMPTY, PodSpec.EMPTY);

    /** {@return a template of pods without labels and annotations} */
    public static PodTemplateSpec of(PodSpec spec) {
        return new PodTemplateSpec(ObjectMeta.EMPTY, spec);
    }
}
