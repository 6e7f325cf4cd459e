package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceObjectTest {

    @Test
    void theGroupIsWhatStandsBeforeTheVersion() {
        assertThat(new SourceObject("ray.io/v1", "RayJob", "ml", "r").group()).isEqualTo("ray.io");
        assertThat(new SourceObject("v1", "Pod", "ml", "p").group()).isEmpty();
    }

    @Test
    void itPrintsAsPeopleNameIt() {
        assertThat(new SourceObject("ray.io/v1", "RayJob", "ml", "r")).hasToString("RayJob ml/r");
        assertThat(new SourceObject("ray.io/v1", "RayJob", "", "r")).hasToString("RayJob r");
    }
}
