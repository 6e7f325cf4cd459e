package io.github.workload4j.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @Test
    void namesItsVersion() {
        assertThat(Run.of("--version").out()).startsWith("workload 0.").doesNotContain("$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "validate --help", "whatif --help", "slots --help", "queue --help"})
    void helpGoesToStandardOutputAndIsNoFailure(String line) {
        Run run = Run.of(line.split(" "));
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: workload");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "valdate", "validate", "validate -f", "validate -f x -o svg", "validate --nonsense -f x"})
    void wrongUsageSaysWhatIsWrongAndWhereHelpIs(String line) {
        Run run = Run.of(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: ").contains("--help").doesNotContain("\tat ");
    }
}
