package io.github.workload4j.api.yaml;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Position;
import io.github.workload4j.api.text.tree.Tree;
import io.github.workload4j.api.text.tree.TreeCursor;
import io.github.workload4j.api.wire.JsonText;
import io.github.workload4j.api.wire.PackedPosition;
import io.github.workload4j.api.wire.ReadContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document as it is written, of whatever kind of object, with its path and place.
 *
 * <p>A value that is not there is a value too, of type {@link Type#ABSENT}: going down from it, or from a value that
 * has no such part, gives one again, whose place is that of the nearest value around it. Of fields written twice the
 * last counts. Nothing is converted: {@code "4"} in quotes is text and no number. Immutable and thread-safe.
 */
public final class PlainValue {

    private final FieldPath path;
    private final @Nullable Tree tree;
    private final long at;
    private final @Nullable Consumer<? super Fault> faults;

    private PlainValue(FieldPath path, @Nullable Tree tree, long at, @Nullable Consumer<? super Fault> faults) {
        this.path = path;
        this.tree = tree;
        this.at = at;
        this.faults = faults;
    }

    /** What a value is. */
    public enum Type {
        /** Fields. */
        OBJECT,
        /** Items. */
        LIST,
        /** Text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** {@code null}, or a field with nothing after it. */
        NULL,
        /** Not there. */
        ABSENT
    }

    static PlainValue of(Tree tree) {
        return new PlainValue(FieldPath.DOCUMENT, tree, tree.at(), null);
    }

    /**
     * {@return the same value, which tells, as do the values in it, where someone goes down and finds no object or no
     * list}
     *
     * @param faults takes each such fault as often as it is met; kept, and called by the thread that goes down
     */
    public PlainValue telling(Consumer<? super Fault> faults) {
        return new PlainValue(path, tree, at, requireNonNull(faults, "faults"));
    }

    private void expect(Type type, String expected) {
        if (faults != null && isThere() && type() != type) {
            faults.accept(wrongType(expected));
        }
    }

    /** {@return what the value is} */
    public Type type() {
        if (tree instanceof Tree.Scalar scalar) {
            return switch (scalar.type()) {
                case NULL -> Type.NULL;
                case BOOLEAN -> Type.BOOLEAN;
                case INTEGER, FLOAT, FRACTION -> Type.NUMBER;
                case TEXT -> Type.TEXT;
            };
        }
        return tree == null ? Type.ABSENT : tree instanceof Tree.Mapping ? Type.OBJECT : Type.LIST;
    }

    /** {@return whether there is a value, other than {@code null}} */
    public boolean isThere() {
        return type() != Type.ABSENT && type() != Type.NULL;
    }

    /** {@return where in the document} */
    public FieldPath path() {
        return path;
    }

    /** {@return where in the stream: where the value starts, or the nearest value around it} */
    public Position position() {
        return PackedPosition.position(at);
    }

    /** {@return the value of a field, in time linear in the number of fields} */
    public PlainValue field(String name) {
        return below(path.child(requireNonNull(name, "name")), get(name));
    }

    /** {@return the value of a key that is data, such as that of a label, in time linear in the number of keys} */
    public PlainValue key(String key) {
        return below(path.key(requireNonNull(key, "key")), get(key));
    }

    private @Nullable Tree get(String name) {
        expect(Type.OBJECT, "an object");
        return tree instanceof Tree.Mapping mapping ? mapping.get(name) : null;
    }

    private PlainValue below(FieldPath path, @Nullable Tree value) {
        return new PlainValue(path, value, value == null ? at : value.at(), faults);
    }

    /** {@return the items of a list, in order; empty if this is no list} */
    public List<PlainValue> items() {
        expect(Type.LIST, "a list");
        if (!(tree instanceof Tree.Sequence sequence)) {
            return List.of();
        }
        List<PlainValue> items = new ArrayList<>(sequence.items().size());
        for (Tree item : sequence.items()) {
            items.add(below(path.index(items.size()), item));
        }
        return List.copyOf(items);
    }

    /** {@return the values of an object whose names are data, by name, in order; empty if this is no object} */
    public Map<String, PlainValue> keys() {
        return named(path::key);
    }

    /** {@return the values of the fields, by name, in order; empty if this is no object} */
    public Map<String, PlainValue> fields() {
        return named(path::child);
    }

    private Map<String, PlainValue> named(Function<String, FieldPath> path) {
        expect(Type.OBJECT, "an object");
        Map<String, PlainValue> values = new LinkedHashMap<>();
        if (tree instanceof Tree.Mapping mapping) {
            mapping.fields().forEach(field -> values.put(field.name(), below(path.apply(field.name()), field.value())));
        }
        return Collections.unmodifiableMap(values);
    }

    /** {@return the text; empty if this is no text} */
    public Optional<String> text() {
        return type() == Type.TEXT ? Optional.of(((Tree.Scalar) requireNonNull(tree)).text()) : Optional.empty();
    }

    /** {@return the number; empty if this is no whole number of 64 bits} */
    public Optional<Long> whole() {
        if (!(tree instanceof Tree.Scalar scalar) || scalar.type() != Tree.Type.INTEGER) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(scalar.text()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@return true or false; empty if this is neither} */
    public Optional<Boolean> truth() {
        return type() == Type.BOOLEAN
                ? Optional.of(((Tree.Scalar) requireNonNull(tree)).text().equals("true"))
                : Optional.empty();
    }

    /**
     * {@return the value as compact JSON, in the order of the document; {@code null} if it is not there, and where it
     * is nested deeper than any object of the API}
     */
    public String json() {
        return tree == null ? "null" : JsonText.of(new TreeCursor(tree), new ReadContext());
    }

    /**
     * {@return a part that the model holds; its value for "not there" if this is not there}
     *
     * @param faults takes what is wrong, in document order: values of wrong types, for which the part has nothing, and
     *     unknown and duplicate fields, which it leaves out
     */
    public <T> T read(ManifestPart<T> part, Consumer<? super Fault> faults) {
        requireNonNull(part, "part");
        requireNonNull(faults, "faults");
        ReadContext context = new ReadContext();
        for (FieldPath.Step step : path.steps()) {
            if (step instanceof FieldPath.Field field) {
                context.down(field.name());
            } else if (step instanceof FieldPath.Key key) {
                context.downKey(key.key());
            } else if (step instanceof FieldPath.Index index) {
                context.down(index.index());
            }
        }
        T read = isThere()
                ? part.type().read(new TreeCursor(requireNonNull(tree)), context)
                : part.type().absent();
        context.takeFaults().forEach(faults);
        return read;
    }

    /**
     * {@return the fault that this is not what was expected here}
     *
     * @param expected what would be right, such as {@code text}
     */
    public Fault wrongType(String expected) {
        requireNonNull(expected, "expected");
        String found = tree == null ? "nothing" : tree.described();
        String shown = tree instanceof Tree.Scalar scalar && scalar.type() != Tree.Type.NULL
                ? " " + ReadContext.shown(scalar.raw())
                : "";
        return new Fault(Fault.Type.WRONG_TYPE, path, position(), "found " + found + shown, "expected " + expected);
    }

    /** {@return path and type} */
    @Override
    public String toString() {
        return (path.equals(FieldPath.DOCUMENT) ? "document" : path.toString()) + ": " + type();
    }
}
