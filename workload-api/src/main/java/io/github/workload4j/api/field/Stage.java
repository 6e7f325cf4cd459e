package io.github.workload4j.api.field;

import java.util.Locale;

/** How far an undecodable document got. The latest stage comes last. */
public enum Stage {
    /** The stream cannot be cut into documents here. */
    SPLIT,
    /** Not YAML, nor JSON. */
    YAML,
    /** {@code apiVersion} or {@code kind} is missing. */
    TYPEMETA,
    /** No such kind in that version. */
    KIND,
    /** A value does not fit its field's type. */
    JSON,
    /** Only unknown or duplicate fields: a lenient reader accepts. */
    STRICT;

    /** {@return the word for programs, such as {@code typemeta}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
