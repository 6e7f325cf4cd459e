package io.github.workload4j.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

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
}
