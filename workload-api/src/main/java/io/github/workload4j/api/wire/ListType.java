package io.github.workload4j.api.wire;

import java.util.List;

/** A list. Items that the model does not hold are read as null and left out. */
record ListType<V>(WireType<V> type) implements WireType<List<V>> {
    @Override
    public List<V> read(Cursor cursor, ReadContext context) {
        if (cursor.kind() != Cursor.Kind.LIST) {
            context.wrongType(cursor, expected());
            return List.of();
        }
        int base = context.values.top();
        cursor.begin();
        for (int i = 0; cursor.nextItem(); i++) {
            context.down(i);
            V item = cursor.kind() == Cursor.Kind.NULL ? type.absent() : type.read(cursor, context);
            if (item != null) {
                context.values.push(item);
            }
            context.up();
        }
        return context.values.list(base);
    }

    @Override
    public List<V> absent() {
        return List.of();
    }

    @Override
    public String expected() {
        return "a list";
    }

    @Override
    public void write(List<V> values, Output out) {
        out.startList();
        for (int i = 0; i < values.size(); i++) {
            try {
                type.write(values.get(i), out);
            } catch (Unwritable e) {
                throw e.below("[" + i + "]");
            }
        }
        out.endList();
    }
}
