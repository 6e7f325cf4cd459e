package io.github.workload4j.api.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;

/** Compact JSON, through Jackson's own generator. */
final class JsonOutput implements Output, AutoCloseable {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringBuilder target;
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    JsonOutput(StringBuilder target) throws IOException {
        this.target = target;
        this.json = FACTORY.createGenerator(text);
    }

    @Override
    public void startObject() throws IOException {
        json.writeStartObject();
    }

    @Override
    public void field(String name) throws IOException {
        json.writeFieldName(name);
    }

    @Override
    public void endObject() throws IOException {
        json.writeEndObject();
    }

    @Override
    public void startList() throws IOException {
        json.writeStartArray();
    }

    @Override
    public void endList() throws IOException {
        json.writeEndArray();
    }

    @Override
    public void text(String value) throws IOException {
        json.writeString(value);
    }

    @Override
    public void number(long number) throws IOException {
        json.writeNumber(number);
    }

    @Override
    public void truth(boolean truth) throws IOException {
        json.writeBoolean(truth);
    }

    @Override
    public void json(String value) throws IOException {
        json.writeRawValue(value);
    }

    @Override
    public void close() throws IOException {
        json.close();
        target.append(text);
    }
}
