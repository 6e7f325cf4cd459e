package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnmodelledTest {

    @Test
    void codesAreTheConstantsInLowerCamelCase() {
        for (Unmodelled.What what : Unmodelled.What.values()) {
            assertThat(what.code())
                    .matches("[a-z]+([A-Z][a-z]+)*")
                    .isEqualToIgnoringCase(what.name().replace("_", ""));
        }
        assertThat(Arrays.stream(Unmodelled.What.values()).map(Unmodelled.What::code))
                .doesNotHaveDuplicates();
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new Unmodelled(null, 1, "ml/a")).hasMessage("what");
        assertThatThrownBy(() -> new Unmodelled(Unmodelled.What.VOLUMES, 1, null))
                .hasMessage("example");
    }
}
