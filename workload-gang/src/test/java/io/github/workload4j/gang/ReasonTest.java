package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void codesAreTheNamesInUpperCamelCase() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([A-Z][a-z]+)+"));
        assertThat(Reason.QUORUM_NOT_REACHED.code()).isEqualTo("QuorumNotReached");
    }

    @Test
    void codeIsTheConstantWrittenTogether() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.code()).isEqualToIgnoringCase(reason.name().replace("_", ""));
        }
    }
}
