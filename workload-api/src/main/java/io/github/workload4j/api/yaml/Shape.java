package io.github.workload4j.api.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The wire shape of an object: a table of its fields, read and written by the same rows.
 *
 * <p>Rows stand in the order in which fields are written and in which {@link Values} hands them to the model's constructor.
 */
final class Shape<T> implements WireType<T> {

    /** In place of the number of a row: the field is there in the API, and the model does not hold it. */
    private static final int PASSED_OVER = -1;

    private final List<Row<T, ?>> rows;
    private final List<Nowhere<T>> nowhere;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Function<Values, T> maker;
    private final boolean lenient;
    private final @Nullable String part;
    private @Nullable T absent;
    private volatile @Nullable Fields fields;

    private Shape(Rows<T> from, Function<Values, T> maker) {
        this.rows = List.copyOf(from.rows);
        this.nowhere = List.copyOf(from.nowhere);
        this.maker = maker;
        this.lenient = from.lenient;
        this.part = from.part;
        if (rows.size() > Long.SIZE) {
            throw new IllegalArgumentException("rows: " + rows.size() + " (expected: at most " + Long.SIZE + ")");
        }
        if (part != null) {
            CoreFields.of(part).forEach(name -> byName.put(name, PASSED_OVER));
        }
        for (int i = 0; i < rows.size(); i++) {
            byName.put(rows.get(i).name, i);
        }
    }

    static <T> Rows<T> rows() {
        return new Rows<>();
    }

    /** Collects the rows of a shape. */
    static final class Rows<T> {
        private final List<Row<T, ?>> rows = new ArrayList<>();
        private final List<Nowhere<T>> nowhere = new ArrayList<>();
        private boolean lenient;
        private @Nullable String part;

        /** A field of a type, and how the model tells its value. */
        <V extends @Nullable Object> Rows<T> field(String name, WireType<V> type, Function<T, V> value) {
            rows.add(new Row<>(name, () -> type, value));
            return this;
        }

        /** A field of a type that is not made yet, as where a shape holds itself. */
        <V extends @Nullable Object> Rows<T> later(String name, Supplier<WireType<V>> type, Function<T, V> value) {
            rows.add(new Row<>(name, type, value));
            return this;
        }

        /** A part of the model that has no field here; an object in which it is set cannot be written. */
        Rows<T> nowhere(String name, Function<T, @Nullable Object> value) {
            nowhere.add(new Nowhere<>(name, value));
            return this;
        }

        /** Fields without a row are passed over: the model holds only a part of the object. */
        Rows<T> partial() {
            lenient = true;
            return this;
        }

        /** Fields without a row are passed over, whole, if this type of {@code core/v1} has them. */
        Rows<T> partOf(String type) {
            part = type;
            return this;
        }

        Shape<T> make(Function<Values, T> maker) {
            return new Shape<>(this, maker);
        }
    }

    /** A part of the model that this version has no field for. */
    private record Nowhere<T>(String name, Function<T, @Nullable Object> value) {

        void require(T object) {
            Object part = value.apply(object);
            boolean absent = part == null || part.equals("") || part instanceof Collection<?> items && items.isEmpty();
            if (!absent) {
                throw new Unwritable("has no place in this version").below(name);
            }
        }
    }

    private record Row<T, V extends @Nullable Object>(String name, Supplier<WireType<V>> type, Function<T, V> value) {

        void write(T object, Output out) {
            try {
                V field = value.apply(object);
                WireType<V> wire = type.get();
                if (!wire.isAbsent(field)) {
                    out.field(name);
                    wire.write(field, out);
                }
            } catch (Unwritable e) {
                throw e.below(name);
            }
        }
    }

    @Override
    public T read(Tokens tokens, Reading in) {
        if (tokens.kind() != Tokens.Kind.OBJECT) {
            in.wrongType(tokens, expected());
            return absent();
        }
        if (in.tooDeep(tokens)) {
            return absent();
        }
        tokens.enter();
        return rest(0, tokens.nextName(), tokens, in);
    }

    /**
     * Reads the rest of an object.
     *
     * @param before which rows have been read before, the first one in the lowest bit; their values are absent
     * @param first the name of the field at whose value the tokens stand, or null at the end
     */
    T rest(long before, @Nullable String first, Tokens tokens, Reading in) {
        Fields fields = fields();
        int base = in.values.top();
        in.values.push(fields.absent);
        long seen = before;
        for (String name = first; name != null; name = tokens.nextName()) {
            Integer row = byName.get(name);
            in.down(name);
            if (row == null) {
                unknown(name, tokens, in);
            } else if (row == PASSED_OVER) {
                in.passOver();
                tokens.pass();
            } else {
                if ((seen & 1L << row) != 0) {
                    twice(name, tokens, in);
                }
                seen |= 1L << row;
                boolean isNull = tokens.kind() == Tokens.Kind.NULL;
                in.values.set(base + row, isNull ? fields.absent[row] : fields.types[row].read(tokens, in));
            }
            in.up();
        }
        T made = maker.apply(in.values.from(base));
        in.values.drop(base);
        return made;
    }

    private static void twice(String name, Tokens tokens, Reading in) {
        String detail = "written twice, first on line "
                + Tree.position(tokens.firstPlace(name)).line();
        in.fault(Fault.Type.DUPLICATE_FIELD, tokens.namePlace(), detail, "keep one");
    }

    private void unknown(String name, Tokens tokens, Reading in) {
        if (!lenient) {
            in.fault(Fault.Type.UNKNOWN_FIELD, tokens.namePlace(), "unknown field", hint(name));
        } else {
            in.passOver();
        }
        tokens.pass();
    }

    private String hint(String name) {
        if (part == null) {
            List<String> names = rows.stream().map(Row::name).toList();
            return Nearest.to(name, names)
                    .map(Shape::meant)
                    .orElseGet(() ->
                            names.isEmpty() ? "there are no fields here" : "fields here: " + String.join(", ", names));
        }
        List<String> elsewhere = CoreFields.typesWith(name);
        return elsewhere.isEmpty()
                ? Nearest.to(name, CoreFields.of(part)).map(Shape::meant).orElse("no field of " + part + " is like it")
                : "a field of " + String.join(", ", elsewhere) + ", not of " + part;
    }

    private static String meant(String known) {
        return "did you mean `" + known + "`?";
    }

    /**
     * What the rows say, at hand; made late, since a shape may hold itself.
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
            Values values = new Values();
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
            part.require(value);
        }
        out.startObject();
        for (Row<T, ?> row : rows) {
            row.write(value, out);
        }
        out.endObject();
    }
}
