package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceObjectTest {

    @Test
    void groupIsWhatStandsBeforeTheVersion() {
        assertThat(new SourceObject("batch/v1", "Job", "ml", "train").group()).isEqualTo("batch");
        assertThat(new SourceObject("v1", "Pod", "ml", "p").group()).isEmpty();
    }

    @Test
    void objectReadsAsKindNamespaceAndName() {
        assertThat(new SourceObject("batch/v1", "Job", "ml", "train")).hasToString("Job ml/train");
        assertThat(new SourceObject("v1", "Node", "", "n1")).hasToString("Node n1");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new SourceObject(null, "Job", "", "j")).hasMessage("apiVersion");
        assertThatThrownBy(() -> new SourceObject("v1", null, "", "j")).hasMessage("kind");
        assertThatThrownBy(() -> new SourceObject("v1", "Job", null, "j")).hasMessage("namespace");
        assertThatThrownBy(() -> new SourceObject("v1", "Job", "", null)).hasMessage("name");
    }
}
