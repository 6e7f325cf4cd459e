package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts are those of a grammar and of exact decimals; canonical text is text of the same amount. */
final class QuantityTarget implements Target.Attack {

    private static final Pattern GRAMMAR = Pattern.compile(
            "([+-]?)([0-9]*)(?:\\.([0-9]*))?(?:([numkMGTPE])|([KMGTPE]i)|[eE]([+-]?[0-9]+))?", Pattern.DOTALL);
    private static final BigDecimal LARGEST_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public void on(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        BigDecimal expected = amount(text);
        if (expected == null) {
            assertThatThrownBy(() -> Quantity.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("quantity: ");
            return;
        }
        Quantity quantity = Quantity.parse(text);
        assertThat(quantity.amount()).isEqualByComparingTo(expected);
        assertThat(quantity.signum()).isEqualTo(expected.signum());
        assertThat(quantity.units()).isEqualTo(nearest(expected));
        assertThat(quantity.millis()).isEqualTo(nearest(expected.movePointRight(3)));
        String canonical = quantity.toString();
        Quantity again = Quantity.parse(canonical);
        assertThat(again).isEqualTo(quantity).hasSameHashCodeAs(quantity).hasToString(canonical);
    }

    private static @Nullable BigDecimal amount(String text) {
        Matcher parts = GRAMMAR.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        String digits = parts.group(2) + fraction;
        if (digits.isEmpty() || digits.length() > Quantity.MOST_DIGITS + 9) {
            return null;
        }
        BigDecimal number = new BigDecimal(new BigInteger(digits), fraction.length());
        if (number.signum() == 0) {
            return number;
        }
        if (parts.group(5) != null) {
            int place = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei").indexOf(parts.group(5)) + 1;
            number = number.multiply(BigDecimal.valueOf(1024).pow(place));
            number = number.setScale(Math.min(number.scale(), 9), RoundingMode.UP)
                    .min(LARGEST_BINARY);
        } else {
            BigInteger exponent = parts.group(6) == null
                    ? BigInteger.valueOf(parts.group(4) == null ? 0 : "num kMGTPE".indexOf(parts.group(4)) * 3L - 9)
                    : new BigInteger(parts.group(6));
            if (exponent.compareTo(BigInteger.valueOf(3000)) > 0) {
                return null;
            }
            number = number.scaleByPowerOfTen(
                    exponent.max(BigInteger.valueOf(-3000)).intValueExact());
            number = number.setScale(Math.min(number.scale(), 9), RoundingMode.UP);
        }
        if (number.precision() - number.scale() > Quantity.MOST_DIGITS) {
            return null;
        }
        return parts.group(1).equals("-") ? number.negate() : number;
    }

    private static long nearest(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .max(BigDecimal.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }
}
