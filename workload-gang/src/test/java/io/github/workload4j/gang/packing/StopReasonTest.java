package io.github.workload4j.gang.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class StopReasonTest {

    @Test
    void wordIsLowerCaseInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(StopReason.TIME.word()).isEqualTo("time");
            assertThat(StopReason.INTERRUPTED.word()).isEqualTo("interrupted");
        } finally {
            Locale.setDefault(before);
        }
    }
}
