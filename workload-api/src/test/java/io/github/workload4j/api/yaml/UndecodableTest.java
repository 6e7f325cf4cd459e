package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.field.Fault;
import io.github.workload4j.api.field.Stage;
import org.junit.jupiter.api.Test;

class UndecodableTest {

    private static Undecodable one(String text) {
        return (Undecodable) ManifestReader.strict().read(text).get(0);
    }

    @Test
    void holdsAllFaultsAndTheEarliestStage() {
        Undecodable document =
                one("apiVersion: scheduling.k8s.io/v1beta1\nkind: Workload\nwrong: 1\nspec: {podGroupTemplates: 1}\n");
        assertThat(document.faults())
                .extracting(Fault::type)
                .containsExactly(Fault.Type.UNKNOWN_FIELD, Fault.Type.WRONG_TYPE);
        assertThat(document.stage()).isEqualTo(Stage.JSON);
        assertThat(document.toString()).startsWith("document 0, line 1: undecodable: 3:1: wrong: unknown field");
        assertThat(document.toString()).endsWith("(faults: 2)");
    }

    @Test
    void isEqualToWhatIsWrongInTheSameWay() {
        assertThat(one("a: [")).isEqualTo(one("a: [")).isNotEqualTo(one("aa: ["));
    }
}
