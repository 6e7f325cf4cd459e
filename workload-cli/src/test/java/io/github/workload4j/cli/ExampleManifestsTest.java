package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.screen.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests of the README say what the README says they do. */
class ExampleManifestsTest {

    private static final Pattern VERDICT = Pattern.compile("\"verdict\":\"(\\w+)\"");

    @ParameterizedTest
    @CsvSource({
        "training.yaml, 0, feasible feasible",
        "training-too-large.yaml, 1, feasible infeasible",
        "self-play.yaml, 0, feasible",
        "fine-tuning-v1beta1.yaml, 0, feasible",
        "chat-v1alpha3.yaml, 0, feasible",
        "job.yaml, 0, feasible",
        "jobset.yaml, 0, feasible feasible",
        "raycluster.yaml, 1, infeasible",
        "volcano-job.yaml, 0, feasible"
    })
    void getsTheVerdictThatTheReadmeStates(String file, int status, String verdicts) {
        Run run = Run.of(
                "check",
                "-o",
                "json",
                "-f",
                "../examples/manifests/cluster.yaml",
                "-f",
                "../examples/manifests/" + file);
        assertThat(run.err()).isEmpty();
        assertThat(VERDICT.matcher(run.out()).results().map(found -> found.group(1)))
                .containsExactly(verdicts.split(" "));
        assertThat(run.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "training.yaml",
        "training-too-large.yaml",
        "self-play.yaml",
        "fine-tuning-v1beta1.yaml",
        "chat-v1alpha3.yaml",
        "job.yaml",
        "cluster.yaml"
    })
    void isValidAndNotSuspicious(String file) {
        Run run = Run.of("validate", "--lint", "-f", "../examples/manifests/" + file);
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("valid: ").doesNotContain("warning");
    }

    @Test
    void findsTheFiveFaultsInOneRun() {
        Run run = Run.of("validate", "-f", "../examples/manifests/faulty.yaml");
        List<String> places = Pattern.compile("(?m)^../examples/manifests/faulty.yaml:(\\d+:\\d+): error: (\\S+):")
                .matcher(run.out())
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
        assertThat(places)
                .containsExactly(
                        "5:9 metadata.name",
                        "9:5 spec.controllerRef.name",
                        "14:7 spec.podGroups[0].policy",
                        "17:11 spec.podGroups[1].name",
                        "24:19 spec.podGroups[2].policy.gang.minCount");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        String[] args = {
            "check",
            "-o",
            "json",
            "-f",
            "../examples/manifests/cluster.yaml",
            "-f",
            "../examples/manifests/self-play.yaml"
        };
        assertThat(withoutTimes(Run.of(args).out()))
                .isEqualTo(withoutTimes(Run.of(args).out()));
    }

    private static String withoutTimes(String json) {
        return json.replaceAll("\"elapsedMillis\":[0-9.E-]+", "");
    }

    @Test
    void theReadmeShowsWhatItsCommandPrints() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        MatchResult call = Pattern.compile("exec:java -Dexec.args=\"([^\"]+)\"")
                .matcher(readme)
                .results()
                .findFirst()
                .orElseThrow();
        Run run = Run.of(call.group(1).replace("examples/", "../examples/").split(" "));
        String shown = readme.substring(readme.indexOf("```\nfeasible") + 4);
        List<String> lines = shown.substring(0, shown.indexOf("```"))
                .lines()
                .filter(line -> line.startsWith("feasible"))
                .toList();
        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).containsSubsequence(lines);
    }

    @Test
    void theReadmeHoldsTheProgramOfTheExamples() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String code = readme.substring(readme.indexOf("```java\n") + 8);
        List<String> lines = code.substring(0, code.indexOf("```"))
                .lines()
                .map(String::strip)
                .toList();
        String program =
                Files.readString(Path.of("../examples/src/main/java/io/github/workload4j/examples/WouldItFit.java"));
        assertThat(lines).hasSizeBetween(6, 12);
        assertThat(program.lines().map(String::strip)).containsSequence(lines);
    }

    @Test
    void ciBeginsWithTheTwoCommandsOfTheReadme() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        assertThat(readme).contains("```sh\nmvn verify\n```");
        String run = readme.lines()
                .filter(line -> line.contains("exec:java"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(Path.of("../.ci/run")).lines().filter(line -> line.contains("mvn")))
                .startsWith(run, "mvn verify");
    }

    @Test
    void theOutputThatTheReadmeShowsIsTheCommandsOwn() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        Run run = Run.of("check", "-f", "../examples/manifests/cluster.yaml", "-f", "../examples/manifests/job.yaml");
        assertThat(readme).contains("```\n" + run.out() + "```\n");
    }
}
