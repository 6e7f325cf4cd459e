package io.github.workload4j.api.wire;

import io.github.workload4j.api.ordered.OrderedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stack of values that are not yet part of an object. The values of one object, list or map lie side by side at its
 * top.
 *
 * <p>One stack serves all objects of a stream, so that an object needs no collection of its own while it is read.
 */
public final class ValueStack {

    private @Nullable Object[] stack = new Object[128];
    private int top;
    private int next;

    /** {@return the index of the next value} */
    int top() {
        return top;
    }

    void push(@Nullable Object value) {
        makeRoom(1);
        stack[top++] = value;
    }

    void push(@Nullable Object[] values) {
        makeRoom(values.length);
        System.arraycopy(values, 0, stack, top, values.length);
        top += values.length;
    }

    private void makeRoom(int count) {
        if (top + count > stack.length) {
            stack = Arrays.copyOf(stack, Math.max(2 * stack.length, top + count));
        }
    }

    void set(int at, @Nullable Object value) {
        stack[at] = value;
    }

    @Nullable
    Object at(int place) {
        return stack[place];
    }

    /** Starts handing out the values from an index on, through {@link #next()}. */
    ValueStack from(int base) {
        next = base;
        return this;
    }

    /** {@return the next value; its type is that of the field it was read by} */
    @SuppressWarnings("unchecked")
    public <V extends @Nullable Object> V next() {
        return (V) stack[next++];
    }

    /** Removes the values from an index on. */
    void drop(int base) {
        top = base;
    }

    /** Removes the values from an index on and returns them as a list. */
    @SuppressWarnings("unchecked")
    <V> List<V> list(int base) {
        int size = top - base;
        top = base;
        return (List<V>)
                switch (size) {
                    case 0 -> List.of();
                    case 1 -> List.of(stack[base]);
                    case 2 -> List.of(stack[base], stack[base + 1]);
                    case 3 -> List.of(stack[base], stack[base + 1], stack[base + 2]);
                    case 4 -> List.of(stack[base], stack[base + 1], stack[base + 2], stack[base + 3]);
                    default -> List.of(Arrays.copyOfRange(stack, base, base + size));
                };
    }

    /**
     * Looks for a name among the names and values from an index on.
     *
     * @return the index of its value, or -1
     */
    int find(int base, String name) {
        for (int at = base; at < top; at += 2) {
            if (name.equals(stack[at])) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Removes the names and values from an index on and returns them as a map; no name may occur twice. */
    <V> Map<String, V> map(int base) {
        Map<String, V> map = OrderedMap.of(stack, base, top);
        top = base;
        return map;
    }
}
