package io.github.workload4j.gang.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object. Fields come out in the order in which they are written. The same calls give the same bytes.
 * Each character that a terminal obeys or that turns the direction of writing is spelled out.
 */
public final class JsonLines implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();
    private static final int MOST_BUFFERED = 8_000;

    private final Writer out;
    private final boolean inLines;
    private final StringBuilder buffer = new StringBuilder();
    private final Deque<Level> levels = new ArrayDeque<>();

    /** Writes a list of results, each on a line of its own, and a summary; no other blank. */
    public JsonLines(Writer out) {
        this(out, true);
    }

    private JsonLines(Writer out, boolean inLines) {
        this.out = out;
        this.inLines = inLines;
        buffer.append('{');
        levels.push(new Level(false, false));
    }

    /** {@return a writer of one line, which it does not end} */
    public static JsonLines onOneLine(Writer out) {
        return new JsonLines(out, false);
    }

    /** A list or an object that is open. */
    private static final class Level {
        private final boolean isList;
        private final boolean isResults;
        private boolean isEmpty = true;

        Level(boolean isList, boolean isResults) {
            this.isList = isList;
            this.isResults = isResults;
        }
    }

    public JsonLines startList(@Nullable String name) {
        start(name);
        buffer.append('[');
        levels.push(new Level(true, inLines && levels.size() == 1));
        return this;
    }

    public JsonLines endList() {
        Level list = end(true);
        if (list.isResults && !list.isEmpty) {
            buffer.append('\n');
        }
        buffer.append(']');
        flushIfLong();
        return this;
    }

    public JsonLines startObject(@Nullable String name) {
        start(name);
        buffer.append('{');
        levels.push(new Level(false, false));
        return this;
    }

    public JsonLines endObject() {
        end(false);
        buffer.append('}');
        flushIfLong();
        return this;
    }

    /** Writes a text, or null. */
    public JsonLines field(String name, @Nullable String value) {
        start(name);
        if (value == null) {
            buffer.append("null");
        } else {
            quoted(value);
        }
        return this;
    }

    public JsonLines field(String name, long value) {
        start(name);
        buffer.append(value);
        return this;
    }

    public JsonLines field(String name, boolean value) {
        start(name);
        buffer.append(value);
        return this;
    }

    public JsonLines nullField(String name) {
        start(name);
        buffer.append("null");
        return this;
    }

    /** Writes a list, each item of it by {@code write}. */
    public <T> JsonLines list(String name, Iterable<? extends T> items, Consumer<T> write) {
        startList(name);
        items.forEach(write);
        return endList();
    }

    /** Writes a list of objects, the fields of each by {@code fields}. */
    public <T> JsonLines objects(String name, Iterable<? extends T> items, Consumer<T> fields) {
        return list(name, items, item -> {
            startObject(null);
            fields.accept(item);
            endObject();
        });
    }

    /** Writes a list of objects, the fields of each by {@code fields} of a key and its value. */
    public <K, V> JsonLines objects(String name, Map<K, V> items, BiConsumer<K, V> fields) {
        return objects(name, items.entrySet(), item -> fields.accept(item.getKey(), item.getValue()));
    }

    /** Writes a list of texts. */
    public JsonLines texts(String name, List<String> values) {
        return list(name, values, this::item);
    }

    /** Writes a list of numbers. */
    public JsonLines numbers(String name, LongStream values) {
        startList(name);
        values.forEach(this::item);
        return endList();
    }

    /** Writes a text as an item of a list. */
    public JsonLines item(String value) {
        start(null);
        quoted(value);
        return this;
    }

    /** Writes a number as an item of a list. */
    public JsonLines item(long value) {
        start(null);
        buffer.append(value);
        return this;
    }

    /** Writes a value that is JSON already, or null. */
    public JsonLines json(String name, @Nullable String value) {
        start(name);
        buffer.append(value == null ? "null" : value);
        return this;
    }

    /** Names the schema that the object keeps to. */
    public JsonLines schema(String name) {
        return field("schema", "urn:workload4j:schema:" + name + ":1");
    }

    /** Ends the object, and its line; the writer stays open. */
    @Override
    public void close() {
        end(false);
        buffer.append(inLines ? "}\n" : "}");
        try {
            flush();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a field of an object, or, without a name, an item of a list. */
    private void start(@Nullable String name) {
        Level level = levels.element();
        if (level.isList != (name == null)) {
            throw new IllegalStateException(level.isList ? "a field in a list" : "a value without a name");
        }
        if (!level.isEmpty) {
            buffer.append(',');
        }
        if (level.isResults) {
            buffer.append('\n');
        }
        level.isEmpty = false;
        if (name != null) {
            quoted(name);
            buffer.append(':');
        }
    }

    private Level end(boolean isList) {
        Level level = levels.pop();
        if (level.isList != isList) {
            throw new IllegalStateException(
                    isList ? "the end of an object is missing" : "the end of a list is missing");
        }
        return level;
    }

    private void quoted(String text) {
        buffer.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> buffer.append("\\\"");
                case '\\' -> buffer.append("\\\\");
                case '\b' -> buffer.append("\\b");
                case '\f' -> buffer.append("\\f");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\t' -> buffer.append("\\t");
                default -> {
                    if (c < ' ') {
                        buffer.append("\\u").append(HEX.withUpperCase().toHexDigits(c));
                    } else if (isSeen(c)) {
                        buffer.append(c);
                    } else {
                        buffer.append("\\u").append(HEX.toHexDigits(c));
                    }
                }
            }
        }
        buffer.append('"');
    }

    /** {@return whether a terminal shows a character, and does not obey it or turn the direction of writing} */
    private static boolean isSeen(char c) {
        return c < 0x7F || c >= 0xA0 && Character.getType(c) != Character.FORMAT && c != '\u2028' && c != '\u2029';
    }

    private void flushIfLong() {
        if (buffer.length() > MOST_BUFFERED) {
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void flush() throws IOException {
        out.append(buffer);
        buffer.setLength(0);
    }
}
