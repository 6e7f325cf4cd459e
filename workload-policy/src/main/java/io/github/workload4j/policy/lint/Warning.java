package io.github.workload4j.policy.lint;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.FieldPath;

/**
 * One suspicion about one object of a stream.
 *
 * @param object position of the object in the list that was checked, from 0
 * @param path the field it is about; the document if it is about all of it
 * @param lint which suspicion; it explains why it matters
 * @param message what was found
 * @param suggestion what would be right
 */
public record Warning(int object, FieldPath path, Lint lint, String message, String suggestion) {

    public Warning {
        requireNonNull(path, "path");
        requireNonNull(lint, "lint");
        requireNonNull(message, "message");
        requireNonNull(suggestion, "suggestion");
    }

    /** {@return one line: path, message, suggestion and, in brackets, the id of the lint} */
    @Override
    public String toString() {
        String place = path.equals(FieldPath.DOCUMENT) ? "" : path + ": ";
        return place + message + ": " + suggestion + " [" + lint.id() + "]";
    }
}
