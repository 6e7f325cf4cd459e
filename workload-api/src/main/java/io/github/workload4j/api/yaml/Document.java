package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import java.util.Optional;

/**
 * One document of a stream, or one item of a {@code List} in it: {@linkplain Decoded an object of the model},
 * {@linkplain Undecodable something that should be one and is not}, or {@linkplain Skipped something else}.
 *
 * <p>Documents are equal if they stand at the same place and say the same.
 */
public sealed interface Document permits Decoded, Undecodable, Skipped {

    /** {@return the number of the document in the stream, from 0; empty documents count; items of a List share it} */
    int index();

    /** {@return the position in the List that holds this item, from 0, or -1} */
    int item();

    /** {@return the line of the first token, from 1, in the stream} */
    int line();

    /** {@return {@code apiVersion} as written; empty if there is none} */
    String apiVersion();

    /** {@return {@code kind} as written; empty if there is none} */
    String kind();

    /** {@return {@code metadata.namespace} as written; empty if there is none} */
    String namespace();

    /** {@return {@code metadata.name} as written; empty if there is none} */
    String name();

    /**
     * {@return the position of the value at a path, or of the nearest object or list around it; empty if there is no
     * text}
     *
     * <p>The first call reads the text of the document again and keeps what it needs for more calls, which take time in
     * the length of the path. Items of a List are best asked in order: an earlier one costs another reading.
     */
    Optional<Position> locate(FieldPath path);

    /**
     * {@return all that the document says, of whatever kind it is; empty if there is no text, or it is no YAML}
     *
     * <p>Each call reads the text of the document again. Items of a List are best asked in order: an earlier one costs
     * another reading.
     */
    Optional<PlainValue> content();

    /** {@return a line of the stream, if it belongs to this document (or to the List around it); empty if not} */
    String sourceLine(int line);

    /**
     * {@return a part of a line of the stream, if it belongs to this document (or to the List around it); empty if not}
     *
     * <p>A document may be one line of a gigabyte; a part of it is found without reading all of it each time.
     *
     * @param line the line, from 1
     * @param column the first column of the part, from 1, in code points
     * @param size how many code points it has at most, 0 or more
     */
    String sourceLine(int line, int column, int size);
}
