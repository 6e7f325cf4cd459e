package io.github.workload4j.api.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The tokens of JSON, over Jackson's own parser. */
final class JsonTokens implements DocumentTokens {

    private static final Kind[] KINDS = kinds();

    private final JsonParser parser;
    private final Known known;
    private final int firstLine;
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    private JsonTokens(JsonParser parser, Known known, int firstLine) {
        this.parser = parser;
        this.known = known;
        this.firstLine = firstLine;
    }

    /** Reads a chunk, or declines. */
    static JsonTokens of(Chunk chunk, Limits limits, Known known) {
        if (!chunk.isUtf8()) {
            throw Declined.DECLINED;
        }
        try {
            return new JsonTokens(chunk.parser(JsonTrees.factory(limits)), known, chunk.firstLine());
        } catch (IOException e) {
            throw Declined.DECLINED;
        }
    }

    private static Kind[] kinds() {
        Kind[] kinds = new Kind[JsonToken.values().length];
        kinds[JsonToken.START_OBJECT.ordinal()] = Kind.OBJECT;
        kinds[JsonToken.START_ARRAY.ordinal()] = Kind.LIST;
        kinds[JsonToken.VALUE_STRING.ordinal()] = Kind.TEXT;
        kinds[JsonToken.VALUE_NUMBER_INT.ordinal()] = Kind.INTEGER;
        kinds[JsonToken.VALUE_NUMBER_FLOAT.ordinal()] = Kind.FLOAT;
        kinds[JsonToken.VALUE_TRUE.ordinal()] = Kind.BOOLEAN;
        kinds[JsonToken.VALUE_FALSE.ordinal()] = Kind.BOOLEAN;
        kinds[JsonToken.VALUE_NULL.ordinal()] = Kind.NULL;
        return kinds;
    }

    private JsonToken read() {
        try {
            JsonToken next = parser.nextToken();
            token = next == null ? JsonToken.NOT_AVAILABLE : next;
            return token;
        } catch (IOException e) {
            throw Declined.DECLINED;
        }
    }

    @Override
    public boolean next() {
        return read() != JsonToken.NOT_AVAILABLE;
    }

    @Override
    public void end() {
        // Another value is another document.
    }

    @Override
    public int line() {
        return firstLine + parser.currentTokenLocation().getLineNr() - 1;
    }

    @Override
    public Kind kind() {
        return KINDS[token.ordinal()];
    }

    @Override
    public String text() {
        try {
            switch (token) {
                case VALUE_STRING, VALUE_NUMBER_INT:
                    return known.text(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
                case VALUE_NUMBER_FLOAT:
                    return JsonTrees.real(parser.getText());
                default:
                    return token.asString();
            }
        } catch (IOException e) {
            throw Declined.DECLINED;
        }
    }

    @Override
    public void enter() {
        // The next token is the first inside.
    }

    @Override
    public @Nullable String nextName() {
        try {
            String name = parser.nextFieldName();
            if (name != null) {
                read();
            }
            return name;
        } catch (IOException e) {
            throw Declined.DECLINED;
        }
    }

    @Override
    public boolean nextItem() {
        return read() != JsonToken.END_ARRAY;
    }

    @Override
    public void pass() {
        if (token.isStructStart()) {
            try {
                parser.skipChildren();
            } catch (IOException e) {
                throw Declined.DECLINED;
            }
        }
    }

    @Override
    public Tree here() {
        throw Declined.DECLINED;
    }

    @Override
    public Tree.Field field() {
        throw Declined.DECLINED;
    }

    @Override
    public Tree.Field first(String name) {
        throw Declined.DECLINED;
    }
}
