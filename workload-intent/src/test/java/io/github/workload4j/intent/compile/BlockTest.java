package io.github.workload4j.intent.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.FieldPath;
import org.junit.jupiter.api.Test;

class BlockTest {

    @Test
    void itsPlaceIsBelowThatOfTheItem() {
        FieldPath item = FieldPath.root("spec").child("scheduling");
        assertThat(Block.of(7, "gang", "minCount").below(item)).hasToString("spec.scheduling.gang.minCount");
        assertThat(Block.of(null).below(item)).isEqualTo(item);
    }
}
