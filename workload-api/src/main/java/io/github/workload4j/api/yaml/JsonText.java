package io.github.workload4j.api.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;

/** Values as compact JSON. */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** {@return the object or list at which the tokens stand} */
    static String of(Tokens tokens, Reading in) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(tokens, json, in, 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    /** Writes compact JSON as {@link #of} makes it; nothing else would be the same when it is read again. */
    static void write(String json, Output out) {
        TreeBuilder builder = new TreeBuilder(Limits.DEFAULT, (list, index, item) -> {});
        Reading reading = new Reading();
        try (JsonParser parser = JsonTrees.factory(Limits.DEFAULT).createParser(json)) {
            JsonTrees trees = JsonTrees.over(parser);
            boolean more = trees.step(builder);
            while (more && builder.root() == null) {
                more = trees.step(builder);
            }
            boolean one = builder.root() instanceof Tree.Mapping;
            if (!one
                    || !of(new TreeTokens(builder.root()), reading).equals(json)
                    || !reading.takeFaults().isEmpty()) {
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
                case INTEGER, FLOAT -> number(scalar, out);
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

    private static void write(Tokens tokens, JsonGenerator json, Reading in, int depth) throws IOException {
        if (depth > 200) {
            in.fault(Fault.Type.LIMIT, tokens.place(), "nested deeper than any object of the API", "");
            tokens.pass();
            json.writeNull();
            return;
        }
        switch (tokens.kind()) {
            case OBJECT -> {
                json.writeStartObject();
                tokens.enter();
                for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
                    json.writeFieldName(name);
                    write(tokens, json, in, depth + 1);
                }
                json.writeEndObject();
            }
            case LIST -> {
                json.writeStartArray();
                tokens.enter();
                while (tokens.nextItem()) {
                    write(tokens, json, in, depth + 1);
                }
                json.writeEndArray();
            }
            case NULL -> json.writeNull();
            case BOOLEAN -> json.writeBoolean(tokens.text().equals("true"));
            case INTEGER, FLOAT -> json.writeNumber(tokens.text());
            case TEXT -> json.writeString(tokens.text());
        }
    }
}
