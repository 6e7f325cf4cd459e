package io.github.workload4j.api.wire;

import io.github.workload4j.api.field.Fault;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object whose names are data. */
record MapType<V>(WireType<V> type) implements WireType<Map<String, V>> {
    @Override
    public Map<String, V> read(Cursor cursor, ReadContext context) {
        if (cursor.kind() != Cursor.Kind.OBJECT) {
            context.wrongType(cursor, expected());
            return Map.of();
        }
        int base = context.values.top();
        Slots slots = new Slots(base);
        cursor.begin();
        for (String name = cursor.nextName(); name != null; name = cursor.nextName()) {
            context.downKey(name);
            int twice = slots.of(name, context.values);
            if (twice >= 0) {
                context.fault(Fault.Type.DUPLICATE_FIELD, cursor.namePlace(), "written twice", "keep one");
            }
            V value = cursor.kind() == Cursor.Kind.NULL ? type.absent() : type.read(cursor, context);
            if (twice >= 0) {
                context.values.set(twice, value);
            } else {
                context.values.push(name);
                context.values.push(value);
            }
            context.up();
        }
        return context.values.map(base);
    }

    @Override
    public Map<String, V> absent() {
        return Map.of();
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public void write(Map<String, V> values, Output out) {
        out.startObject();
        for (Map.Entry<String, V> entry : values.entrySet()) {
            try {
                out.key(entry.getKey());
                type.write(entry.getValue(), out);
            } catch (Unwritable e) {
                throw e.below("[" + entry.getKey() + "]");
            }
        }
        out.endObject();
    }

    /** Where the values of a map's names stand among the values read: looked for one by one while they are few. */
    private static final class Slots {
        private static final int FEW = 16;
        private final int base;
        private @Nullable Map<String, Integer> many;

        Slots(int base) {
            this.base = base;
        }

        /** {@return where the value of a name stands, or -1; the name is then expected to come next} */
        int of(String name, ValueStack values) {
            int top = values.top();
            if (top - base < 2 * FEW) {
                return values.find(base, name);
            }
            if (many == null) {
                many = new HashMap<>();
                for (int at = base; at < top; at += 2) {
                    many.put((String) values.at(at), at + 1);
                }
            }
            Integer place = many.putIfAbsent(name, top + 1);
            return place == null ? -1 : place;
        }
    }
}
