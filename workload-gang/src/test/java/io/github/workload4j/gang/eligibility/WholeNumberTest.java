package io.github.workload4j.gang.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9, 9",
        "+5, 5",
        "-5, -5",
        "-0, 0",
        "007, 7",
        "109, 109",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void anOptionalSignAndDigitsAreANumber(String text, long number) {
        assertThat(WholeNumber.parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                "--1",
                "1-",
                "1+",
                " 1",
                "1 ",
                "1.0",
                "1e3",
                "0x1",
                "/",
                ":",
                "1/",
                "1:",
                "1_0",
                "\u0661",
                "9223372036854775808",
                "-9223372036854775809"
            })
    void anythingElseIsNone(String text) {
        assertThat(WholeNumber.parse(text)).isEmpty();
    }
}
