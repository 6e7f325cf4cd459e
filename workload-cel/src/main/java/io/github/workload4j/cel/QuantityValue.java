package io.github.workload4j.cel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A quantity, exactly. Equal by amount. */
record QuantityValue(BigDecimal amount) implements Comparable<QuantityValue> {

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantityValue that && amount.compareTo(that.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }

    @Override
    public int compareTo(QuantityValue other) {
        return amount.compareTo(other.amount);
    }

    QuantityValue plus(QuantityValue other) {
        return new QuantityValue(amount.add(other.amount));
    }

    QuantityValue minus(QuantityValue other) {
        return new QuantityValue(amount.subtract(other.amount));
    }

    boolean isInteger() {
        try {
            amount.longValueExact();
            return true;
        } catch (ArithmeticException e) {
            return false;
        }
    }

    long asInteger() {
        if (!isInteger()) {
            throw new IllegalArgumentException("cannot convert value to integer");
        }
        return amount.setScale(0, RoundingMode.UNNECESSARY).longValueExact();
    }
}
