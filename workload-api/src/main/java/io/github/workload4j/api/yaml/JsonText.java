package io.github.workload4j.api.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;

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
