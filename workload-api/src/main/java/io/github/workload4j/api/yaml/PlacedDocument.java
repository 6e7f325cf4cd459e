package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every document has: a place in its stream, and what it says it is. Equal by these and by the parts of each. */
abstract class PlacedDocument {

    private final Source source;

    PlacedDocument(Source source) {
        this.source = requireNonNull(source, "source");
    }

    public final int index() {
        return source.index();
    }

    public final int item() {
        return source.item();
    }

    public final int line() {
        return source.line();
    }

    public final String apiVersion() {
        return source.apiVersion();
    }

    public final String kind() {
        return source.kind();
    }

    public final String namespace() {
        return source.namespace();
    }

    public final String name() {
        return source.name();
    }

    public final Optional<Position> locate(FieldPath path) {
        return source.locate(requireNonNull(path, "path"));
    }

    public final Optional<PlainValue> content() {
        return Optional.ofNullable(source.tree()).map(PlainValue::of);
    }

    public final String sourceLine(int line) {
        return source.sourceLine(line);
    }

    final Source source() {
        return source;
    }

    public final String sourceLine(int line, int column, int size) {
        if (column < 1) {
            throw new IllegalArgumentException("column: " + column + " (expected: 1 or more)");
        }
        if (size < 0) {
            throw new IllegalArgumentException("size: " + size + " (expected: 0 or more)");
        }
        return source.sourceLine(line, column, size);
    }

    /** {@return the parts that this kind of document has beside its place} */
    abstract List<Object> parts();

    /** {@return what is to say about the document, on one line} */
    abstract String summary();

    private List<Object> all() {
        return List.of(index(), item(), line(), apiVersion(), kind(), namespace(), name(), parts());
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof PlacedDocument that && getClass() == that.getClass() && all().equals(that.all());
    }

    @Override
    public final int hashCode() {
        return Objects.hash(index(), item(), line(), apiVersion(), kind(), namespace(), name());
    }

    /** {@return place and summary, on one line} */
    @Override
    public final String toString() {
        return source + ": " + summary();
    }
}
