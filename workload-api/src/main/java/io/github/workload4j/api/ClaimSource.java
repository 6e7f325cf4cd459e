package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import org.jspecify.annotations.Nullable;

/**
 * Where a group's device claim comes from: an {@linkplain Existing existing claim} or a {@linkplain Template template}.
 *
 * <p>The API writes this as two fields of which exactly one is set; {@link None} and {@link Several} hold what breaks
 * that rule.
 */
public sealed interface ClaimSource extends ManifestValue {

    /** No field set: never valid. */
    ClaimSource NONE = new None();

    /** {@return the field {@code resourceClaimName}, or null if it is not set} */
    @Nullable
    String resourceClaimName();

    /** {@return the field {@code resourceClaimTemplateName}, or null if it is not set} */
    @Nullable
    String resourceClaimTemplateName();

    /** {@return the source of a manifest with these fields} */
    static ClaimSource of(@Nullable String resourceClaimName, @Nullable String resourceClaimTemplateName) {
        if (resourceClaimName != null && resourceClaimTemplateName != null) {
            return new Several(resourceClaimName, resourceClaimTemplateName);
        }
        if (resourceClaimName != null) {
            return new Existing(resourceClaimName);
        }
        return resourceClaimTemplateName != null ? new Template(resourceClaimTemplateName) : NONE;
    }

    /**
     * A claim that exists.
     *
     * @param resourceClaimName its name
     */
    record Existing(String resourceClaimName) implements ClaimSource {
        public Existing {
            requireNonNull(resourceClaimName, "resourceClaimName");
        }

        @Override
        public @Nullable String resourceClaimTemplateName() {
            return null;
        }
    }

    /**
     * A template from which a claim is made for the group.
     *
     * @param resourceClaimTemplateName its name
     */
    record Template(String resourceClaimTemplateName) implements ClaimSource {
        public Template {
            requireNonNull(resourceClaimTemplateName, "resourceClaimTemplateName");
        }

        @Override
        public @Nullable String resourceClaimName() {
            return null;
        }
    }

    /** No field: never valid. */
    record None() implements ClaimSource {
        @Override
        public @Nullable String resourceClaimName() {
            return null;
        }

        @Override
        public @Nullable String resourceClaimTemplateName() {
            return null;
        }
    }

    /**
     * Both fields: never valid.
     *
     * @param resourceClaimName the field of that name
     * @param resourceClaimTemplateName the field of that name
     */
    record Several(String resourceClaimName, String resourceClaimTemplateName) implements ClaimSource {
        public Several {
            requireNonNull(resourceClaimName, "resourceClaimName");
            requireNonNull(resourceClaimTemplateName, "resourceClaimTemplateName");
        }
    }
}
