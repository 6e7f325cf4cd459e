package io.github.workload4j.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @Test
    void readsTheUsualFormAsEveryOther() {
        assertThat(Timestamps.parse("2026-01-02T03:04:05Z")).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(Timestamps.parse("2026-01-02T04:04:05+01:00")).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(Timestamps.parse("2026-01-02T03:04:05.5Z")).isEqualTo(Instant.parse("2026-01-02T03:04:05.5Z"));
    }

    @Test
    void rejectsADayThatIsNot() {
        assertThatThrownBy(() -> Timestamps.parse("2026-02-30T03:04:05Z")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Timestamps.parse("today")).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00.1234567891Z, 2026-11-20T10:00:00.123456789Z",
        "2026-11-20T9:00:00Z, 2026-11-20T09:00:00Z",
        "'2026-11-20T10:00:00,5Z', 2026-11-20T10:00:00.500Z",
        "2026-11-20T10:00:00+24:00, 2026-11-19T10:00:00Z",
        "2026-11-20T10:00:00-00:60, 2026-11-20T11:00:00Z",
        "2026-11-20T10:00:00-00:00, 2026-11-20T10:00:00Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "2024-02-29T23:59:59.000000001+05:30, 2024-02-29T18:29:59.000000001Z",
    })
    void readsWhatTheServerReads(String text, String time) {
        assertThat(Timestamps.parse(text)).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-20T10:00Z",
                "2026-11-20",
                "2026-11-20T10:00:00",
                "2026-11-20t10:00:00Z",
                "2026-11-20T10:00:00z",
                "2026-11-20 10:00:00Z",
                "2026-11-20T10:00:60Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T10:60:00Z",
                "2026-13-20T10:00:00Z",
                "2026-00-20T10:00:00Z",
                "2026-11-00T10:00:00Z",
                "2026-11-31T10:00:00Z",
                "2025-02-29T10:00:00Z",
                "2026-1-20T10:00:00Z",
                "2026-11-2T10:00:00Z",
                "2026-11-20T10:0:00Z",
                "2026-11-20T10:00:0Z",
                "2026-11-20T10:00:00.Z",
                "2026-11-20T10:00:00+25:00",
                "2026-11-20T10:00:00+01:61",
                "2026-11-20T10:00:00+0100",
                "2026-11-20T10:00:00+01",
                "2026-11-20T10:00:00Z ",
                " 2026-11-20T10:00:00Z",
                "+2026-11-20T10:00:00Z",
                "12026-11-20T10:00:00Z",
                "2026-11-20T10:00:00ZZ",
                "2026-11-20T010:00:00Z",
                "-001-11-20T10:00:00Z",
                "2026-11-20T10:00:00+01:00:00"
            })
    void refusesWhatTheServerRefuses(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
