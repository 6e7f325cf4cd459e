package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@link SuggestionsTest} with enough steps for every suggestion; see docs/testing.md. */
class SuggestionsLongRun {

    private static final String STEPS = "20000000";

    @Test
    void suggestionsForTheGoldenFilesFitWhenTypedIn() throws IOException {
        assertThat(SuggestionsTest.ofTheGoldenFiles(STEPS)).hasSizeGreaterThan(40);
    }

    @Test
    void suggestionsForTheFieldSituationsFitWhenTypedIn() {
        assertThat(SuggestionsTest.ofTheFieldSituations(STEPS)).hasSizeGreaterThan(100);
    }
}
