package io.github.workload4j.api.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void linesAndColumnsStartAtOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(0, 1))
                .withMessageContaining("0:1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Position(1, 0))
                .withMessageContaining("1:0");
        assertThat(new Position(3, 14)).hasToString("3:14");
    }

    @Test
    void comesBeforeWhatStandsLater() {
        assertThat(new Position(1, 9)).isLessThan(new Position(2, 1));
        assertThat(new Position(2, 1)).isLessThan(new Position(2, 2));
    }
}
