package io.github.workload4j.api.wire;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.field.Fault;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of values that wire shapes are made of. */
public final class Wire {

    /** Text; absent is empty. */
    public static final WireType<String> TEXT = new Leaf<>("text", "", Leaf::readText, (text, out) -> out.text(text));

    /**
     * What a root object says it is. Where the binding goes by it, it was read before; where it comes behind other fields, only a source
     * that knows fields reads it.
     */
    static WireType<String> typeWord(String name) {
        return new Leaf<>(
                "text",
                "",
                tokens -> {
                    tokens.firstPlace(name);
                    return Leaf.readText(tokens);
                },
                (text, out) -> out.text(text));
    }

    /** True or false; absent is false. */
    static final WireType<Boolean> TRUTH =
            new Leaf<>("true or false", false, Leaf::readTruth, (truth, out) -> out.literal(truth.toString()));

    /** A whole number of 32 bits; absent is 0. */
    static final WireType<Integer> INT32 = new Leaf<>(
            "a whole number from -2147483648 to 2147483647",
            0,
            tokens -> {
                Long number = Leaf.readWhole(tokens, Integer.MIN_VALUE, Integer.MAX_VALUE);
                return number == null ? null : number.intValue();
            },
            (number, out) -> out.number(number));

    /** A whole number of 64 bits; absent is 0. */
    static final WireType<Long> INT64 = new Leaf<>(
            "a whole number of 64 bits",
            0L,
            tokens -> Leaf.readWhole(tokens, Long.MIN_VALUE, Long.MAX_VALUE),
            (number, out) -> out.number(number));

    /** A quantity; absent is 0. Numbers are taken like text. */
    public static final WireType<Quantity> QUANTITY = new QuantityType();

    /** A point in time; absent is null. */
    static final WireType<@Nullable Instant> TIME = new Time();

    /** Any value, as compact JSON; absent is null. */
    static final WireType<@Nullable String> JSON = new Json();

    private Wire() {}

    /** Like another type, but absent is null. */
    static <V> WireType<@Nullable V> pointer(WireType<V> type) {
        return new Pointer<>(type);
    }

    /** A list; absent is empty. Items that the model does not hold come out as null and are left out. */
    public static <V> WireType<List<V>> list(WireType<V> type) {
        return new ListOf<>(type);
    }

    /** An object whose names are data; absent is empty. */
    static <V> WireType<Map<String, V>> map(WireType<V> type) {
        return new MapOf<>(type);
    }

    /** A type whose values are the same in many objects, letter for letter. */
    static <V> WireType<V> recurring(WireType<V> type) {
        return new RecurringType<>(type);
    }

    /** A type that stands for another in the model. */
    static <W, V> WireType<V> as(WireType<W> wire, Function<W, V> toModel, Function<V, W> toWire) {
        return new Mapped<>(wire, toModel, toWire);
    }

    private record Pointer<V>(WireType<V> type) implements WireType<@Nullable V> {
        @Override
        public @Nullable V read(Cursor tokens, ReadContext in) {
            return type.read(tokens, in);
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
        public List<V> read(Cursor tokens, ReadContext in) {
            if (tokens.kind() != Cursor.Kind.LIST) {
                in.wrongType(tokens, expected());
                return List.of();
            }
            int base = in.values.top();
            tokens.enter();
            for (int i = 0; tokens.nextItem(); i++) {
                in.down(i);
                V item = tokens.kind() == Cursor.Kind.NULL ? type.absent() : type.read(tokens, in);
                if (item != null) {
                    in.values.push(item);
                }
                in.up();
            }
            return in.values.list(base);
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
        public Map<String, V> read(Cursor tokens, ReadContext in) {
            if (tokens.kind() != Cursor.Kind.OBJECT) {
                in.wrongType(tokens, expected());
                return Map.of();
            }
            int base = in.values.top();
            Slots slots = new Slots(base);
            tokens.enter();
            for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
                in.downKey(name);
                int twice = slots.of(name, in.values);
                if (twice >= 0) {
                    in.fault(Fault.Type.DUPLICATE_FIELD, tokens.namePlace(), "written twice", "keep one");
                }
                V value = tokens.kind() == Cursor.Kind.NULL ? type.absent() : type.read(tokens, in);
                if (twice >= 0) {
                    in.values.set(twice, value);
                } else {
                    in.values.push(name);
                    in.values.push(value);
                }
                in.up();
            }
            return in.values.map(base);
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

    /** Where the values of a map's names stand among the values read: looked for one by one while they are few. */
    private static final class Slots {
        private static final int FEW = 16;
        private final int base;
        private @Nullable Map<String, Integer> many;

        Slots(int base) {
            this.base = base;
        }

        /** {@return where the value of a name stands, or -1; the name is then expected to come next} */
        int of(String name, ValueStack values) {
            int top = values.top();
            if (top - base < 2 * FEW) {
                return values.find(base, name);
            }
            if (many == null) {
                many = new HashMap<>();
                for (int at = base; at < top; at += 2) {
                    many.put((String) values.at(at), at + 1);
                }
            }
            Integer place = many.putIfAbsent(name, top + 1);
            return place == null ? -1 : place;
        }
    }

    private record RecurringType<V>(WireType<V> type) implements WireType<V> {
        @Override
        public V read(Cursor tokens, ReadContext in) {
            return tokens.recurring(type, in);
        }

        @Override
        public V absent() {
            return type.absent();
        }

        @Override
        public String expected() {
            return type.expected();
        }

        @Override
        public void write(V value, Output out) {
            type.write(value, out);
        }
    }

    private record Mapped<W, V>(WireType<W> wire, Function<W, V> toModel, Function<V, W> toWire)
            implements WireType<V> {
        @Override
        public V read(Cursor tokens, ReadContext in) {
            return toModel.apply(wire.read(tokens, in));
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
        public Quantity read(Cursor tokens, ReadContext in) {
            Cursor.Kind kind = tokens.kind();
            if (kind != Cursor.Kind.TEXT && kind != Cursor.Kind.INTEGER && kind != Cursor.Kind.FLOAT) {
                in.wrongType(tokens, expected());
                return Quantity.ZERO;
            }
            try {
                return in.known().quantity(tokens.text());
            } catch (IllegalArgumentException e) {
                in.fault(
                        Fault.Type.WRONG_TYPE,
                        tokens.place(),
                        ReadContext.shown(tokens.raw()) + " is not a quantity",
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
        private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

        @Override
        public @Nullable Instant read(Cursor tokens, ReadContext in) {
            if (tokens.kind() == Cursor.Kind.TEXT) {
                try {
                    return in.known().time(tokens.text());
                } catch (DateTimeException e) {
                    String found = ReadContext.shown(tokens.raw()) + " is not a time";
                    in.fault(Fault.Type.WRONG_TYPE, tokens.place(), found, "expected " + expected());
                    return null;
                }
            }
            in.wrongType(tokens, expected());
            return null;
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
        public @Nullable String read(Cursor tokens, ReadContext in) {
            if (tokens.kind() != Cursor.Kind.OBJECT) {
                in.wrongType(tokens, expected());
                return null;
            }
            return JsonText.of(tokens, in);
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
                out.json(value);
            }
        }
    }
}
