package io.github.workload4j.intent.read;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.convert.Loss;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import org.jspecify.annotations.Nullable;

/**
 * Something that an object says and its groups cannot, or that is missing to read it.
 *
 * @param other the object it is in, if that is not the one that was read; else null
 * @param path where in that object; empty for the pods of a group
 * @param position where in the stream of that object, or null if that is not known
 * @param kind what happened to it
 * @param what what it is, as a sentence without a full stop
 */
public record ReadingLoss(
        @Nullable SourceObject other,
        FieldPath path,
        @Nullable Position position,
        Loss.Kind kind,
        String what) {

    public ReadingLoss {
        requireNonNull(path, "path");
        requireNonNull(kind, "kind");
        requireNonNull(what, "what");
    }

    /**
     * {@return the path as text, with the kind and name of the other object before it; {@code members} for the pods of
     * a group}
     */
    public String where() {
        String text = path.equals(FieldPath.DOCUMENT) ? "members" : path.toString();
        return other == null ? text : other.kind() + " " + other.name() + ": " + text;
    }

    /** {@return path, kind and what it is, on one line} */
    @Override
    public String toString() {
        return where() + ": " + kind + ": " + what;
    }
}
