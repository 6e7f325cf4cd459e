package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import java.util.Optional;

/**
 * One document of a stream, or one item of a {@code List} in it: {@linkplain Decoded an object of the model}, {@linkplain Undecodable
 * something that should be one and is not}, or {@linkplain Skipped something else}.
 */
public sealed interface Document permits Decoded, Undecodable, Skipped {

    /** {@return where the document is and what it says it is} */
    Source source();

    /** {@return the number of the document in the stream, from 0; empty documents count; items of a List share it} */
    default int index() {
        return source().index();
    }

    /** {@return the position in the List that holds this item, from 0, or -1} */
    default int item() {
        return source().item();
    }

    /** {@return the line of the first token, from 1, in the stream} */
    default int line() {
        return source().line();
    }

    /** {@return {@code apiVersion} as written; empty if there is none} */
    default String apiVersion() {
        return source().apiVersion();
    }

    /** {@return {@code kind} as written; empty if there is none} */
    default String kind() {
        return source().kind();
    }

    /** {@return {@code metadata.namespace} as written; empty if there is none} */
    default String namespace() {
        return source().namespace();
    }

    /** {@return {@code metadata.name} as written; empty if there is none} */
    default String name() {
        return source().name();
    }

    /** {@return the position of the value at a path, or of the nearest object or list around it; empty if there is no text} */
    default Optional<Position> locate(FieldPath path) {
        requireNonNull(path, "path");
        return source().locate(path);
    }

    /** {@return a line of the stream, if it belongs to this document (or to the List around it); empty if not} */
    default String sourceLine(int line) {
        return source().sourceLine(line);
    }
}
