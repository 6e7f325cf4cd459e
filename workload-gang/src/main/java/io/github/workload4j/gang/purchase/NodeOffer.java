package io.github.workload4j.gang.purchase;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import java.math.BigDecimal;

/**
 * Nodes of one type that can be had: a line of a catalogue.
 *
 * @param like a node such as each of them will be: allocatable, labels and taints; its name is that of the offer
 * @param price what one costs, above 0, in any unit of money that all offers share, with at most six decimals
 * @param atMost how many can be had, 1 or more; {@link #UNLIMITED} if there is no limit
 * @since 0.1.0
 */
public record NodeOffer(Node like, BigDecimal price, int atMost) {

    /** As many as are wanted. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int DECIMALS = 6;
    private static final BigDecimal DEAREST = new BigDecimal("1000000000");

    /** Checks ranges. */
    public NodeOffer {
        requireNonNull(like, "like");
        requireNonNull(price, "price");
        if (price.signum() <= 0
                || price.compareTo(DEAREST) > 0
                || price.stripTrailingZeros().scale() > DECIMALS) {
            String written = Math.abs((long) price.scale()) > 40 ? price.toString() : price.toPlainString();
            throw new IllegalArgumentException(
                    "price: " + written + " (expected: above 0, at most a billion, with at most six decimals)");
        }
        price = plain(price);
        if (atMost < 1) {
            throw new IllegalArgumentException("atMost: " + atMost + " (expected: 1 or more)");
        }
    }

    /** {@return the name of the offer} */
    public String name() {
        return like.metadata().name();
    }

    /** {@return the price in millionths} */
    long millionths() {
        return price.movePointRight(DECIMALS).longValueExact();
    }

    /** {@return an amount of millionths as money} */
    static BigDecimal money(long millionths) {
        return plain(BigDecimal.valueOf(millionths, DECIMALS));
    }

    /** {@return money without zeros at its end} */
    static BigDecimal plain(BigDecimal money) {
        BigDecimal plain = money.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** {@return the name, the price and how many there are, in a line} */
    @Override
    public String toString() {
        return "NodeOffer[" + name() + " at " + price.toPlainString()
                + (atMost == UNLIMITED ? "" : ", " + atMost + " of them") + "]";
    }
}
