package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.FieldPath;

/**
 * A field that was filled in for the user.
 *
 * @param path the field
 * @param value what it holds now, as compact JSON
 * @param rule why, such as {@link Rule#D_2}
 */
public record Filled(FieldPath path, String value, Rule rule) {

    public Filled {
        requireNonNull(path, "path");
        requireNonNull(value, "value");
        requireNonNull(rule, "rule");
    }

    /** {@return path and value, such as <code>spec.disruptionMode: {"single":{}}</code>} */
    @Override
    public String toString() {
        return path + ": " + value;
    }
}
