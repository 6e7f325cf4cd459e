package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a document is in its stream, and what it says it is.
 *
 * <p>Holds on to the document's text, so that places can be found when they are asked for.
 */
public final class Source {

    private final Chunk chunk;
    private final int index;
    private final int item;
    private final @Nullable Tree tree;

    Source(Chunk chunk, int index, int item, @Nullable Tree tree) {
        this.chunk = chunk;
        this.index = index;
        this.item = item;
        this.tree = tree;
    }

    int index() {
        return index;
    }

    int item() {
        return item;
    }

    int line() {
        return tree == null ? chunk.firstLine() : tree.position().line();
    }

    String apiVersion() {
        return text(tree, "apiVersion");
    }

    String kind() {
        return text(tree, "kind");
    }

    String namespace() {
        return text(member(tree, "metadata"), "namespace");
    }

    String name() {
        return text(member(tree, "metadata"), "name");
    }

    Optional<Position> locate(FieldPath path) {
        Tree at = tree;
        if (at == null) {
            return Optional.empty();
        }
        Position position = at.position();
        for (FieldPath.Step step : path.steps()) {
            at = at.step(step);
            if (at == null) {
                break;
            }
            position = at.position();
        }
        return Optional.of(position);
    }

    String sourceLine(int line) {
        return chunk.line(line);
    }

    private static @Nullable Tree member(@Nullable Tree tree, String name) {
        return tree instanceof Tree.Mapping mapping ? mapping.get(name) : null;
    }

    private static String text(@Nullable Tree tree, String name) {
        return member(tree, name) instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.TEXT ? scalar.text() : "";
    }
}
