package io.github.workload4j.api.wire;

import io.github.workload4j.api.ordered.OrderedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that are read and not yet part of an object, on a stack: those of one object, list or map stand side by side at its top.
 *
 * <p>One stack serves all objects of a stream, so that an object costs no collections that are thrown away when it is made.
 */
public final class ValueStack {

    private @Nullable Object[] stack = new Object[128];
    private int top;
    private int next;

    /** {@return where the next value will stand} */
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

    /** Starts to hand out the values from a place on, through {@link #next()}. */
    ValueStack from(int base) {
        next = base;
        return this;
    }

    /** {@return the next value; the caller's types are those it was read by} */
    @SuppressWarnings("unchecked")
    public <V extends @Nullable Object> V next() {
        return (V) stack[next++];
    }

    /** Takes the values from a place on off the stack. */
    void drop(int base) {
        top = base;
    }

    /** Takes the values from a place on off the stack, as a list. */
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

    /** {@return where the value of a name stands among names and values from a place on, or -1} */
    int find(int base, String name) {
        for (int at = base; at < top; at += 2) {
            if (name.equals(stack[at])) {
                return at + 1;
            }
        }
        return -1;
    }

    /** Takes the names and values from a place on off the stack, as a map; no name may be there twice. */
    <V> Map<String, V> map(int base) {
        Map<String, V> map = OrderedMap.of(stack, base, top);
        top = base;
        return map;
    }
}
