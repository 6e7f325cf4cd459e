package io.github.workload4j.api.core;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a resource, exact: {@code 500m} of a core, {@code 1.5Gi} of memory.
 *
 * <p>Parsed as the API server of every release does: finer than a billionth is rounded away from zero, binary amounts
 * are capped at 2<sup>63</sup>-1. Equal and ordered by amount, not by text: {@code 1000m} equals {@code 1}, {@code 1Gi}
 * equals {@code 1073741824}. Printed in the server's canonical form.
 *
 * <p>Source: {@code k8s.io/apimachinery/pkg/api/resource}. Where the server would compute with amounts of more than
 * {@value #MOST_DIGITS} digits before the point, {@link #parse} refuses.
 */
public final class Quantity implements Comparable<Quantity>, ManifestValue {

    /** Most digits before the point of an amount that is read from or written to a manifest. */
    public static final int MOST_DIGITS = 400;

    /** No amount. */
    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO, Format.DECIMAL);

    private static final int FINEST = 9;
    private static final int MOST_DIGITS_OF_TEXT = MOST_DIGITS + FINEST;
    private static final int LARGEST_EXPONENT = 3 * MOST_DIGITS;
    private static final BigDecimal LARGEST_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final String DECIMAL_SUFFIXES = "num kMGTPE";
    private static final String BINARY_SUFFIXES = "KMGTPE";

    private final BigDecimal amount;
    private final Format format;

    private Quantity(BigDecimal amount, Format format) {
        this.amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        this.format = format;
    }

    /** How an amount was written, and is written again. */
    private enum Format {
        DECIMAL,
        BINARY,
        EXPONENT
    }

    /** {@return a whole amount} */
    public static Quantity of(long units) {
        return new Quantity(BigDecimal.valueOf(units), Format.DECIMAL);
    }

    /** {@return an amount in thousandths, as CPU is counted} */
    public static Quantity ofMillis(long thousandths) {
        return new Quantity(BigDecimal.valueOf(thousandths, 3), Format.DECIMAL);
    }

    /**
     * Reads an amount.
     *
     * @param text a decimal number with an optional sign, then nothing, one of {@code n u m k M G T P E Ki Mi Gi Ti Pi
     *     Ei}, or {@code e} or {@code E} and a whole number; no blanks
     * @throws IllegalArgumentException if the text is something else, has more than 409 digits, or names an amount of
     *     more than 400 digits before the point
     */
    public static Quantity parse(String text) {
        requireNonNull(text, "text");
        int end = text.length();
        int at = 0;
        boolean negative = false;
        if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            negative = text.charAt(at++) == '-';
        }
        int start = at;
        int digits = 0;
        int point = -1;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        if (digits == 0) {
            throw new IllegalArgumentException(
                    "quantity: \"" + text + "\" (expected: a number, such as 500m, 2 or 1.5Gi)");
        }
        if (digits > MOST_DIGITS_OF_TEXT) {
            throw new IllegalArgumentException(
                    "quantity: " + digits + " digits (expected: at most " + MOST_DIGITS_OF_TEXT + ")");
        }
        BigDecimal number = number(text.substring(start, at), point >= 0);
        String suffix = text.substring(at);
        Scale scale = Scale.of(suffix);
        if (scale == null) {
            throw new IllegalArgumentException("quantity: \"" + text + "\" has no such suffix: \"" + suffix
                    + "\" (expected: one of n u m k M G T P E Ki Mi Gi Ti Pi Ei, or e and a whole number)");
        }
        if (number.signum() == 0) {
            return new Quantity(BigDecimal.ZERO, scale.format);
        }
        Quantity quantity = scale.exponent > LARGEST_EXPONENT ? null : rounded(number, scale, negative);
        if (quantity == null || quantity.digits() > MOST_DIGITS) {
            throw new IllegalArgumentException("quantity: \"" + text + "\" (expected: at most 400 digits)");
        }
        return quantity;
    }

    private static BigDecimal number(String text, boolean hasPoint) {
        if (!hasPoint && text.length() < 18) {
            return BigDecimal.valueOf(Long.parseLong(text));
        }
        return new BigDecimal(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    }

    private static Quantity rounded(BigDecimal number, Scale scale, boolean negative) {
        BigDecimal amount;
        Format format = scale.format;
        if (format == Format.BINARY) {
            amount = number.multiply(KIBI.pow((int) scale.exponent));
        } else if (scale.exponent < -LARGEST_EXPONENT) {
            amount = BigDecimal.valueOf(1, FINEST);
        } else {
            amount = number.scaleByPowerOfTen((int) scale.exponent);
        }
        if (amount.scale() > FINEST) {
            amount = amount.setScale(FINEST, RoundingMode.UP);
        }
        if (format == Format.BINARY) {
            amount = amount.min(LARGEST_BINARY);
            if (amount.compareTo(BigDecimal.ONE) < 0) {
                format = Format.DECIMAL;
            }
        }
        return new Quantity(negative ? amount.negate() : amount, format);
    }

    /** {@return how many digits the amount has before the point; less than 1 if there is none} */
    private int digits() {
        return amount.precision() - amount.scale();
    }

    /** {@return the exact amount} */
    public BigDecimal amount() {
        return amount;
    }

    /** {@return -1, 0 or 1 as the amount is below, at or above zero} */
    public int signum() {
        return amount.signum();
    }

    /** {@return the amount in whole units, rounded up; the nearest {@code long} if there is none} */
    public long units() {
        return rounded(amount);
    }

    /** {@return the amount in thousandths, rounded up, as CPU is counted; the nearest {@code long} if there is none} */
    public long millis() {
        return rounded(amount.scaleByPowerOfTen(3));
    }

    private static long rounded(BigDecimal amount) {
        if (amount.scale() <= 0 && amount.precision() - amount.scale() <= 18) {
            // Not longValue() at once: unless the scale is 0, that goes through a BigInteger.
            return amount.setScale(0).longValue();
        }
        BigInteger whole = amount.setScale(0, RoundingMode.CEILING).toBigInteger();
        if (whole.bitLength() <= 63) {
            return whole.longValue();
        }
        return whole.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    /** {@return the sum, written as this amount is} */
    public Quantity plus(Quantity other) {
        requireNonNull(other, "other");
        return new Quantity(amount.add(other.amount), amount.signum() == 0 ? other.format : format);
    }

    /** {@return the difference, written as this amount is} */
    public Quantity minus(Quantity other) {
        requireNonNull(other, "other");
        return new Quantity(amount.subtract(other.amount), amount.signum() == 0 ? other.format : format);
    }

    /** {@return this amount times {@code count}, in the same notation} */
    public Quantity times(long count) {
        return new Quantity(amount.multiply(BigDecimal.valueOf(count)), format);
    }

    /** {@return the greater of both; this one if they are equal} */
    public Quantity max(Quantity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(requireNonNull(other, "other").amount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity quantity && amount.compareTo(quantity.amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.hashCode();
    }

    /** {@return the server's canonical text: no fraction, nothing lost, the largest suffix} */
    @Override
    public String toString() {
        if (amount.signum() == 0) {
            return "0";
        }
        boolean small = amount.abs().compareTo(KIBI) < 0;
        if (format == Format.BINARY && !small && amount.scale() <= 0) {
            return binaryText();
        }
        return decimalText(format == Format.EXPONENT);
    }

    private String binaryText() {
        BigInteger whole = amount.toBigIntegerExact();
        int exponent = 0;
        BigInteger kibi = KIBI.toBigInteger();
        while (exponent < BINARY_SUFFIXES.length()) {
            BigInteger[] parts = whole.divideAndRemainder(kibi);
            if (parts[1].signum() != 0) {
                break;
            }
            whole = parts[0];
            exponent++;
        }
        return exponent == 0 ? whole.toString() : whole.toString() + BINARY_SUFFIXES.charAt(exponent - 1) + "i";
    }

    private String decimalText(boolean asExponent) {
        int exponent = Math.floorDiv(-amount.scale(), 3) * 3;
        BigInteger mantissa = amount.scaleByPowerOfTen(-exponent).toBigIntegerExact();
        if (exponent == 0) {
            return mantissa.toString();
        }
        if (asExponent || exponent > 18) {
            return mantissa + "e" + exponent;
        }
        return mantissa.toString() + DECIMAL_SUFFIXES.charAt((exponent + 9) / 3);
    }

    /** What a suffix multiplies by. */
    private record Scale(Format format, long exponent) {

        static @Nullable Scale of(String suffix) {
            if (suffix.isEmpty()) {
                return new Scale(Format.DECIMAL, 0);
            }
            char first = suffix.charAt(0);
            if (suffix.length() == 1) {
                int place = first == ' ' ? -1 : DECIMAL_SUFFIXES.indexOf(first);
                return place < 0 ? null : new Scale(Format.DECIMAL, (place - 3) * 3L);
            }
            if (suffix.length() == 2 && suffix.charAt(1) == 'i') {
                int place = BINARY_SUFFIXES.indexOf(first);
                return place < 0 ? null : new Scale(Format.BINARY, place + 1L);
            }
            if (first != 'e' && first != 'E') {
                return null;
            }
            return exponent(suffix.substring(1));
        }

        private static @Nullable Scale exponent(String text) {
            int at = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
            if (at == text.length()) {
                return null;
            }
            long value = 0;
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c < '0' || c > '9') {
                    return null;
                }
                value = Math.min(value * 10 + (c - '0'), Integer.MAX_VALUE);
            }
            return new Scale(Format.EXPONENT, text.charAt(0) == '-' ? -value : value);
        }
    }
}
