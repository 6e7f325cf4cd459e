package io.github.workload4j.api.wire;

import io.github.workload4j.api.field.Fault;

/** Values of any kind as compact JSON, letter for letter as Jackson writes it. */
public final class JsonText {

    private static final int DEEPEST = 200;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private JsonText() {}

    /** {@return the object or list at which the tokens stand} */
    public static String of(Cursor tokens, ReadContext in) {
        StringBuilder json = new StringBuilder();
        write(tokens, json, in, 0);
        return json.toString();
    }

    private static void write(Cursor tokens, StringBuilder json, ReadContext in, int depth) {
        if (depth > DEEPEST) {
            in.fault(Fault.Type.LIMIT, tokens.place(), "nested deeper than any object of the API", "");
            tokens.pass();
            json.append("null");
            return;
        }
        switch (tokens.kind()) {
            case OBJECT -> {
                json.append('{');
                tokens.enter();
                boolean first = true;
                for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
                    quote(first ? json : json.append(','), name);
                    write(tokens, json.append(':'), in, depth + 1);
                    first = false;
                }
                json.append('}');
            }
            case LIST -> {
                json.append('[');
                tokens.enter();
                for (boolean first = true; tokens.nextItem(); first = false) {
                    write(tokens, first ? json : json.append(','), in, depth + 1);
                }
                json.append(']');
            }
            case NULL -> json.append("null");
            case BOOLEAN, INTEGER, FLOAT -> json.append(tokens.text());
            case TEXT -> quote(json, tokens.text());
        }
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ') {
                        json.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
