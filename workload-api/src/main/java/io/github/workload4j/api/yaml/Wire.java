package io.github.workload4j.api.yaml;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.field.FieldPath;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of values that wire shapes are made of. */
final class Wire {

    /** Text; absent is empty. */
    static final WireType<String> TEXT = new Leaf<>("text", "", Wire::readText, (text, out) -> out.text(text));

    /** True or false; absent is false. */
    static final WireType<Boolean> TRUTH = new Leaf<>("true or false", false, Wire::readTruth, (truth, out) -> out.literal(truth.toString()));

    /** A whole number of 32 bits; absent is 0. */
    static final WireType<Integer> INT32 = new Leaf<>(
            "a whole number from -2147483648 to 2147483647",
            0,
            (tree, in) -> {
                Long number = readWhole(tree, Integer.MIN_VALUE, Integer.MAX_VALUE);
                return number == null ? null : number.intValue();
            },
            (number, out) -> out.number(number));

    /** A whole number of 64 bits; absent is 0. */
    static final WireType<Long> INT64 = new Leaf<>(
            "a whole number of 64 bits",
            0L,
            (tree, in) -> readWhole(tree, Long.MIN_VALUE, Long.MAX_VALUE),
            (number, out) -> out.number(number));

    /** A quantity; absent is 0. Numbers are taken like text. */
    static final WireType<Quantity> QUANTITY = new QuantityType();

    /** A point in time; absent is null. */
    static final WireType<@Nullable Instant> TIME = new Time();

    /** Any value, as compact JSON; absent is null. */
    static final WireType<@Nullable String> JSON = new Json();

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Wire() {}

    /** Like another type, but absent is null. */
    static <V> WireType<@Nullable V> pointer(WireType<V> type) {
        return new Pointer<>(type);
    }

    /** A list; absent is empty. */
    static <V> WireType<List<V>> list(WireType<V> type) {
        return new ListOf<>(type);
    }

    /** An object whose names are data; absent is empty. */
    static <V> WireType<Map<String, V>> map(WireType<V> type) {
        return new MapOf<>(type);
    }

    /** A type that stands for another in the model. */
    static <W, V> WireType<V> as(WireType<W> wire, Function<W, V> toModel, Function<V, W> toWire) {
        return new Mapped<>(wire, toModel, toWire);
    }

    private static @Nullable String readText(Tree tree, Reading in) {
        return tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.TEXT ? in.shared(scalar.text()) : null;
    }

    private static @Nullable Boolean readTruth(Tree tree, Reading in) {
        return tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.BOOLEAN ? scalar.text().equals("true") : null;
    }

    /** A whole number in range; {@code 4.0} and {@code 1e3} are whole. Null for anything else. */
    private static @Nullable Long readWhole(Tree tree, long least, long most) {
        if (!(tree instanceof Tree.Scalar scalar)
                || scalar.type() != Tree.Type.INTEGER && scalar.type() != Tree.Type.FLOAT) {
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(scalar.text());
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

    /** How a value is written. */
    private interface Writer<V> {
        void write(V value, Output out);
    }

    /** A value without parts. */
    private record Leaf<V>(
            String expected, V absent, BiFunction<Tree, Reading, @Nullable V> reader, Writer<V> writer)
            implements WireType<V> {
        @Override
        public V read(Tree tree, Reading in) {
            V value = reader.apply(tree, in);
            if (value == null) {
                in.wrongType(tree, expected);
                return absent;
            }
            return value;
        }

        @Override
        public void write(V value, Output out) {
            writer.write(value, out);
        }
    }

    private record Pointer<V>(WireType<V> type) implements WireType<@Nullable V> {
        @Override
        public @Nullable WireType<?> part(String name) {
            return type.part(name);
        }

        @Override
        public @Nullable V read(Tree tree, Reading in) {
            return type.read(tree, in);
        }

        @Override
        public @Nullable V absent() {
            return null;
        }

        @Override
        public String expected() {
            return type.expected();
        }

        @Override
        public void write(@Nullable V value, Output out) {
            if (value != null) {
                type.write(value, out);
            }
        }
    }

    private record ListOf<V>(WireType<V> type) implements WireType<List<V>> {
        @Override
        public WireType<?> part(String name) {
            return type;
        }

        @Override
        public List<V> read(Tree tree, Reading in) {
            if (!(tree instanceof Tree.Sequence sequence)) {
                in.wrongType(tree, expected());
                return List.of();
            }
            List<V> values = new ArrayList<>(sequence.items().size());
            for (int i = 0; i < sequence.items().size(); i++) {
                Tree item = sequence.items().get(i);
                if (item instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL) {
                    values.add(type.absent());
                    continue;
                }
                in.down(i);
                values.add(type.read(item, in));
                in.up();
            }
            return values;
        }

        @Override
        public List<V> absent() {
            return List.of();
        }

        @Override
        public String expected() {
            return "a list";
        }

        @Override
        public void write(List<V> values, Output out) {
            out.startList();
            for (int i = 0; i < values.size(); i++) {
                try {
                    type.write(values.get(i), out);
                } catch (Unwritable e) {
                    throw e.below("[" + i + "]");
                }
            }
            out.endList();
        }
    }

    private record MapOf<V>(WireType<V> type) implements WireType<Map<String, V>> {
        @Override
        public WireType<?> part(String name) {
            return type;
        }

        @Override
        public Map<String, V> read(Tree tree, Reading in) {
            if (!(tree instanceof Tree.Mapping mapping)) {
                in.wrongType(tree, expected());
                return Map.of();
            }
            Map<String, V> values = new LinkedHashMap<>();
            for (Tree.Field field : mapping.fields()) {
                in.down(new FieldPath.Key(field.name()));
                boolean isNull = field.value() instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL;
                V value = isNull ? type.absent() : type.read(field.value(), in);
                if (values.put(in.shared(field.name()), value) != null) {
                    in.fault(Fault.Type.DUPLICATE_FIELD, field.namePosition(), "written twice", "keep one");
                }
                in.up();
            }
            return values;
        }

        @Override
        public Map<String, V> absent() {
            return Map.of();
        }

        @Override
        public String expected() {
            return "an object";
        }

        @Override
        public void write(Map<String, V> values, Output out) {
            out.startObject();
            for (Map.Entry<String, V> entry : values.entrySet()) {
                try {
                    out.key(entry.getKey());
                    type.write(entry.getValue(), out);
                } catch (Unwritable e) {
                    throw e.below("[" + entry.getKey() + "]");
                }
            }
            out.endObject();
        }
    }

    private record Mapped<W, V>(WireType<W> wire, Function<W, V> toModel, Function<V, W> toWire) implements WireType<V> {
        @Override
        public @Nullable WireType<?> part(String name) {
            return wire.part(name);
        }

        @Override
        public V read(Tree tree, Reading in) {
            return toModel.apply(wire.read(tree, in));
        }

        @Override
        public V absent() {
            return toModel.apply(wire.absent());
        }

        @Override
        public String expected() {
            return wire.expected();
        }

        @Override
        public void write(V value, Output out) {
            wire.write(toWire.apply(value), out);
        }
    }

    private static final class QuantityType implements WireType<Quantity> {
        @Override
        public Quantity read(Tree tree, Reading in) {
            if (!(tree instanceof Tree.Scalar scalar)
                    || scalar.type() == Tree.Type.BOOLEAN
                    || scalar.type() == Tree.Type.NULL) {
                in.wrongType(tree, expected());
                return Quantity.ZERO;
            }
            try {
                return in.quantity(scalar.text());
            } catch (IllegalArgumentException e) {
                in.fault(
                        Fault.Type.WRONG_TYPE,
                        tree.position(),
                        Reading.shown(scalar.raw()) + " is not a quantity",
                        "expected a number and one of n u m k M G T P E Ki Mi Gi Ti Pi Ei, such as 500m, 2 or 1.5Gi");
                return Quantity.ZERO;
            }
        }

        @Override
        public Quantity absent() {
            return Quantity.ZERO;
        }

        @Override
        public String expected() {
            return "a quantity, such as 500m, 2 or 1.5Gi";
        }

        @Override
        public void write(Quantity value, Output out) {
            if (value.amount().precision() > Quantity.MOST_DIGITS) {
                throw new Unwritable("has more than " + Quantity.MOST_DIGITS + " digits");
            }
            out.text(value.toString());
        }
    }

    private static final class Time implements WireType<@Nullable Instant> {
        private static final String USUAL = "0000-00-00T00:00:00Z";
        private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

        @Override
        public @Nullable Instant read(Tree tree, Reading in) {
            if (tree instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.TEXT) {
                try {
                    String text = scalar.text();
                    return isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant();
                } catch (DateTimeException e) {
                    String found = Reading.shown(scalar.raw()) + " is not a time";
                    in.fault(Fault.Type.WRONG_TYPE, tree.position(), found, "expected " + expected());
                    return null;
                }
            }
            in.wrongType(tree, expected());
            return null;
        }

        /** {@return whether a text has the form that the API server prints: whole seconds, in UTC} */
        private static boolean isUsual(String text) {
            if (text.length() != USUAL.length()) {
                return false;
            }
            for (int i = 0; i < USUAL.length(); i++) {
                char c = text.charAt(i);
                boolean fits = USUAL.charAt(i) == '0' ? c >= '0' && c <= '9' : c == USUAL.charAt(i);
                if (!fits) {
                    return false;
                }
            }
            return true;
        }

        private static Instant usual(String text) {
            return LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .toInstant(ZoneOffset.UTC);
        }

        private static int number(String text, int from, int to) {
            return Integer.parseInt(text, from, to, 10);
        }

        @Override
        public @Nullable Instant absent() {
            return null;
        }

        @Override
        public String expected() {
            return "a time, such as 2026-01-02T03:04:05Z";
        }

        @Override
        public void write(@Nullable Instant value, Output out) {
            if (value != null) {
                if (value.isBefore(FIRST) || value.isAfter(LAST)) {
                    throw new Unwritable("is a time before the year 0 or after the year 9999");
                }
                out.text(value.toString());
            }
        }
    }

    private static final class Json implements WireType<@Nullable String> {
        @Override
        public @Nullable String read(Tree tree, Reading in) {
            if (!(tree instanceof Tree.Mapping)) {
                in.wrongType(tree, expected());
                return null;
            }
            return JsonText.of(tree, in);
        }

        @Override
        public @Nullable String absent() {
            return null;
        }

        @Override
        public String expected() {
            return "an object";
        }

        @Override
        public void write(@Nullable String value, Output out) {
            if (value != null) {
                JsonText.write(value, out);
            }
        }
    }
}
