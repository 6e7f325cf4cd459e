package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * The template a group was made from: an entry of a {@link Workload} in the same namespace.
 *
 * <p>Fields of the API: {@code spec.podGroupTemplateRef} in {@code v1alpha2}, a union of one member {@code workload}
 * which a manifest may leave out ({@link None}); {@code spec.workloadRef} later.
 */
public sealed interface TemplateRef extends ManifestValue {

    /** A reference without its one member: never valid, and only in {@code v1alpha2} something that can be written. */
    TemplateRef NONE = new None();

    /** {@return a reference to the template {@code templateName} of the workload {@code workloadName}} */
    static TemplateRef of(String workloadName, String templateName) {
        return new Named(workloadName, templateName);
    }

    /**
     * A template by name.
     *
     * @param workloadName name of the Workload
     * @param templateName name of the template in it; {@code podGroupTemplateName} in {@code v1alpha2}
     */
    record Named(String workloadName, String templateName) implements TemplateRef {
        public Named {
            requireNonNull(workloadName, "workloadName");
            requireNonNull(templateName, "templateName");
        }
    }

    /** A reference that names nothing. */
    record None() implements TemplateRef {}
}
