package io.github.workload4j.api.field;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The place of a value in a manifest, in the words and shape of the manifest's own API version.
 *
 * <p>Built going down, {@code FieldPath.root("spec").child("podGroups").index(1)}, and printed as the API server of
 * every release prints it: {@code spec.podGroups[1]}. It is never parsed. Equal by steps.
 */
public final class FieldPath {

    /** The whole document; prints as nothing. */
    public static final FieldPath DOCUMENT = new FieldPath(null, null, -1, false);

    private final @Nullable FieldPath parent;
    private final @Nullable String name;
    private final int index;
    private final boolean key;

    private FieldPath(@Nullable FieldPath parent, @Nullable String name, int index, boolean key) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.key = key;
    }

    /** {@return the path of a field of the document} */
    public static FieldPath root(String field) {
        return DOCUMENT.child(field);
    }

    /** {@return the path of a field of the object at this path} */
    public FieldPath child(String field) {
        return new FieldPath(this, requireNonNull(field, "field"), -1, false);
    }

    /**
     * {@return the path of an item of the list at this path}
     *
     * @param index position in the list, from 0
     */
    public FieldPath index(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index: " + index + " (expected: 0 or more)");
        }
        return new FieldPath(this, null, index, false);
    }

    /** {@return the path of a value of the map at this path; prints as {@code [key]}} */
    public FieldPath key(String key) {
        return new FieldPath(this, requireNonNull(key, "key"), -1, true);
    }

    /** {@return the path of what some steps further down is} */
    public FieldPath then(List<Step> further) {
        requireNonNull(further, "further");
        FieldPath path = this;
        for (Step step : requireNonNull(further, "further")) {
            if (step instanceof Index item) {
                path = path.index(item.index());
            } else if (step instanceof Key value) {
                path = path.key(value.key());
            } else {
                path = path.child(((Field) step).name());
            }
        }
        return path;
    }

    /** {@return the steps from the document down} */
    public List<Step> steps() {
        Deque<Step> steps = new ArrayDeque<>();
        for (FieldPath path = this; path.parent != null; path = path.parent) {
            if (path.name == null) {
                steps.addFirst(new Index(path.index));
            } else if (path.key) {
                steps.addFirst(new Key(path.name));
            } else {
                steps.addFirst(new Field(path.name));
            }
        }
        return List.copyOf(steps);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldPath path && steps().equals(path.steps());
    }

    @Override
    public int hashCode() {
        return steps().hashCode();
    }

    /**
     * {@return the path as the API server of every release prints it, such as {@code
     * spec.podGroups[1].policy.gang.minCount}}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps()) {
            step.appendTo(text);
        }
        return text.toString();
    }

    /** One step down. */
    public sealed interface Step permits Field, Index, Key {

        /** Appends this step as it is printed after the steps above it. */
        void appendTo(StringBuilder text);
    }

    /**
     * A step into a field of an object.
     *
     * @param name the field's name in the manifest
     */
    public record Field(String name) implements Step {

        public Field {
            requireNonNull(name, "name");
        }

        @Override
        public void appendTo(StringBuilder text) {
            requireNonNull(text, "text");
            text.append(text.isEmpty() ? "" : ".").append(name);
        }
    }

    /**
     * A step into a list.
     *
     * @param index position from 0
     */
    public record Index(int index) implements Step {
        @Override
        public void appendTo(StringBuilder text) {
            requireNonNull(text, "text");
            text.append('[').append(index).append(']');
        }
    }

    /**
     * A step into a map whose keys are data, such as labels.
     *
     * @param key the key
     */
    public record Key(String key) implements Step {

        public Key {
            requireNonNull(key, "key");
        }

        @Override
        public void appendTo(StringBuilder text) {
            requireNonNull(text, "text");
            text.append('[').append(key).append(']');
        }
    }
}
