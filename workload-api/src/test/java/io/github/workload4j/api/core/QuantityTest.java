package io.github.workload4j.api.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "+1, 1",
        "-1, -1",
        "1., 1",
        ".5, 500m",
        "0.5, 500m",
        "500m, 500m",
        "1000m, 1",
        "1500m, 1500m",
        "100n, 100n",
        "1000n, 1u",
        "1k, 1k",
        "1000, 1k",
        "1E, 1E",
        "1E3, 1e3",
        "1e3, 1e3",
        "1Ki, 1Ki",
        "1024Ki, 1Mi",
        "1.5Gi, 1536Mi",
        "1023, 1023",
        "0.5Ki, 512",
        "0.1Mi, 104857600m",
        "0.0000000001, 1n",
        "-0.0000000001, -1n",
        "1.0000000001, 1000000001n",
        "8Ei, 9223372036854775807",
        "-8Ei, -9223372036854775807",
        "7Ei, 7Ei",
        "1024, 1024",
        "1025Ki, 1025Ki",
        "1e21, 1e21",
        "1000E, 1e21",
        "100E, 100E",
        "12345678901E, 12345678901E",
        "19E0, 19",
        "1e+3, 1e3",
        "1e-3, 1e-3",
        "109, 109",
        "1.09, 1090m"
    })
    void isPrintedInCanonicalForm(String text, String canonical) {
        assertThat(Quantity.parse(text)).hasToString(canonical);
        assertThat(Quantity.parse(canonical)).isEqualTo(Quantity.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "1 ", " 1", "K", "1K", "1e", "1E+", "1.2.3", "--1", "1ki", "1kI", "1mi", "0x1", "1_0", "1,5",
                "e3", ".", "+", "NaN", "/", ":", "1/", "1:", "1e/", "1e:", "1e3 ", "1f3", "1Zi", "1ii"
            })
    void isRefusedWhereTheGrammarHasNoPlaceForIt(String text) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quantity: ");
    }

    @Test
    void anAmountHasFourHundredDigitsBeforeThePointAtMost() {
        String nines = "9".repeat(400);
        String[] good = {nines, nines + ".999999999", "-" + nines, "1e399", "0.1e400", "9".repeat(399) + "e1"};
        for (String text : good) {
            Quantity amount = Quantity.parse(text);
            assertThat(Quantity.parse(amount.toString())).as(text).isEqualTo(amount);
        }
        String[] bad = {nines + "9", nines + "e1", nines + "k", "1e400", "-1e400", "1e1200", "1e1201", "1e999999999"};
        for (String text : bad) {
            assertThatThrownBy(() -> Quantity.parse(text)).as(text).hasMessageContaining("400 digits");
        }
    }

    @Test
    void aTextHasFourHundredAndNineDigitsAtMost() {
        assertThat(Quantity.parse("0." + "1".repeat(408))).hasToString("111111112n");
        assertThatThrownBy(() -> Quantity.parse("0." + "1".repeat(409)))
                .hasMessage("quantity: 410 digits (expected: at most 409)");
        assertThatThrownBy(() -> Quantity.parse("9".repeat(1_000_000))).hasMessageContaining("409");
    }

    @Test
    void theSmallestAmountIsABillionth() {
        for (String text : new String[] {"1e-999999999", "1e-1201", "1e-1200", "1e-10", "1e-9"}) {
            assertThat(Quantity.parse(text)).as(text).hasToString("1e-9");
        }
        assertThat(Quantity.parse("0e999999999")).hasToString("0");
    }

    @Test
    void aBinaryAmountBelowOneIsDecimalFromThenOn() {
        assertThat(Quantity.parse("0.0009765625Ki").plus(Quantity.of(1023))).hasToString("1Ki");
        assertThat(Quantity.parse("0.0009765Ki").plus(Quantity.parse("1023.000064")))
                .hasToString("1024");
    }

    @Test
    void isEqualByAmount() {
        assertThat(Quantity.parse("1Gi"))
                .isEqualTo(Quantity.parse("1073741824"))
                .hasSameHashCodeAs(Quantity.of(1L << 30))
                .isNotEqualTo(Quantity.of(1))
                .isNotEqualTo("1Gi");
        assertThat(Quantity.parse("1Gi")).isGreaterThan(Quantity.parse("1G"));
        assertThat(Quantity.of(1).hashCode()).isNotEqualTo(Quantity.of(2).hashCode());
    }

    @Test
    void theGreaterOfEqualAmountsIsTheFirst() {
        Quantity binary = Quantity.parse("1Ki");
        Quantity decimal = Quantity.of(1024);
        assertThat(binary.max(decimal)).isSameAs(binary);
        assertThat(decimal.max(binary)).isSameAs(decimal);
    }

    @Test
    void sumsAndDifferencesAreWrittenAsTheFirstAmountThatIsOne() {
        Quantity binary = Quantity.parse("1Ki");
        assertThat(Quantity.ZERO.plus(binary)).hasToString("1Ki");
        assertThat(Quantity.ZERO.minus(binary)).hasToString("-1Ki");
        assertThat(binary.plus(Quantity.of(1024))).hasToString("2Ki");
        assertThat(Quantity.of(4096).minus(binary)).hasToString("3072");
        assertThat(binary.times(3)).hasToString("3Ki");
    }

    @Test
    void hasASign() {
        assertThat(Quantity.parse("1n").signum()).isEqualTo(1);
        assertThat(Quantity.parse("-1n").signum()).isEqualTo(-1);
        assertThat(Quantity.parse("-0").signum()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999999, 999999999999999999",
        "1e18, 1000000000000000000",
        "9223372036854775806.5, 9223372036854775807",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "-9223372036854775809, -9223372036854775808",
        "12345678901234567e1, 123456789012345670",
        "-12345678901234567890, -9223372036854775808"
    })
    void unitsAreTheNearestNumberOfSixtyFourBits(String text, long units) {
        assertThat(Quantity.parse(text).units()).isEqualTo(units);
    }

    @Test
    void roundsUpToUnitsAndThousandths() {
        assertThat(Quantity.parse("0.1Gi").units()).isEqualTo(107374183);
        assertThat(Quantity.parse("1u").millis()).isEqualTo(1);
        assertThat(Quantity.parse("-1500m").units()).isEqualTo(-1);
        assertThat(Quantity.parse("1e30").units()).isEqualTo(Long.MAX_VALUE);
        assertThat(Quantity.parse("-1e30").millis()).isEqualTo(Long.MIN_VALUE);
    }

    @Property(seed = "40", tries = 300)
    void sumsDifferencesAndOrderAreThoseOfExactDecimals(
            @ForAll @BigRange(min = "-1000000000000", max = "1000000000000") @Scale(9) BigDecimal a,
            @ForAll @BigRange(min = "-1000000000000", max = "1000000000000") @Scale(9) BigDecimal b) {
        Quantity x = Quantity.parse(a.toPlainString());
        Quantity y = Quantity.parse(b.toPlainString());
        assertThat(x.plus(y).amount()).isEqualByComparingTo(a.add(b));
        assertThat(x.minus(y).amount()).isEqualByComparingTo(a.subtract(b));
        assertThat(x.compareTo(y)).isEqualTo(a.compareTo(b));
        assertThat(x.max(y).amount()).isEqualByComparingTo(a.max(b));
        assertThat(Quantity.parse(x.toString())).isEqualTo(x);
    }
}
