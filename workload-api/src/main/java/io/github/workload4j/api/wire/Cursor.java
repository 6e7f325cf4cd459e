package io.github.workload4j.api.wire;

import org.jspecify.annotations.Nullable;

/**
 * The values of a document, one after the other: what the binding reads, whoever makes them. Stands at one value at a time, and knows where
 * that is as long as it is neither entered nor passed.
 *
 * <p>A source may keep nothing of what it has told: it then {@linkplain Declined declines} when it is asked for that, and the document is
 * read again as a tree.
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
        /** Another number. */
        FLOAT("a number"),
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

    /** {@return what the value is at which this stands} */
    Kind kind();

    /** {@return the scalar: numbers as plain decimals, booleans as {@code true} and {@code false}} */
    String text();

    /** {@return the scalar as it is written} */
    String raw();

    /** Goes into an object or list, in front of its first field or item. */
    void begin();

    /** {@return the name of the next field, whose value this then stands at; null at the end of the object, which is then left} */
    @Nullable
    String nextName();

    /** {@return whether there is a next item, which this then stands at; if not, the list is left} */
    boolean nextItem();

    /** Passes over the value. Must be called for an object or list that is not entered, and may be for others. */
    void skipValue();

    /**
     * Reads the value by a type, or gives what the type made of the same text before; nothing but the value may depend on the reading.
     */
    default <V extends @Nullable Object> V readCached(WireType<V> type, ReadContext context) {
        return type.read(this, context);
    }

    /** {@return where the value starts, as {@link PackedPosition} puts it} */
    long place();

    /** {@return where the name of the field starts whose value this stands at} */
    long namePlace();

    /** {@return where the first field of that name starts in the object around; may decline} */
    long firstPlace(String name);

    /**
     * Ends the quick reading of a document or item: there is something in it that only a tree tells right, or that this source does not
     * read. It is no fault.
     */
    final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** There is nothing to tell them apart. */
        public static final Declined DECLINED = new Declined();

        private Declined() {
            super("declined", null, false, false);
        }
    }
}
