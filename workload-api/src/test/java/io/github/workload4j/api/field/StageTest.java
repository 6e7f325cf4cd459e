package io.github.workload4j.api.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {

    @Test
    void onlyTheLastStageIsOneThatALenientReaderPasses() {
        assertThat(List.of(Stage.values())).last().isEqualTo(Stage.STRICT);
        assertThat(Stage.SPLIT).isLessThan(Stage.YAML);
    }

    @Test
    void hasAWordForPrograms() {
        assertThat(Stage.TYPEMETA.label()).isEqualTo("typemeta");
    }
}
