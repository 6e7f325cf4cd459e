package io.github.workload4j.api.wire;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.field.Fault;

/** A quantity. A number is read like the text of the same digits. */
final class QuantityType implements WireType<Quantity> {
    @Override
    public Quantity read(Cursor cursor, ReadContext context) {
        Cursor.Kind kind = cursor.kind();
        if (kind != Cursor.Kind.TEXT
                && kind != Cursor.Kind.INTEGER
                && kind != Cursor.Kind.FLOAT
                && kind != Cursor.Kind.FRACTION) {
            context.wrongType(cursor, expected());
            return Quantity.ZERO;
        }
        try {
            return context.interner().quantity(cursor.text());
        } catch (IllegalArgumentException e) {
            context.fault(
                    Fault.Type.WRONG_TYPE,
                    cursor.place(),
                    ReadContext.shown(cursor.raw()) + " is not a quantity",
                    "expected a number and one of n u m k M G T P E Ki Mi Gi Ti Pi Ei, such as 500m, 2 or 1.5Gi");
            return Quantity.ZERO;
        }
    }

    @Override
    public Quantity absent() {
        return Quantity.ZERO;
    }

    @Override
    public String expected() {
        return "a quantity, such as 500m, 2 or 1.5Gi";
    }

    @Override
    public void write(Quantity value, Output out) {
        if (value.amount().precision() - value.amount().scale() > Quantity.MOST_DIGITS) {
            out.refuse("has more than " + Quantity.MOST_DIGITS + " digits before the point");
        }
        out.text(value.toString());
    }
}
