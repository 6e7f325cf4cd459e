package io.github.workload4j.api.foreign;

import io.github.workload4j.api.wire.Output;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps, lists, texts, numbers and booleans. */
final class PlainOutput implements Output {

    private final Deque<Object> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private final Map<String, @Nullable Object> root = new LinkedHashMap<>();

    /** {@return the object that was written} */
    Map<String, @Nullable Object> root() {
        return root;
    }

    @SuppressWarnings("unchecked")
    private void add(@Nullable Object value) {
        if (open.peek() instanceof Collection<?> list) {
            ((Collection<@Nullable Object>) list).add(value);
        } else if (open.peek() instanceof Map<?, ?> map) {
            ((Map<String, @Nullable Object>) map).put(names.pop(), value);
        }
    }

    private void start(Object value) {
        add(value);
        open.push(value);
    }

    @Override
    public void startObject() {
        start(open.isEmpty() ? root : new LinkedHashMap<>());
    }

    @Override
    public void field(String name) {
        names.push(name);
    }

    @Override
    public void key(String name) {
        names.push(name);
    }

    @Override
    public void endObject() {
        open.pop();
    }

    @Override
    public void startList() {
        start(new ArrayList<>());
    }

    @Override
    public void endList() {
        open.pop();
    }

    @Override
    public void text(String text) {
        add(text);
    }

    @Override
    public void number(long number) {
        boolean isSmall = number == (int) number;
        add(isSmall ? (Object) (int) number : (Object) number);
    }

    @Override
    public void literal(String literal) {
        switch (literal) {
            case "true", "false" -> add(literal.equals("true"));
            case "null" -> add(null);
            default -> add(new BigDecimal(literal));
        }
    }

    /** Only of what is managed, which is left out of the whole. */
    @Override
    public void json(String json) {
        add(json);
    }
}
