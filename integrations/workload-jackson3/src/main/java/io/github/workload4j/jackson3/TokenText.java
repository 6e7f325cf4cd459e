package io.github.workload4j.jackson3;

import io.github.workload4j.api.field.Position;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** The tokens of a value as one line of ASCII, of which it is known where each token stands in the parser's input. */
final class TokenText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringBuilder json;
    private final TreeMap<Integer, Position> places = new TreeMap<>();

    TokenText(String before) {
        this.json = new StringBuilder(before);
    }

    /** Takes the value at whose first token the parser stands. */
    void value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        int depth = 0;
        boolean first = true;
        do {
            if (!first && !token.isStructEnd() && needsComma()) {
                json.append(',');
            }
            first = false;
            places.put(json.length() + 1, place(parser.currentTokenLocation()));
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            append(token, parser);
            token = depth > 0 ? parser.nextToken() : null;
        } while (token != null);
    }

    private boolean needsComma() {
        char last = json.charAt(json.length() - 1);
        return last != '{' && last != '[' && last != ':';
    }

    private static Position place(TokenStreamLocation location) {
        return location.getLineNr() < 1
                ? new Position(1, 1)
                : new Position(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    private void append(JsonToken token, JsonParser parser) {
        switch (token) {
            case START_OBJECT -> json.append('{');
            case END_OBJECT -> json.append('}');
            case START_ARRAY -> json.append('[');
            case END_ARRAY -> json.append(']');
            case PROPERTY_NAME -> {
                quoted(parser.currentName());
                json.append(':');
            }
            case VALUE_NULL, VALUE_TRUE, VALUE_FALSE -> json.append(token.asString());
            case VALUE_NUMBER_INT -> json.append(parser.getNumberValue());
            case VALUE_NUMBER_FLOAT -> real(parser.getString());
            default -> quoted(parser.getString());
        }
    }

    /** A number that JSON cannot hold, such as YAML's infinity, is a text that no number field takes. */
    private void real(String text) {
        if (text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            json.append(text);
        } else {
            quoted(text);
        }
    }

    private void quoted(String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    String with(String after) {
        return json + after;
    }

    /** {@return where the token stands that is at a place of the line, or the last one before it} */
    Position place(Position inLine) {
        Map.Entry<Integer, Position> token = places.floorEntry(inLine.column());
        return token == null ? places.firstEntry().getValue() : token.getValue();
    }

    /** Writes JSON as the tokens it stands for. */
    static void copy(String json, JsonGenerator generator) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            generator.copyCurrentStructure(parser);
        }
    }
}
