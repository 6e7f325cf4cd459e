package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.field.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultedTest {

    private static final PodGroup GROUP = PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 2);
    private static final Filled FILLED =
            new Filled(FieldPath.root("spec").child("disruptionMode"), "{\"single\":{}}", Rule.D_2);

    @Test
    void listIsCopied() {
        List<Filled> filled = new ArrayList<>(List.of(FILLED));
        Defaulted defaulted = new Defaulted(GROUP, filled);
        filled.clear();
        assertThat(defaulted.filled()).containsExactly(FILLED);
        assertThatThrownBy(() -> defaulted.filled().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void fieldThatWasFilledInReadsAsPathAndValue() {
        assertThat(FILLED).hasToString("spec.disruptionMode: {\"single\":{}}");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new Defaulted(null, List.of())).hasMessage("object");
        assertThatThrownBy(() -> new Defaulted(GROUP, null)).hasMessage("filled");
        assertThatThrownBy(() -> new Filled(null, "", Rule.D_2)).hasMessage("path");
        assertThatThrownBy(() -> new Filled(FILLED.path(), null, Rule.D_2)).hasMessage("value");
        assertThatThrownBy(() -> new Filled(FILLED.path(), "", null)).hasMessage("rule");
    }
}
