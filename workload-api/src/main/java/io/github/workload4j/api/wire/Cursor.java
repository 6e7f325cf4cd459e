package io.github.workload4j.api.wire;

import org.jspecify.annotations.Nullable;

/**
 * Moves over the values of a document, one at a time; reading by tables needs nothing else of a document.
 *
 * <p>A cursor stands at one value. It knows the place of that value until {@link #begin} or {@link #skipValue} is
 * called. An object is read so:
 *
 * <pre>{@code
 * cursor.begin();
 * for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
 *     // read the value, or cursor.skipValue()
 * }
 * }</pre>
 *
 * <p>A cursor need not remember what it has passed. It {@linkplain Declined declines} when asked for that, and the
 * document is then read again as a tree.
 */
public interface Cursor {

    /** What the value is. */
    enum Kind {
        /** An object; {@link #begin} it or {@link #skipValue} it. */
        OBJECT("an object"),
        /** A list; {@link #begin} it or {@link #skipValue} it. */
        LIST("a list"),
        /** Nothing. */
        NULL("nothing"),
        /** {@code true} or {@code false}. */
        BOOLEAN("a boolean"),
        /** A whole number. */
        INTEGER("a number"),
        /** Another number, or a whole one with a point or an exponent that YAML has, and that a server makes whole. */
        FLOAT("a number"),
        /** A number with a point or an exponent that JSON has, and that no server takes as whole. */
        FRACTION("a number"),
        /** Text. */
        TEXT("text");

        private final String described;

        Kind(String described) {
            this.described = described;
        }

        /** {@return what a reader of a document would call the value, such as {@code a list}} */
        public String described() {
            return described;
        }
    }

    /** {@return the kind of the value at which this stands} */
    Kind kind();

    /** {@return the scalar: numbers as plain decimals, booleans as {@code true} and {@code false}} */
    String text();

    /** {@return the scalar as it is written} */
    String raw();

    /** Enters an object or list, before its first field or item. */
    void begin();

    /** Enters an object of which a shape reads the fields that it has; others may be passed over. */
    default void begin(Shape<?> shape) {
        begin();
    }

    /**
     * Moves to the value of the next field.
     *
     * @return the name of that field, or null at the end of the object, which is then left
     */
    @Nullable
    String nextName();

    /**
     * Moves to the next item.
     *
     * @return whether there is one; if not, the list is left
     */
    boolean nextItem();

    /** Skips the value. Required for an object or list that is not entered, allowed for any value. */
    void skipValue();

    /**
     * Reads the value by a type, or returns what the type made of the same text before. The value must depend on
     * nothing but the text.
     */
    default <V extends @Nullable Object> V readCached(WireType<V> type, ReadContext context) {
        return type.read(this, context);
    }

    /** {@return where the value starts, as {@link PackedPosition} puts it} */
    long place();

    /** {@return where the name of the current field starts} */
    long namePlace();

    /** {@return where the first field of that name starts in the object around; may decline} */
    long firstPlace(String name);

    /**
     * Ends the quick reading of a document or item: something in it can be told right only by a tree, or is not read by
     * this cursor. This is no fault.
     */
    final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** The only one: it carries nothing. */
        public static final Declined DECLINED = new Declined();

        private Declined() {
            super("declined", null, false, false);
        }
    }
}
