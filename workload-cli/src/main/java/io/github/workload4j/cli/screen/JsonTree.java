package io.github.workload4j.cli.screen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.workload4j.gang.words.Counted;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * JSON that somebody else wrote, as maps, lists, texts, numbers, truth values and null. Read strictly: one value, no
 * member twice, no more than 256 MB, numbers of at most 100 digits, no more than 30,000 levels; reading takes no stack.
 */
public final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(30_000)
                    .maxNumberLength(100)
                    .maxDocumentLength(256L << 20)
                    .build())
            .build();

    private JsonTree() {}

    /**
     * {@return the value in a text}
     *
     * @throws IOException if it is not JSON, or not of these sizes, or cannot be read
     */
    public static @Nullable Object read(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            return read(parser);
        } catch (JsonProcessingException e) {
            throw placed(e);
        }
    }

    /**
     * {@return the value in a text}
     *
     * @throws IOException if it is not JSON, or not of these sizes
     */
    public static @Nullable Object read(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return read(parser);
        } catch (JsonProcessingException e) {
            throw placed(e);
        }
    }

    /** {@return the same with its place in front, in words that leave the parser's own places out} */
    private static IOException placed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return new IOException(where + e.getOriginalMessage().replaceAll(" \\([a-zA-Z ]*\\[Source: .*", ""), e);
    }

    private static @Nullable Object read(JsonParser parser) throws IOException {
        Deque<Object> open = new ArrayDeque<>();
        List<@Nullable Object> roots = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructEnd()) {
                open.pop();
            } else if (token != JsonToken.FIELD_NAME) {
                Object value = value(token, parser);
                Object around = open.peek();
                if (around instanceof List<?>) {
                    JsonTree.<Object>list(around).add(value);
                } else if (around == null) {
                    roots.add(value);
                } else {
                    members(around).put(parser.currentName(), value);
                }
                if (token.isStructStart()) {
                    open.push(value);
                }
            }
        }
        if (roots.size() != 1) {
            throw new IOException(roots.isEmpty() ? "empty" : roots.size() + " JSON values (expected: 1)");
        }
        return roots.get(0);
    }

    private static @Nullable Object value(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case START_OBJECT -> new LinkedHashMap<String, Object>();
            case START_ARRAY -> new ArrayList<>();
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    @SuppressWarnings("unchecked")
    private static <T> List<@Nullable T> list(Object value) {
        return (List<T>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> members(Object value) {
        return (Map<String, Object>) value;
    }

    /**
     * {@return the members of an object}
     *
     * @throws Malformed if the value is none
     */
    public static Map<String, @Nullable Object> object(@Nullable Object value, String place) {
        if (!(value instanceof Map<?, ?>)) {
            throw new Malformed(place, value, "an object");
        }
        return members(value);
    }

    /**
     * {@return the items of a list}
     *
     * @throws Malformed if the value is none
     */
    public static List<@Nullable Object> list(@Nullable Object value, String place) {
        if (!(value instanceof List<?>)) {
            throw new Malformed(place, value, "a list");
        }
        return list(value);
    }

    /**
     * {@return a text}
     *
     * @throws Malformed if the value is none
     */
    public static String text(@Nullable Object value, String place) {
        if (!(value instanceof String text)) {
            throw new Malformed(place, value, "a text");
        }
        return text;
    }

    /**
     * {@return a text, or a number as a text, with an exponent where it has more digits than anybody writes}
     *
     * @throws Malformed if the value is neither
     */
    public static String plain(@Nullable Object value, String place) {
        if (value instanceof BigDecimal number) {
            return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
        }
        return text(value, place);
    }

    /**
     * {@return a whole number of 32 bits}
     *
     * @throws Malformed if the value is none
     */
    public static int number(@Nullable Object value, String place) {
        long number = large(value, place);
        if (number != (int) number) {
            throw new Malformed(place, value, "a whole number of 32 bits");
        }
        return (int) number;
    }

    /**
     * {@return a whole number of 64 bits}
     *
     * @throws Malformed if the value is none
     */
    public static long large(@Nullable Object value, String place) {
        if (value instanceof BigDecimal decimal
                && decimal.scale() == 0
                && decimal.unscaledValue().bitLength() < 64) {
            return decimal.longValue();
        }
        throw new Malformed(place, value, "a whole number of 64 bits");
    }

    /** Whether two texts say the same. */
    @FunctionalInterface
    public interface TextComparison {

        /** {@return whether a text is as good as the right one at a place such as {@code groups[0].detail}} */
        boolean areSame(String place, String found, String right);
    }

    /**
     * {@return where and how a value differs from what it should be, or null if it does not}
     *
     * <p>Takes as many levels of the stack as the values have.
     *
     * @param unchecked names of members that are not compared
     * @param texts which texts are the same
     */
    public static @Nullable String difference(
            @Nullable Object found, @Nullable Object right, String place, Set<String> unchecked, TextComparison texts) {
        if (found instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            Set<String> names = new TreeSet<>(members(one).keySet());
            names.addAll(members(other).keySet());
            names.removeAll(unchecked);
            for (String name : names) {
                String inside = place + (place.isEmpty() ? "" : ".") + name;
                if (!one.containsKey(name)) {
                    return inside + " is missing";
                }
                if (!other.containsKey(name)) {
                    return inside + " should not be there";
                }
                String difference = difference(one.get(name), other.get(name), inside, unchecked, texts);
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        if (found instanceof List<?> one && right instanceof List<?> other) {
            for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
                String difference = difference(one.get(i), other.get(i), place + "[" + i + "]", unchecked, texts);
                if (difference != null) {
                    return difference;
                }
            }
            return one.size() == other.size()
                    ? null
                    : place + ": " + Counted.of(one.size(), "item") + ", by the inputs " + other.size();
        }
        boolean equal = found instanceof BigDecimal one && right instanceof BigDecimal other
                ? one.compareTo(other) == 0
                : found instanceof String text && right instanceof String same
                        ? texts.areSame(place, text, same)
                        : Objects.equals(found, right);
        return equal ? null : place + ": " + shown(found) + ", by the inputs " + shown(right);
    }

    /** {@return a value for people, no longer than a line} */
    public static String shown(@Nullable Object value) {
        String text = value instanceof Map<?, ?>
                ? "an object"
                : value instanceof List<?> items
                        ? "a list of " + items.size()
                        : value instanceof BigDecimal number && number.scale() == 0
                                ? number.toBigInteger().toString()
                                : String.valueOf(value);
        return text.length() > 80 ? text.substring(0, 80) + "..." : text;
    }

    /** What is not of the form it should have; never leaves the package. */
    public static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Malformed(String place, @Nullable Object found, String expected) {
            super(place + ": " + shown(found) + " (expected: " + expected + ")", null, false, false);
        }
    }
}
