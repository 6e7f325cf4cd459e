package io.github.workload4j.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LintTest {

    @Test
    void anIdIsTheNameWithHyphens() {
        assertThat(Lint.MIN_COUNT_ABOVE_PODS.id()).isEqualTo("min-count-above-pods");
        assertThat(Lint.of("min-count-above-pods")).contains(Lint.MIN_COUNT_ABOVE_PODS);
        assertThat(Lint.of("no-such-lint")).isEmpty();
    }

    @Test
    void occasionAndExplanationAreSentences() {
        assertThat(Lint.values()).allSatisfy(lint -> {
            assertThat(lint.occasion()).matches("[A-Z`].*[^.]\\.");
            assertThat(lint.explanation()).matches("[A-Z`].*[^.]\\.");
        });
    }
}
