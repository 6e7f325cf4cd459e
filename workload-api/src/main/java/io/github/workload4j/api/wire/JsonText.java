package io.github.workload4j.api.wire;

import io.github.workload4j.api.field.Fault;

/** Values of any kind as compact JSON, letter for letter as Jackson writes it. */
public final class JsonText {

    private static final int DEEPEST = 200;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private JsonText() {}

    /** {@return the object or list at the cursor} */
    public static String of(Cursor cursor, ReadContext context) {
        StringBuilder json = new StringBuilder();
        write(cursor, json, context, 0);
        return json.toString();
    }

    private static void write(Cursor cursor, StringBuilder json, ReadContext context, int depth) {
        if (depth > DEEPEST) {
            context.fault(Fault.Type.LIMIT, cursor.place(), "nested deeper than any object of the API", "");
            cursor.skipValue();
            json.append("null");
            return;
        }
        switch (cursor.kind()) {
            case OBJECT -> {
                json.append('{');
                cursor.begin();
                boolean first = true;
                for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
                    quote(first ? json : json.append(','), name);
                    write(cursor, json.append(':'), context, depth + 1);
                    first = false;
                }
                json.append('}');
            }
            case LIST -> {
                json.append('[');
                cursor.begin();
                for (boolean first = true; cursor.nextItem(); first = false) {
                    write(cursor, first ? json : json.append(','), context, depth + 1);
                }
                json.append(']');
            }
            case NULL -> json.append("null");
            case BOOLEAN, INTEGER, FLOAT, FRACTION -> json.append(cursor.text());
            case TEXT -> quote(json, cursor.text());
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
