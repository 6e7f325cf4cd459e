package io.github.workload4j.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Quantity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class InternerTest {

    private static String text(Interner interner, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return interner.text(bytes, 0, bytes.length);
    }

    @Test
    void anEqualTextIsTheSameObject() {
        Interner interner = new Interner();
        for (String text : List.of("", "a", "12345678", "123456789", "a".repeat(64))) {
            assertThat(text(interner, text)).isEqualTo(text).isSameAs(text(interner, text));
        }
    }

    @Test
    void textsThatDifferInTheMiddleOnlyAreToldApart() {
        Interner interner = new Interner();
        assertThat(text(interner, "12345678-a-12345678")).isEqualTo("12345678-a-12345678");
        assertThat(text(interner, "12345678-b-12345678")).isEqualTo("12345678-b-12345678");
    }

    @Test
    void staysRightWhenItIsFull() {
        Interner interner = new Interner();
        for (int i = 0; i < 20_000; i++) {
            assertThat(text(interner, "name-" + i)).isEqualTo("name-" + i);
            assertThat(interner.quantity(i + "m")).isEqualTo(Quantity.ofMillis(i));
        }
    }
}
