package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * Whether pods may push out pods of lower priority. An open set of words: a manifest may hold others, which the rules
 * then name.
 *
 * @param value the word in the manifest
 */
public record PreemptionPolicy(String value) implements ManifestValue {

    public PreemptionPolicy {
        requireNonNull(value, "value");
    }

    /** Never pushes out other pods. */
    public static final PreemptionPolicy NEVER = new PreemptionPolicy("Never");

    /** Pushes out pods of lower priority; what an absent policy means. */
    public static final PreemptionPolicy PREEMPT_LOWER_PRIORITY = new PreemptionPolicy("PreemptLowerPriority");
}
