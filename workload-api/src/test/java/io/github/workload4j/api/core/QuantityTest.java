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
        "8Ei, 9223372036854775807"
    })
    void isPrintedInCanonicalForm(String text, String canonical) {
        assertThat(Quantity.parse(text)).hasToString(canonical);
        assertThat(Quantity.parse(canonical)).isEqualTo(Quantity.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "1 ", " 1", "K", "1K", "1e", "1E+", "1.2.3", "--1", "1ki", "1kI", "1mi", "0x1", "1_0", "1,5",
                "e3", ".", "+", "NaN"
            })
    void isRefusedWhereTheGrammarHasNoPlaceForIt(String text) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quantity: ");
    }

    @Test
    void hugeAmountsAreRefused() {
        assertThatThrownBy(() -> Quantity.parse("1e999999999")).hasMessageContaining("400 digits");
        assertThatThrownBy(() -> Quantity.parse("9".repeat(1_000_000))).hasMessageContaining("400");
        assertThat(Quantity.parse("1e-999999999")).hasToString("1e-9");
    }

    @Test
    void isEqualByAmount() {
        assertThat(Quantity.parse("1Gi"))
                .isEqualTo(Quantity.parse("1073741824"))
                .hasSameHashCodeAs(Quantity.of(1L << 30));
        assertThat(Quantity.parse("1Gi")).isGreaterThan(Quantity.parse("1G"));
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
