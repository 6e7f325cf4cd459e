package io.github.workload4j.api.yaml;

import org.jspecify.annotations.Nullable;

/**
 * The values of a document, one after the other: what the binding reads, whoever makes them. Stands at one value at a time.
 *
 * <p>A source may know no places and keep nothing: it then {@linkplain Declined declines} as soon as it is asked for either, which is
 * when something is wrong, and the document is read again from a {@link Tree}.
 */
interface Tokens {

    /** What the value is. */
    enum Kind {
        /** An object; {@link #enter} it or {@link #pass} it. */
        OBJECT,
        /** A list; {@link #enter} it or {@link #pass} it. */
        LIST,
        /** Nothing. */
        NULL,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A whole number. */
        INTEGER,
        /** Another number. */
        FLOAT,
        /** Text. */
        TEXT
    }

    /** {@return what the value is at which this stands} */
    Kind kind();

    /** {@return the scalar: numbers as plain decimals, booleans as {@code true} and {@code false}} */
    String text();

    /** Goes into an object or list, in front of its first field or item. */
    void enter();

    /** {@return the name of the next field, whose value this then stands at; null at the end of the object, which is then left} */
    @Nullable
    String nextName();

    /** {@return whether there is a next item, which this then stands at; if not, the list is left} */
    boolean nextItem();

    /** Passes over the value. Must be called for an object or list that is not entered, and may be for others. */
    void pass();

    /**
     * Reads the value by a type, or gives what the type made of the same text before; nothing but the value may depend on the reading.
     */
    default <V extends @Nullable Object> V recurring(WireType<V> type, Reading in) {
        return type.read(this, in);
    }

    /** {@return the value with its place; may decline} */
    Tree here();

    /** {@return the field whose value this stands at, with its place; may decline} */
    Tree.Field field();

    /** {@return the first field of that name in the object around; may decline} */
    Tree.Field first(String name);

    /**
     * Ends the quick reading of a document: there is something in it that only a tree tells right, or that this source does not read.
     * It is no fault.
     */
    final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** There is nothing to tell them apart. */
        static final Declined DECLINED = new Declined();

        private Declined() {
            super("declined", null, false, false);
        }
    }
}
