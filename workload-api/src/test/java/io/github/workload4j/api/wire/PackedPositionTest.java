package io.github.workload4j.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedPositionTest {

    @Test
    void unpacksToWhatWasPacked() {
        for (Position position : List.of(new Position(1, 1), new Position(Integer.MAX_VALUE, Integer.MAX_VALUE))) {
            assertThat(PackedPosition.position(PackedPosition.of(position))).isEqualTo(position);
        }
    }
}
