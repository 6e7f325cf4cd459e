package io.github.workload4j.api.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** A tree as compact JSON. */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    static String of(Tree tree, Reading in) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(tree, json, in, 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    /** Writes compact JSON as {@link #of} makes it; nothing else would be the same when it is read again. */
    static void write(String json, Output out) {
        Chunk chunk = new Chunk(1);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        chunk.append(bytes, 0, bytes.length);
        TreeBuilder builder = new TreeBuilder(Limits.DEFAULT, (list, index, item) -> {});
        Reading reading = new Reading();
        try (JsonTrees trees = JsonTrees.whole(chunk)) {
            boolean one = trees.next(builder) && builder.root() instanceof Tree.Mapping;
            if (!one || !of(builder.root(), reading).equals(json) || !reading.takeFaults().isEmpty()) {
                throw new Unwritable("is not an object in compact JSON");
            }
        } catch (SyntaxFault e) {
            throw new Unwritable("is not JSON: " + e.fault().detail());
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
                case INTEGER, FLOAT -> number(scalar, out);
                case BOOLEAN -> out.literal(scalar.text());
            }
        }
    }

    private static void number(Tree.Scalar scalar, Output out) {
        try {
            if (YamlScalars.plain(scalar.text(), scalar.position()).text().equals(scalar.text())) {
                out.literal(scalar.text());
                return;
            }
        } catch (SyntaxFault e) {
            throw new Unwritable("holds a number that not every reader takes: " + scalar.text());
        }
        throw new Unwritable("holds a number that not every reader takes: " + scalar.text());
    }

    private static void write(Tree tree, JsonGenerator json, Reading in, int depth) throws IOException {
        if (depth > 200) {
            in.fault(Fault.Type.LIMIT, tree.position(), "nested deeper than any object of the API", "");
            json.writeNull();
        } else if (tree instanceof Tree.Mapping mapping) {
            json.writeStartObject();
            for (Tree.Field field : mapping.fields()) {
                json.writeFieldName(field.name());
                write(field.value(), json, in, depth + 1);
            }
            json.writeEndObject();
        } else if (tree instanceof Tree.Sequence sequence) {
            json.writeStartArray();
            for (Tree item : sequence.items()) {
                write(item, json, in, depth + 1);
            }
            json.writeEndArray();
        } else if (tree instanceof Tree.Scalar scalar) {
            switch (scalar.type()) {
                case NULL -> json.writeNull();
                case BOOLEAN -> json.writeBoolean(scalar.text().equals("true"));
                case INTEGER, FLOAT -> json.writeNumber(scalar.text());
                case TEXT -> json.writeString(scalar.text());
            }
        }
    }
}
