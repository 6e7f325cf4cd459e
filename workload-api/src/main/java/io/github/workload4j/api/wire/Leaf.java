package io.github.workload4j.api.wire;

import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value without parts.
 *
 * @param expected what a manifest should hold
 * @param absent the value of a field that is not there
 * @param reader reads the scalar at a cursor; null if it is of another kind
 * @param writer writes the value
 */
record Leaf<V>(String expected, V absent, Function<Cursor, @Nullable V> reader, BiConsumer<V, Output> writer)
        implements WireType<V> {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MOST_SURE_DIGITS = 18;

    @Override
    public V read(Cursor cursor, ReadContext context) {
        V value = reader.apply(cursor);
        if (value == null) {
            boolean isFraction = absent instanceof Number && cursor.kind() == Cursor.Kind.FRACTION;
            context.wrongType(cursor, isFraction ? expected + ", in JSON without point or exponent" : expected);
            return absent;
        }
        return value;
    }

    @Override
    public void write(V value, Output out) {
        writer.accept(value, out);
    }

    static @Nullable String readText(Cursor cursor) {
        return cursor.kind() == Cursor.Kind.TEXT ? cursor.text() : null;
    }

    static @Nullable Boolean readTruth(Cursor cursor) {
        return cursor.kind() == Cursor.Kind.BOOLEAN ? cursor.text().equals("true") : null;
    }

    /** A whole number in range; {@code 4.0} and {@code 1e3} are whole in YAML. Null for anything else. */
    static @Nullable Long readWhole(Cursor cursor, long least, long most) {
        boolean integer = cursor.kind() == Cursor.Kind.INTEGER;
        if (!integer && cursor.kind() != Cursor.Kind.FLOAT) {
            return null;
        }
        String text = cursor.text();
        if (integer && text.length() <= MOST_SURE_DIGITS) {
            long whole = Long.parseLong(text);
            return whole < least || whole > most ? null : whole;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
        boolean hugeOrTiny = number.precision() - (long) number.scale() > 20 || number.scale() > 400;
        if (number.signum() != 0 && hugeOrTiny || number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        long whole = number.longValue();
        return whole < least || whole > most ? null : whole;
    }
}
