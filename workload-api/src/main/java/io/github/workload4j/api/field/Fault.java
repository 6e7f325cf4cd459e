package io.github.workload4j.api.field;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.yaml.Limits;

/**
 * One reason why a document is not the manifest it says it is.
 *
 * @param type what kind of fault; stable across releases, meant for programs
 * @param path the field, in the manifest's own words; the document if it is about no field
 * @param position of the field's name (unknown, duplicate) or of its value, in the stream
 * @param detail what is wrong, as a sentence without a full stop
 * @param hint what would be right; empty if there is nothing to suggest
 */
public record Fault(Type type, FieldPath path, Position position, String detail, String hint) {

    public Fault {
        requireNonNull(type, "type");
        requireNonNull(path, "path");
        requireNonNull(position, "position");
        requireNonNull(detail, "detail");
        requireNonNull(hint, "hint");
    }

    /** {@return one line with place, path and what is wrong} */
    @Override
    public String toString() {
        String where = path.equals(FieldPath.DOCUMENT) ? "" : path + ": ";
        return position + ": " + where + detail + (hint.isEmpty() ? "" : ": " + hint);
    }

    /** Kinds of faults. */
    public enum Type {
        /** The stream cannot be cut into documents here. */
        SEPARATOR("Separator", Stage.SPLIT),
        /** Not YAML, nor JSON. */
        SYNTAX("Syntax", Stage.YAML),
        /** Larger, deeper or more than the {@link Limits} allow. */
        LIMIT("Limit", Stage.YAML),
        /** {@code apiVersion} or {@code kind} is missing. */
        MISSING("Missing", Stage.TYPEMETA),
        /** No such version of the API. */
        UNKNOWN_VERSION("UnknownVersion", Stage.KIND),
        /** No such kind in that version. */
        UNKNOWN_KIND("UnknownKind", Stage.KIND),
        /** A value does not fit its field's type. */
        WRONG_TYPE("WrongType", Stage.JSON),
        /** No field of that name. */
        UNKNOWN_FIELD("UnknownField", Stage.STRICT),
        /** A field written twice. */
        DUPLICATE_FIELD("DuplicateField", Stage.STRICT);

        private final String label;
        private final Stage stage;

        Type(String label, Stage stage) {
            this.label = label;
            this.stage = stage;
        }

        /** {@return the word for programs, such as {@code UnknownField}} */
        public String label() {
            return label;
        }

        /** {@return the stage at which a document with such a fault stops} */
        public Stage stage() {
            return stage;
        }
    }
}
