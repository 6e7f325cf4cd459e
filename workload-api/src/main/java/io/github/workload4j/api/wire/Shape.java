package io.github.workload4j.api.wire;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.spelling.SpellingSuggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The wire shape of an object: a table of its fields, read and written by the same rows.
 *
 * <p>Rows stand in the order in which fields are written and in which {@link ValueStack} hands them to the model's
 * constructor.
 */
public final class Shape<T> implements WireType<T> {

    /** Stands for the number of a row where the API has a field that the model does not hold. */
    private static final int PASSED_OVER = -1;

    private final List<Row<T, ?>> rows;
    private final List<Nowhere<T>> nowhere;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Function<ValueStack, T> maker;
    private final boolean lenient;
    private final @Nullable String part;
    private @Nullable T absent;
    private volatile @Nullable Fields fields;

    private Shape(Rows<T> from, Function<ValueStack, T> maker) {
        this.rows = List.copyOf(from.rows);
        this.nowhere = List.copyOf(from.nowhere);
        this.maker = maker;
        this.lenient = from.lenient;
        this.part = from.part;
        if (rows.size() > Long.SIZE) {
            throw new IllegalArgumentException("rows: " + rows.size() + " (expected: at most " + Long.SIZE + ")");
        }
        // Names of rows go in first: they are constants, and who asks by the same constant compares no letters.
        for (int i = 0; i < rows.size(); i++) {
            byName.put(rows.get(i).name, i);
        }
        if (part != null) {
            CoreFields.of(part).forEach(name -> byName.putIfAbsent(name, PASSED_OVER));
        }
    }

    public static <T> Rows<T> rows() {
        return new Rows<>();
    }

    /** An object of one field, for which the model holds that field's value. */
    public static <V extends @Nullable Object> Shape<V> only(String field, WireType<V> type) {
        return Shape.<V>rows().field(field, type, value -> value).make(ValueStack::next);
    }

    /** An object of which the model holds one field's value only; {@code part} as in {@link Rows#partOf}. */
    public static <V extends @Nullable Object> Shape<V> only(String field, WireType<V> type, String part) {
        return Shape.<V>rows().field(field, type, value -> value).partOf(part).make(ValueStack::next);
    }

    /** Collects the rows of a shape. */
    public static final class Rows<T> {
        private final List<Row<T, ?>> rows = new ArrayList<>();
        private final List<Nowhere<T>> nowhere = new ArrayList<>();
        private boolean lenient;
        private @Nullable String part;

        /** A field of a type, and how the model tells its value. */
        public <V extends @Nullable Object> Rows<T> field(String name, WireType<V> type, Function<T, V> value) {
            rows.add(new Row<>(name, () -> type, value, Presence.IF_SET));
            return this;
        }

        /** A field that the server writes even if it is empty, and so do we. */
        public <V extends @Nullable Object> Rows<T> always(String name, WireType<V> type, Function<T, V> value) {
            rows.add(new Row<>(name, () -> type, value, Presence.ALWAYS));
            return this;
        }

        /** A field that the API requires: reports show it even if it is empty. */
        public <V extends @Nullable Object> Rows<T> required(String name, WireType<V> type, Function<T, V> value) {
            rows.add(new Row<>(name, () -> type, value, Presence.IN_REPORTS));
            return this;
        }

        /** A field of a type that is not made yet, as where a shape holds itself. */
        public <V extends @Nullable Object> Rows<T> later(
                String name, Supplier<WireType<V>> type, Function<T, V> value) {
            rows.add(new Row<>(name, type, value, Presence.IF_SET));
            return this;
        }

        /** Fields that several shapes have in common. */
        public Rows<T> with(UnaryOperator<Rows<T>> fields) {
            return fields.apply(this);
        }

        /** A part of the model that has no field here; an object in which it is set cannot be written. */
        public Rows<T> nowhere(String name, Function<T, @Nullable Object> value) {
            nowhere.add(new Nowhere<>(name, value));
            return this;
        }

        /** Fields without a row are passed over: the model holds only a part of the object. */
        public Rows<T> partial() {
            lenient = true;
            return this;
        }

        /** Fields without a row are passed over, whole, if this type of {@code core/v1} has them. */
        public Rows<T> partOf(String type) {
            part = type;
            return this;
        }

        public Shape<T> make(Function<ValueStack, T> maker) {
            return new Shape<>(this, maker);
        }
    }

    /** A part of the model that this version has no field for. */
    private record Nowhere<T>(String name, Function<T, @Nullable Object> value) {

        void require(T object, Output out) {
            Object part = value.apply(object);
            boolean absent = part == null || part.equals("") || part instanceof Collection<?> items && items.isEmpty();
            if (!absent) {
                refuse(out);
            }
        }

        private void refuse(Output out) {
            try {
                out.refuse("has no place in this version");
            } catch (Unwritable e) {
                throw e.below(name);
            }
        }
    }

    /** When a field is written. */
    private enum Presence {
        /** If it is not empty. */
        IF_SET,
        /** In reports even if it is empty. */
        IN_REPORTS,
        /** Even if it is empty. */
        ALWAYS;

        boolean writesEmpty(boolean inReport) {
            return this == ALWAYS || this == IN_REPORTS && inReport;
        }
    }

    private record Row<T, V extends @Nullable Object>(
            String name, Supplier<WireType<V>> type, Function<T, V> value, Presence presence) {

        void write(T object, Output out) {
            try {
                V field = value.apply(object);
                WireType<V> wire = type.get();
                if (!wire.isAbsent(field) || presence.writesEmpty(out.isReport())) {
                    out.field(name);
                    wire.write(field, out);
                }
            } catch (Unwritable e) {
                throw e.below(name);
            }
        }
    }

    @Override
    public T read(Cursor cursor, ReadContext context) {
        if (cursor.kind() != Cursor.Kind.OBJECT) {
            context.wrongType(cursor, expected());
            return absent();
        }
        if (context.tooDeep(cursor)) {
            return absent();
        }
        cursor.begin(this);
        return rest(0, cursor.nextName(), cursor, context);
    }

    /** {@return whether a field has a row} */
    public boolean holds(String name) {
        return byName.getOrDefault(name, PASSED_OVER) != PASSED_OVER;
    }

    /**
     * Reads the rest of an object.
     *
     * @param before the rows read before, as bits, the first row in the lowest bit; their values are absent
     * @param first the name of the field at whose value the cursor stands, or null at the end of the object
     */
    public T rest(long before, @Nullable String first, Cursor cursor, ReadContext context) {
        Fields fields = fields();
        int base = context.values.top();
        context.values.push(fields.absent);
        long seen = before;
        for (String name = first; name != null; name = cursor.nextName()) {
            Integer row = byName.get(name);
            context.down(name);
            if (row == null) {
                unknown(name, cursor, context);
            } else if (row == PASSED_OVER) {
                context.passOver();
                cursor.skipValue();
            } else {
                if ((seen & 1L << row) != 0) {
                    twice(name, cursor, context);
                }
                seen |= 1L << row;
                boolean isNull = cursor.kind() == Cursor.Kind.NULL;
                context.values.set(base + row, isNull ? fields.absent[row] : fields.types[row].read(cursor, context));
            }
            context.up();
        }
        T made = maker.apply(context.values.from(base));
        context.values.drop(base);
        return made;
    }

    private static void twice(String name, Cursor cursor, ReadContext context) {
        String detail = "written twice, first on line "
                + PackedPosition.position(cursor.firstPlace(name)).line();
        context.fault(Fault.Type.DUPLICATE_FIELD, cursor.namePlace(), detail, "keep one");
    }

    private void unknown(String name, Cursor cursor, ReadContext context) {
        if (!lenient) {
            context.fault(Fault.Type.UNKNOWN_FIELD, cursor.namePlace(), "unknown field", hint(name));
        } else {
            context.passOver();
        }
        cursor.skipValue();
    }

    private String hint(String name) {
        if (part == null) {
            List<String> names = rows.stream().map(Row::name).toList();
            return SpellingSuggestion.to(name, names)
                    .map(Shape::meant)
                    .orElseGet(() ->
                            names.isEmpty() ? "there are no fields here" : "fields here: " + String.join(", ", names));
        }
        List<String> elsewhere = CoreFields.typesWith(name);
        return elsewhere.isEmpty()
                ? SpellingSuggestion.to(name, CoreFields.of(part))
                        .map(Shape::meant)
                        .orElse("no field of " + part + " is like it")
                : "a field of " + String.join(", ", elsewhere) + ", not of " + part;
    }

    private static String meant(String known) {
        return "did you mean `" + known + "`?";
    }

    /**
     * What the rows say, in arrays. Made on first use, since a shape may hold itself.
     *
     * @param types the types of the fields
     * @param absent the values of fields that are not there
     */
    private record Fields(WireType<?>[] types, @Nullable Object[] absent) {}

    private Fields fields() {
        Fields known = fields;
        if (known == null) {
            WireType<?>[] types = new WireType<?>[rows.size()];
            @Nullable Object[] absents = new Object[rows.size()];
            for (int i = 0; i < types.length; i++) {
                types[i] = rows.get(i).type.get();
                absents[i] = types[i].absent();
            }
            known = new Fields(types, absents);
            fields = known;
        }
        return known;
    }

    @Override
    public T absent() {
        T known = absent;
        if (known == null) {
            ValueStack values = new ValueStack();
            values.push(fields().absent);
            known = maker.apply(values.from(0));
            absent = known;
        }
        return known;
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public void write(T value, Output out) {
        for (Nowhere<T> part : nowhere) {
            part.require(value, out);
        }
        out.startObject();
        for (Row<T, ?> row : rows) {
            row.write(value, out);
        }
        out.endObject();
    }
}
