package io.github.workload4j.api.yaml;

import java.util.ArrayList;
import java.util.Arrays;
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

    private final List<Row<T, ?>> rows;
    private final List<Nowhere<T>> nowhere;
    private final Map<String, Integer> byName = new HashMap<>();
    private final Function<Values, T> maker;
    private final boolean lenient;
    private @Nullable T absent;

    private Shape(List<Row<T, ?>> rows, List<Nowhere<T>> nowhere, Function<Values, T> maker, boolean lenient) {
        this.rows = rows;
        this.nowhere = nowhere;
        this.maker = maker;
        this.lenient = lenient;
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

        Shape<T> make(Function<Values, T> maker) {
            return new Shape<>(List.copyOf(rows), List.copyOf(nowhere), maker, lenient);
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

    /** The fields of one object in the order of the rows. */
    static final class Values {
        private final @Nullable Object[] values;
        private int next;

        private Values(@Nullable Object[] values) {
            this.values = values;
        }

        /** {@return the next field's value; the caller's types are those of the rows} */
        @SuppressWarnings("unchecked")
        <V extends @Nullable Object> V next() {
            return (V) values[next++];
        }
    }

    @Override
    public T read(Tree tree, Reading in) {
        if (!(tree instanceof Tree.Mapping mapping)) {
            in.wrongType(tree, expected());
            return absent();
        }
        if (in.tooDeep(tree)) {
            return absent();
        }
        @Nullable Object[] values = new Object[rows.size()];
        long[] seen = new long[rows.size()];
        for (Tree.Field field : mapping.fields()) {
            in.down(field.name());
            Integer row = byName.get(field.name());
            if (row == null) {
                unknown(field, in);
            } else {
                if (seen[row] != 0) {
                    String first = "written twice, first on line " + Tree.position(seen[row]).line();
                    in.fault(Fault.Type.DUPLICATE_FIELD, field.namePosition(), first, "keep one");
                }
                seen[row] = field.nameAt();
                boolean isNull = field.value() instanceof Tree.Scalar scalar && scalar.type() == Tree.Type.NULL;
                WireType<?> type = rows.get(row).type.get();
                values[row] = isNull ? type.absent() : type.read(field.value(), in);
            }
            in.up();
        }
        for (int i = 0; i < values.length; i++) {
            if (seen[i] == 0) {
                values[i] = rows.get(i).type.get().absent();
            }
        }
        return maker.apply(new Values(values));
    }

    private void unknown(Tree.Field field, Reading in) {
        if (lenient) {
            return;
        }
        String hint = Nearest.to(field.name(), names())
                .map(name -> "did you mean `" + name + "`?")
                .orElseGet(() -> names().isEmpty() ? "there are no fields here" : "fields here: " + String.join(", ", names()));
        in.fault(Fault.Type.UNKNOWN_FIELD, field.namePosition(), "unknown field", hint);
    }

    /** {@return the names of the fields in the order of the rows} */
    List<String> names() {
        return rows.stream().map(Row::name).toList();
    }

    /** {@return the type of a field, or null if there is no such field} */
    @Nullable WireType<?> typeOf(String name) {
        Integer row = byName.get(name);
        return row == null ? null : rows.get(row).type.get();
    }

    @Override
    public @Nullable WireType<?> part(String name) {
        Integer row = byName.get(name);
        if (row != null) {
            return rows.get(row).type.get();
        }
        return lenient ? PassedOver.IT : null;
    }

    @Override
    public T absent() {
        T known = absent;
        if (known == null) {
            @Nullable Object[] values = new Object[rows.size()];
            Arrays.setAll(values, i -> rows.get(i).type.get().absent());
            known = maker.apply(new Values(values));
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
