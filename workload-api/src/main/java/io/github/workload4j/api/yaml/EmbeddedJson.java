package io.github.workload4j.api.yaml;

import com.fasterxml.jackson.core.JsonParser;
import io.github.workload4j.api.text.SyntaxFault;
import io.github.workload4j.api.text.json.JsonTrees;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeBuilder;
import io.github.workload4j.api.text.tree.TreeCursor;
import io.github.workload4j.api.text.tree.TreeLimits;
import io.github.workload4j.api.text.yaml.YamlScalars;
import io.github.workload4j.api.wire.JsonText;
import io.github.workload4j.api.wire.Output;
import io.github.workload4j.api.wire.ReadContext;
import io.github.workload4j.api.wire.Unwritable;
import java.io.IOException;

/** Compact JSON that the model keeps as text, written as the values it stands for. */
final class EmbeddedJson {

    private EmbeddedJson() {}

    /** Writes compact JSON as {@link JsonText#of} makes it; nothing else would be the same when it is read again. */
    static void write(String json, Output out) {
        TreeBuilder builder = new TreeBuilder(TreeLimits.DEFAULT, (list, index, item) -> {});
        ReadContext context = new ReadContext();
        try (JsonParser parser = JsonTrees.factory(TreeLimits.DEFAULT).createParser(json)) {
            JsonTrees trees = JsonTrees.over(parser, true);
            boolean more = trees.step(builder);
            while (more && builder.root() == null) {
                more = trees.step(builder);
            }
            boolean one = builder.root() instanceof Tree.Mapping;
            if (!one
                    || !JsonText.of(new TreeCursor(builder.root()), context).equals(json)
                    || !context.takeFaults().isEmpty()) {
                throw new Unwritable("is not an object in compact JSON");
            }
        } catch (SyntaxFault e) {
            throw new Unwritable("is not JSON: " + e.fault().detail());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        write(builder.root(), out);
    }

    private static void write(Tree tree, Output out) {
        if (tree instanceof Tree.Mapping mapping) {
            out.startObject();
            for (Tree.Field field : mapping.fields()) {
                out.key(field.name());
                write(field.value(), out);
            }
            out.endObject();
        } else if (tree instanceof Tree.Sequence sequence) {
            out.startList();
            sequence.items().forEach(item -> write(item, out));
            out.endList();
        } else if (tree instanceof Tree.Scalar scalar) {
            switch (scalar.type()) {
                case TEXT -> out.text(scalar.text());
                case NULL -> out.literal("null");
                case INTEGER, FLOAT, FRACTION -> number(scalar, out);
                case BOOLEAN -> out.literal(scalar.text());
            }
        }
    }

    private static void number(Tree.Scalar scalar, Output out) {
        try {
            if (YamlScalars.plain(scalar.text(), scalar.at()).text().equals(scalar.text())) {
                out.literal(scalar.text());
                return;
            }
        } catch (SyntaxFault e) {
            throw new Unwritable("holds a number that not every reader takes: " + scalar.text());
        }
        throw new Unwritable("holds a number that not every reader takes: " + scalar.text());
    }
}
