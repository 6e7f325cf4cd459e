package io.github.workload4j.api.wire;

import io.github.workload4j.api.core.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of values that wire shapes are made of. */
public final class Wire {

    /** Text; absent is empty. */
    public static final WireType<String> TEXT = new Leaf<>("text", "", Leaf::readText, (text, out) -> out.text(text));

    /**
     * What a root object says it is. Where the binding goes by it, it was read before; where it comes after other
     * fields, only a source that knows fields reads it.
     */
    public static WireType<String> typeWord(String name) {
        return new Leaf<>(
                "text",
                "",
                cursor -> {
                    cursor.firstPlace(name);
                    return Leaf.readText(cursor);
                },
                (text, out) -> out.text(text));
    }

    /** True or false; absent is false. */
    public static final WireType<Boolean> TRUTH =
            new Leaf<>("true or false", false, Leaf::readTruth, (truth, out) -> out.literal(truth.toString()));

    /** A whole number of 32 bits; absent is 0. */
    public static final WireType<Integer> INT32 = new Leaf<>(
            "a whole number from -2147483648 to 2147483647",
            0,
            cursor -> {
                Long number = Leaf.readWhole(cursor, Integer.MIN_VALUE, Integer.MAX_VALUE);
                return number == null ? null : number.intValue();
            },
            (number, out) -> out.number(number));

    /** A whole number of 64 bits; absent is 0. */
    public static final WireType<Long> INT64 = new Leaf<>(
            "a whole number of 64 bits",
            0L,
            cursor -> Leaf.readWhole(cursor, Long.MIN_VALUE, Long.MAX_VALUE),
            (number, out) -> out.number(number));

    /** A quantity; absent is 0. Numbers are taken like text. */
    public static final WireType<Quantity> QUANTITY = new QuantityType();

    /** A point in time; absent is null. */
    public static final WireType<@Nullable Instant> TIME = new TimeType();

    /** Any value, as compact JSON; absent is null. */
    public static final WireType<@Nullable String> JSON = new JsonType();

    private Wire() {}

    /** Like another type, but absent is null. */
    public static <V> WireType<@Nullable V> pointer(WireType<V> type) {
        return new PointerType<>(type);
    }

    /** A list; absent is empty. Items that the model does not hold come out as null and are left out. */
    public static <V> WireType<List<V>> list(WireType<V> type) {
        return new ListType<>(type);
    }

    /** An object whose names are data; absent is empty. */
    public static <V> WireType<Map<String, V>> map(WireType<V> type) {
        return new MapType<>(type);
    }

    /** A type whose values are the same in many objects, letter for letter. */
    public static <V> WireType<V> recurring(WireType<V> type) {
        return new RecurringType<>(type);
    }

    /** A type some of whose values a manifest cannot hold; {@code problem} says why not, or is null. */
    public static <V> WireType<V> checked(WireType<V> type, Function<V, @Nullable String> problem) {
        return new CheckedType<>(type, problem);
    }

    /** A type that stands for another in the model. */
    public static <W, V> WireType<V> as(WireType<W> wire, Function<W, V> toModel, Function<V, W> toWire) {
        return new MappedType<>(wire, toModel, toWire);
    }
}
