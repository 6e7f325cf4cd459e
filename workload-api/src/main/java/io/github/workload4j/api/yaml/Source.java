package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.text.reread.Locator;
import io.github.workload4j.api.text.tree.Tree;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a document is in its stream, and what it says it is.
 *
 * <p>Holds the text of the document: places are found by reading it again.
 *
 * @param locator finds places in the text
 * @param index the number of the document in the stream
 * @param value which of the chunk's values it is or belongs to, or -1 if it is none
 * @param item which item of the value it is, or -1
 * @param line where it begins, from 1
 * @param apiVersion as written, or empty
 * @param kind as written, or empty
 * @param namespace as written, or empty
 * @param name as written, or empty
 */
record Source(
        Locator locator,
        int index,
        int value,
        int item,
        int line,
        String apiVersion,
        String kind,
        String namespace,
        String name) {

    private static final int NOWHERE = -1;

    /** The source of an object. */
    static Source of(
            Locator locator,
            int index,
            int value,
            int item,
            int line,
            String apiVersion,
            String kind,
            ObjectMeta metadata) {
        return new Source(locator, index, value, item, line, apiVersion, kind, metadata.namespace(), metadata.name());
    }

    /** The source of a tree; of nothing if there is none. */
    static Source of(Locator locator, int index, int value, int item, @Nullable Tree tree) {
        if (tree == null) {
            return new Source(locator, index, NOWHERE, item, locator.chunk().firstLine(), "", "", "", "");
        }
        Tree metadata = member(tree, "metadata");
        int line = tree.position().line();
        return new Source(
                locator,
                index,
                value,
                item,
                line,
                text(tree, "apiVersion"),
                text(tree, "kind"),
                text(metadata, "namespace"),
                text(metadata, "name"));
    }

    Optional<Position> locate(FieldPath path) {
        return value == NOWHERE ? Optional.empty() : locator.locate(value, item, path);
    }

    @Nullable
    Tree tree() {
        return value == NOWHERE ? null : locator.find(value, item);
    }

    String sourceLine(int line) {
        return locator.lines().line(line);
    }

    String sourceLine(int line, int column, int size) {
        return locator.lines().part(line, column, size);
    }

    private static @Nullable Tree member(@Nullable Tree tree, String name) {
        return tree instanceof Tree.Mapping mapping ? mapping.get(name) : null;
    }

    private static String text(@Nullable Tree tree, String name) {
        return member(tree, name) instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.TEXT ? scalar.text() : "";
    }

    /** {@return the numbers of document and item, from 0, and the line, from 1} */
    @Override
    public String toString() {
        return "document " + index() + (item() < 0 ? "" : ", item " + item()) + ", line " + line();
    }
}
