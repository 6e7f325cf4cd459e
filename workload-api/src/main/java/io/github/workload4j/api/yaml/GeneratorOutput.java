package io.github.workload4j.api.yaml;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.workload4j.api.wire.Output;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes to a caller's own generator, whatever its format. */
final class GeneratorOutput implements Output {

    private final JsonGenerator generator;

    GeneratorOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void startObject() {
        run(generator::writeStartObject);
    }

    @Override
    public void field(String name) {
        run(() -> generator.writeFieldName(name));
    }

    @Override
    public void key(String name) {
        field(name);
    }

    @Override
    public void endObject() {
        run(generator::writeEndObject);
    }

    @Override
    public void startList() {
        run(generator::writeStartArray);
    }

    @Override
    public void endList() {
        run(generator::writeEndArray);
    }

    @Override
    public void text(String text) {
        run(() -> generator.writeString(text));
    }

    @Override
    public void number(long number) {
        run(() -> generator.writeNumber(number));
    }

    @Override
    public void literal(String literal) {
        switch (literal) {
            case "true", "false" -> run(() -> generator.writeBoolean(literal.equals("true")));
            case "null" -> run(generator::writeNull);
            default -> run(() -> generator.writeNumber(literal));
        }
    }

    @Override
    public void json(String json) {
        EmbeddedJson.write(json, this);
    }
}
