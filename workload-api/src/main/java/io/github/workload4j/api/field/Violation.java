package io.github.workload4j.api.field;

import static java.util.Objects.requireNonNull;

/**
 * One broken rule at one place in a manifest.
 *
 * @param path where the offending value is
 * @param type which kind of rule it breaks; stable across releases, meant for programs
 * @param found the offending value as compact JSON ({@code 0}, {@code "ranks"}, {@code null}); empty where the type
 *     carries none
 * @param detail what would have been accepted, as the API server of the release says it; may be empty
 * @param rule id of the rule in this project's list, such as {@code A1-12}
 * @param origin the own tag for the rule of the release's API server, such as {@code format=k8s-short-name} or {@code
 *     maxItems}; empty if none
 */
public record Violation(FieldPath path, Type type, String found, String detail, String rule, String origin) {

    public Violation {
        requireNonNull(path, "path");
        requireNonNull(type, "type");
        requireNonNull(found, "found");
        requireNonNull(detail, "detail");
        requireNonNull(rule, "rule");
        requireNonNull(origin, "origin");
    }

    /**
     * {@return one line as the API server of every release prints it, such as {@code
     * spec.podGroups[0].policy.gang.minCount: Invalid value: 0: must be greater than zero}}
     */
    @Override
    public String toString() {
        return path + ": " + message();
    }

    /** {@return the line without the path} */
    public String message() {
        return type.text + (found.isEmpty() ? "" : ": " + found) + (detail.isEmpty() ? "" : ": " + detail);
    }

    /** Kinds of broken rules, as the API server of every release names them. */
    public enum Type {
        /** A value that must be there is not. */
        REQUIRED("Required", "Required value"),
        /** A value is malformed or out of bounds. */
        INVALID("Invalid", "Invalid value"),
        /** A value that must be unique is there twice. */
        DUPLICATE("Duplicate", "Duplicate value"),
        /** A value is not one of those supported. */
        NOT_SUPPORTED("NotSupported", "Unsupported value"),
        /** A value may not be set here, now, or at all. */
        FORBIDDEN("Forbidden", "Forbidden"),
        /** A text is too long. */
        TOO_LONG("TooLong", "Too long"),
        /** A list has too many items. */
        TOO_MANY("TooMany", "Too many");

        private final String label;
        private final String text;

        Type(String label, String text) {
            this.label = label;
            this.text = text;
        }

        /** {@return the word for programs, such as {@code NotSupported}} */
        public String label() {
            return label;
        }

        /** {@return the words for people, such as {@code Unsupported value}} */
        public String text() {
            return text;
        }
    }
}
