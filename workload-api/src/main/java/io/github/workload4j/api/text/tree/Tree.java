package io.github.workload4j.api.text.tree;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.wire.Cursor;
import io.github.workload4j.api.wire.PackedPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as values with places; what every {@link TreeSource} makes and the binding reads. */
public sealed interface Tree {

    /** {@return where the value starts, as {@link PackedPosition} puts it} */
    long at();

    /** {@return where the value starts} */
    default Position position() {
        return PackedPosition.position(at());
    }

    /** {@return the value one step down, or null if there is none} */
    @Nullable
    Tree step(FieldPath.Step step);

    /** What a reader of a document would call the value, such as {@code a list}. */
    String described();

    /** What a scalar is, after YAML 1.1's rules for plain text. */
    enum Type {
        NULL(Cursor.Kind.NULL),
        BOOLEAN(Cursor.Kind.BOOLEAN),
        INTEGER(Cursor.Kind.INTEGER),
        FLOAT(Cursor.Kind.FLOAT),
        FRACTION(Cursor.Kind.FRACTION),
        TEXT(Cursor.Kind.TEXT);

        private static final List<Type> TYPES = List.of(values());

        private final Cursor.Kind kind;

        Type(Cursor.Kind kind) {
            this.kind = kind;
        }

        /** {@return what a cursor at such a scalar says it is} */
        public Cursor.Kind kind() {
            return kind;
        }

        /** {@return the type of a scalar of that kind} */
        public static Type of(Cursor.Kind kind) {
            for (Type type : TYPES) {
                if (type.kind == kind) {
                    return type;
                }
            }
            throw new IllegalArgumentException("kind: " + kind + " (expected: a scalar's)");
        }
    }

    /**
     * One value without parts.
     *
     * @param type what it is
     * @param text numbers as plain decimals, booleans as {@code true} and {@code false}
     * @param raw as written
     * @param at where it starts
     */
    record Scalar(Type type, String text, String raw, long at) implements Tree {

        public Scalar(Type type, String text, String raw, Position position) {
            this(type, text, raw, PackedPosition.of(position));
        }

        /** {@return text that stands for itself} */
        public static Scalar text(String text, long at) {
            return new Scalar(Type.TEXT, text, text, at);
        }

        @Override
        public @Nullable Tree step(FieldPath.Step step) {
            return null;
        }

        @Override
        public String described() {
            return type.kind.described();
        }
    }

    /**
     * An object: fields in order, duplicates kept.
     *
     * @param fields the fields
     * @param at where it starts
     */
    record Mapping(List<Field> fields, long at) implements Tree {

        /** {@return the value of the last field of that name, or null} */
        @Nullable
        public Tree get(String name) {
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (fields.get(i).name().equals(name)) {
                    return fields.get(i).value();
                }
            }
            return null;
        }

        /** {@return the text of a field; something else if there is none, or it is no text, or empty} */
        public String word(String name, String otherwise) {
            boolean isText = get(name) instanceof Scalar scalar
                    && scalar.type() == Type.TEXT
                    && !scalar.text().isEmpty();
            return isText ? ((Scalar) get(name)).text() : otherwise;
        }

        @Override
        public @Nullable Tree step(FieldPath.Step step) {
            if (step instanceof FieldPath.Field field) {
                return get(field.name());
            }
            return step instanceof FieldPath.Key key ? get(key.key()) : null;
        }

        @Override
        public String described() {
            return Cursor.Kind.OBJECT.described();
        }
    }

    /**
     * A field of an object.
     *
     * @param name its name
     * @param nameAt where the name starts
     * @param value its value
     */
    record Field(String name, long nameAt, Tree value) {}

    /**
     * A list.
     *
     * @param items the items in order
     * @param at where it starts
     */
    record Sequence(List<Tree> items, long at) implements Tree {
        @Override
        public @Nullable Tree step(FieldPath.Step step) {
            return step instanceof FieldPath.Index index && index.index() < items.size()
                    ? items.get(index.index())
                    : null;
        }

        @Override
        public String described() {
            return Cursor.Kind.LIST.described();
        }
    }
}
