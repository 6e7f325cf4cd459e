package io.github.workload4j.cli.screen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object: a list of results, each on a line of its own, and a summary. Fields come out in the order in
 * which they are written. The same calls give the same bytes.
 */
public final class JsonLines implements AutoCloseable {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator generator;

    public JsonLines(Writer out) {
        this.generator = io(() -> FACTORY.createGenerator(new VisibleJson(out)));
        generator.setPrettyPrinter(new ItemsOnLines());
        run(generator::writeStartObject);
    }

    public JsonLines startList(@Nullable String name) {
        run(() -> {
            name(name);
            generator.writeStartArray();
        });
        return this;
    }

    public JsonLines endList() {
        run(generator::writeEndArray);
        return this;
    }

    public JsonLines startObject(@Nullable String name) {
        run(() -> {
            name(name);
            generator.writeStartObject();
        });
        return this;
    }

    public JsonLines endObject() {
        run(generator::writeEndObject);
        return this;
    }

    /** Writes a text, or null. */
    public JsonLines field(String name, @Nullable String value) {
        run(() -> generator.writeStringField(name, value));
        return this;
    }

    public JsonLines field(String name, long value) {
        run(() -> generator.writeNumberField(name, value));
        return this;
    }

    public JsonLines field(String name, boolean value) {
        run(() -> generator.writeBooleanField(name, value));
        return this;
    }

    public JsonLines nullField(String name) {
        run(() -> generator.writeNullField(name));
        return this;
    }

    /** Writes a list of texts. */
    public JsonLines texts(String name, List<String> values) {
        run(() -> {
            generator.writeFieldName(name);
            generator.writeStartArray();
            for (String value : values) {
                generator.writeString(value);
            }
            generator.writeEndArray();
        });
        return this;
    }

    /** Writes a value that is JSON already, or null. */
    public JsonLines json(String name, @Nullable String value) {
        run(() -> {
            generator.writeFieldName(name);
            generator.writeRawValue(value == null ? "null" : value);
        });
        return this;
    }

    /** Names the schema that the output of a command keeps to. */
    public JsonLines schema(String command) {
        return field("schema", "urn:workload4j:schema:" + command + ":1");
    }

    /** Ends the object and the line; the writer stays open. */
    @Override
    public void close() {
        run(() -> {
            generator.writeEndObject();
            generator.writeRaw('\n');
            generator.close();
        });
    }

    private void name(@Nullable String name) throws IOException {
        if (name != null) {
            generator.writeFieldName(name);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private interface Making<T> {
        T get() throws IOException;
    }

    private static void run(Step step) {
        io(() -> {
            step.run();
            return true;
        });
    }

    private static <T> T io(Making<T> making) {
        try {
            return making.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for each item of the lists directly inside the root, and no other blank. */
    private static final class ItemsOnLines implements PrettyPrinter {

        private static boolean isResults(JsonStreamContext list) {
            return list.getParent() != null
                    && list.getParent().inObject()
                    && list.getParent().getParent().inRoot();
        }

        private static void breakLine(JsonGenerator g) throws IOException {
            if (isResults(g.getOutputContext())) {
                g.writeRaw('\n');
            }
        }

        @Override
        public void writeRootValueSeparator(JsonGenerator g) throws IOException {
            g.writeRaw('\n');
        }

        @Override
        public void writeStartObject(JsonGenerator g) throws IOException {
            g.writeRaw('{');
        }

        @Override
        public void writeEndObject(JsonGenerator g, int count) throws IOException {
            g.writeRaw('}');
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator g) throws IOException {
            g.writeRaw(',');
        }

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator g) throws IOException {
            g.writeRaw(':');
        }

        @Override
        public void writeStartArray(JsonGenerator g) throws IOException {
            g.writeRaw('[');
        }

        @Override
        public void writeEndArray(JsonGenerator g, int count) throws IOException {
            if (count > 0) {
                breakLine(g);
            }
            g.writeRaw(']');
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator g) throws IOException {
            g.writeRaw(',');
            breakLine(g);
        }

        @Override
        public void beforeArrayValues(JsonGenerator g) throws IOException {
            breakLine(g);
        }

        @Override
        public void beforeObjectEntries(JsonGenerator g) {}
    }
}
