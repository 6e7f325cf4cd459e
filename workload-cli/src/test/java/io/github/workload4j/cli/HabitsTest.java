package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command has the habits of others of its kind. */
class HabitsTest {

    private static final String CLUSTER = "../examples/manifests/cluster.yaml";
    private static final String TRAINING = "../examples/manifests/training.yaml";
    private static final String TOO_LARGE = "../examples/manifests/training-too-large.yaml";
    private static final String FAULTY = "../examples/manifests/faulty.yaml";

    @TempDir
    private Path folder;

    @Test
    void commandAloneShowsHelp() {
        Run run = Run.of();
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Usage: workload").contains("validate", "completion", "help");
    }

    @Test
    void helpOfACommandIsAskedForInTwoWays() {
        assertThat(Run.of("help", "check").out())
                .isEqualTo(Run.of("check", "--help").out());
    }

    @Test
    void filesNeedNoOption() {
        assertThat(Run.of("check", CLUSTER, TRAINING).out())
                .isEqualTo(Run.of("check", "-f", CLUSTER, "-f", TRAINING).out());
    }

    @Test
    void fileAfterAGroupIsAFile() {
        Run run = Run.of("check", "-f", CLUSTER, "--group", "ml/llm-training/driver", TRAINING);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("ml/llm-training/driver");
        assertThat(Run.of("check", CLUSTER, TRAINING, "--group", "ml/llm-training/driver", "ml/llm-training/workers")
                        .out())
                .contains("driver", "workers");
    }

    @Test
    void directoriesInsideDirectoriesAreReadOnRequest() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Files.copy(Path.of(FAULTY), deep.resolve("faulty.yaml"));
        Files.writeString(deep.resolve("notes.txt"), "not: [a manifest");
        assertThat(Run.of("validate", folder.toString()).status()).isEqualTo(2);
        Run run = Run.of("validate", "-R", folder.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("5 errors in 1 of 1 document");
    }

    @Test
    void quietLeavesOutWhatIsWell() {
        assertThat(Run.of("validate", "-q", TRAINING).out()).isEmpty();
        assertThat(Run.of("validate", "-q", FAULTY).out()).contains("error:").doesNotContain("invalid: ");
        assertThat(Run.of("check", "-q", CLUSTER, TRAINING).out()).isEmpty();
        assertThat(Run.of("check", "-q", CLUSTER, TRAINING, TOO_LARGE).out())
                .contains("infeasible")
                .doesNotContain("feasible      ml/llm-training/driver");
    }

    @Test
    void callerSaysWhatIsAFailure() throws IOException {
        assertThat(Run.of("validate", "--fail-on", "never", FAULTY).status()).isZero();
        Path warned = Files.writeString(folder.resolve("warned.yaml"), """
                apiVersion: scheduling.k8s.io/v1beta1
                kind: PodGroup
                metadata: {namespace: ml, name: g}
                spec: {schedulingPolicy: {gang: {minCount: 2}}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {namespace: ml, name: p}
                spec: {schedulingGroup: {podGroupName: g}, containers: [{name: c, image: i}]}
                """);
        assertThat(Run.of("validate", "--lint", warned.toString()).out()).contains("1 warning");
        assertThat(Run.of("validate", "--lint", warned.toString()).status()).isZero();
        assertThat(Run.of("validate", "--lint", "--fail-on", "warning", warned.toString())
                        .status())
                .isEqualTo(1);
        assertThat(Run.of("check", "--fail-on", "never", CLUSTER, TOO_LARGE).status())
                .isZero();
        assertThat(Run.of("check", "--fail-on", "infeasible", CLUSTER, TOO_LARGE)
                        .status())
                .isEqualTo(1);
        assertThat(Run.of("check", "--fail-on", "infeasible", "--steps", "1", CLUSTER, TOO_LARGE)
                        .status())
                .isZero();
    }

    @Test
    void optionThatIsNearlyOneIsNamed() {
        assertThat(Run.of("check", "--grup", "x").err()).contains("Did you mean `--group`?");
        assertThat(Run.of("chek").err()).contains("no such command: chek", "Did you mean `check` or `help`?");
        assertThat(Run.of("--frobnicate").err()).contains("Unknown option: '--frobnicate'");
    }

    @Test
    void versionIsEnoughToConvertTo() {
        assertThat(Run.of("convert", "--to", "v1beta1", "../examples/manifests/fine-tuning-v1beta1.yaml")
                        .out())
                .contains("apiVersion: scheduling.k8s.io/v1beta1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void completionScriptNamesEveryCommandAndOption(String shell) {
        Run run = Run.of("completion", shell);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("validate", "whatif", "completion", "recursive", "fail-on", "junit");
        assertThat(run.out()).isEqualTo(Run.of("completion", shell).out());
    }

    @Test
    void bashCompletesACommandAndAnOption() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash");
        Path script = Files.writeString(
                folder.resolve("try.bash"), Run.of("completion", "bash").out() + """
                        compopt() { :; }
                        try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
                                _complete_workload; echo "${COMPREPLY[*]}"; }
                        try workload wha
                        try workload check --expl
                        """);
        Process bash = new ProcessBuilder("/bin/bash", "--norc", script.toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
        String said = new String(bash.getInputStream().readAllBytes());
        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEqualTo("whatif\n--explain\n");
        assertThat(Files.readString(folder.resolve("err"))).isEmpty();
    }
}
