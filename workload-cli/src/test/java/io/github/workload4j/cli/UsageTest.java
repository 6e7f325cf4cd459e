package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.screen.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    /** A cluster of one node and a group, with which everything below would be answered if the options were right. */
    private static final String CLUSTER = "src/test/resources/golden/explain/gpu-shortage.yaml";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatif --group no/such",
                "whatif --steps 0",
                "whatif --steps many",
                "whatif --time 5",
                "whatif --time -3s",
                "whatif -o svg --drain gpu-0",
                "check -o pdf",
                "whatif --add gpu-0",
                "whatif --add gpu-0=0",
                "whatif --add gpu-0=9999999",
                "whatif --add gpu-0=some",
                "whatif --add nowhere=1",
                "whatif --remove gpu-0 gpu-0",
                "whatif --drain nowhere",
                "whatif --uncordon nowhere",
                "whatif --label gpu-0",
                "whatif --label gpu-0:=v",
                "whatif --label gpu-0:-bad-=v",
                "whatif --label nowhere:a=b",
                "whatif --request cpu",
                "whatif --request =1",
                "whatif --request widgets=1",
                "whatif --request cpu=-1",
                "whatif --request cpu=much",
                "whatif --min-count 0",
                "whatif --min-count few",
                "whatif --topology no.such/label",
                "slots --level no.such/label",
                "whatif --until tomorrow",
                "slots --frobnicate",
                "queue --frobnicate",
                "queue --group"
            })
    void aWrongOptionIsNamedAndNothingIsAnswered(String line) {
        String command = line.substring(0, line.indexOf(' '));
        Run run = Run.of((command + " -f " + CLUSTER + line.substring(command.length())).split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("error: ")
                .contains("--help")
                .doesNotContain("\tat ", "defect", "option option", "a long", "an int");
    }

    @Test
    void anInputWithoutANameIsWrongUsage() {
        Run run = Run.of("check", "-f", CLUSTER, "-f", "");
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: a file without a name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "check --assume x; --assume: `x` is no assumption (expected: complete or ungated)",
                "check --fail-on=x; --fail-on: `x` (expected: infeasible, undetermined, depends or never)",
                "check --steps x; --steps: 'x' is not a whole number",
                "whatif --until x; --until: `x` is no time (expected: such as 2026-12-01T03:00:00Z)",
                "check -o x; --output: `x` is no such form (expected: text, json, svg or html)",
                "groups --to v2; --to: there is no version `v2` (expected: scheduling.k8s.io/v1alpha1,"
                        + " scheduling.k8s.io/v1alpha2, scheduling.k8s.io/v1alpha3, scheduling.k8s.io/v1beta1)",
            })
    void aWrongValueIsSaidAfterItsOption(String line, String message) {
        Run run = Run.of((line + " -f " + CLUSTER).split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).startsWith("error: " + message + "\nSee `workload ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "when -f x --now 2026-12-01T00:00:00Z --now 2026-12-01T00:00:00Z; --now: given twice (expected: once)",
                "where --explain --explain; --explain: given twice (expected: once)",
                "when -f x; --now: not given (expected: --now TIME)",
                "snapshot -f x --out; --out: nothing after it (expected: --out FILE)",
                "where -f x -o; --output: nothing after it (expected: --output text|json|svg|html)",
                "whatif -f x --catalogue; --catalogue: nothing after it (expected: --catalogue FILE)"
            })
    void whatIsMissingOrTwiceIsSaidWithItsOption(String line, String message) {
        Run run = Run.of(line.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).startsWith("error: " + message + "\nSee `workload ");
    }

    @Test
    void anArgumentWithAnAtSignIsNoFileOfArguments() {
        Run run = Run.of("check", "-f", CLUSTER, "--group", "@" + CLUSTER);
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("@" + CLUSTER);
    }

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
    @ValueSource(
            strings = {
                "valdate",
                "validate",
                "validate -f",
                "validate -f x -o svg",
                "validate --nonsense -f x",
                "check --prefer best -f x",
                "check --prefer-topology no-such-label -f src/test/resources/golden/check/prefer-topology.yaml"
            })
    void wrongUsageSaysWhatIsWrongAndWhereHelpIs(String line) {
        Run run = Run.of(line.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: ").contains("--help").doesNotContain("\tat ");
    }
}
