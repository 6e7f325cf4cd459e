package io.github.workload4j.api.yaml;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as values with places; what every token source makes and the binding reads. */
sealed interface Tree {

    /** {@return where the value starts, as {@link #place} puts it} */
    long at();

    /** {@return where the value starts} */
    default Position position() {
        return position(at());
    }

    /** {@return a position as a number; there are as many positions as values, and they would take more room than those} */
    static long place(Position position) {
        return (long) position.line() << 32 | position.column();
    }

    /** {@return the position that a number stands for} */
    static Position position(long place) {
        return new Position((int) (place >> 32), (int) place);
    }

    /** {@return the value one step down, or null if there is none} */
    @Nullable
    Tree step(FieldPath.Step step);

    /** What a reader of a document would call the value, such as {@code a list}. */
    String described();

    /** What a scalar is, after YAML 1.1's rules for plain text. */
    enum Type {
        NULL(Tokens.Kind.NULL),
        BOOLEAN(Tokens.Kind.BOOLEAN),
        INTEGER(Tokens.Kind.INTEGER),
        FLOAT(Tokens.Kind.FLOAT),
        TEXT(Tokens.Kind.TEXT);

        private static final List<Type> TYPES = List.of(values());

        final Tokens.Kind kind;

        Type(Tokens.Kind kind) {
            this.kind = kind;
        }

        /** {@return the type of a scalar of that kind} */
        static Type of(Tokens.Kind kind) {
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

        Scalar(Type type, String text, String raw, Position position) {
            this(type, text, raw, place(position));
        }

        @Override
        public @Nullable Tree step(FieldPath.Step step) {
            return null;
        }

        @Override
        public String described() {
            return type.kind.described;
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
        Tree get(String name) {
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (fields.get(i).name().equals(name)) {
                    return fields.get(i).value();
                }
            }
            return null;
        }

        /** {@return the text of a field; something else if there is none, or it is no text, or empty} */
        String word(String name, String otherwise) {
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
            return Tokens.Kind.OBJECT.described;
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
            return Tokens.Kind.LIST.described;
        }
    }
}
