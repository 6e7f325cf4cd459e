package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.field.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The results of defaulting and admission: values that keep what they were given. */
class AdmittedTest {

    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
    private static final Filled PRIORITY = new Filled(FieldPath.root("spec").child("priority"), "10", Rule.D_5);

    @Test
    void theListsAreCopied() {
        List<Filled> filled = new ArrayList<>(List.of(PRIORITY));
        List<Refusal> refusals = new ArrayList<>(List.of(new Refusal(Rule.D_7, "no such Workload")));
        Admitted admitted = new Admitted(GROUP, filled, refusals);
        Defaulted defaulted = new Defaulted(GROUP, filled);
        filled.clear();
        refusals.clear();
        assertThat(admitted.filled()).containsExactly(PRIORITY);
        assertThat(admitted.refusals()).hasSize(1);
        assertThat(defaulted.filled()).containsExactly(PRIORITY);
    }

    @Test
    void nothingMayBeMissing() {
        assertThatThrownBy(() -> new Admitted(null, List.of(), List.of())).hasMessage("object");
        assertThatThrownBy(() -> new Defaulted(null, List.of())).hasMessage("object");
        assertThatThrownBy(() -> new Refusal(null, "")).hasMessage("rule");
        assertThatThrownBy(() -> new Filled(FieldPath.root("spec"), null, Rule.D_1))
                .hasMessage("value");
    }

    @Test
    void whatIsFilledInReadsAsPathAndValue() {
        assertThat(PRIORITY).hasToString("spec.priority: 10");
    }
}
