package io.github.workload4j.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that cannot be read as a whole may have other names when an answer is verified. */
class InputNamesTest {

    private static final String INPUTS = """
            {apiVersion: v1, kind: Node, metadata: {name: n1}, status: {allocatable: {cpu: 4, pods: 9}}}
            ---
            {apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g, namespace: d},
              spec: {schedulingPolicy: {gang: {minCount: 1}}}}
            ---
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: h, namespace: d}
            spec: {schedulingPolicy: {gang: {minCount: x}}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: p, namespace: d}, spec: {schedulingGroup: {podGroupName: g},
              containers: [{name: c, resources: {requests: {cpu: 1}}}]}}
            ---
            {apiVersion: v1, kind: Node, metadata: {name: n2}, status: {allocatable: {cpu: 4x}}}
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run verify(String answer, String inputs) throws IOException {
        Path saved = file("answer.json", answer);
        return Run.withInput(inputs, "verify", "--answer", saved.toString(), "-f", "-");
    }

    @Test
    void anAnswerIsTrueByWhateverNameItsInputsGo() throws IOException {
        String byStream =
                Run.withInput(INPUTS, "check", "-o", "json", "-f", "-").out();
        assertThat(byStream).contains("such as <stdin>:", "cannot be read: <stdin>:", "\"file\":\"-\"");
        Path file = file("a [1].yaml", INPUTS);
        assertThat(Run.withInput(byStream, "verify", "--answer", "-", "-f", file.toString())
                        .out())
                .contains("accepted: d/g feasible", "accepted: d/h error")
                .doesNotContain("refused");
        String byName = Run.of("check", "-o", "json", "-f", file.toString()).out();
        assertThat(verify(byName, INPUTS).out()).doesNotContain("refused");
        assertThat(verify(byName, INPUTS.replace("\n", "\r\n")).out()).doesNotContain("refused");
    }

    @Test
    void whatCouldNotBeReadHasToBeTheSame() throws IOException {
        String answer = Run.withInput(INPUTS, "check", "-o", "json", "-f", "-").out();
        assertThat(verify(answer, "\n" + INPUTS).out())
                .contains("refused: d/h error: dependsOn[0].detail", "<stdin>:14", "<stdin>:15");
        assertThat(verify(answer, INPUTS.replace("4x", "5x")).out())
                .contains("refused: the answer as a whole: incomplete[1].what");
        assertThat(verify(answer.replace("\"line\":14", "\"line\":15"), INPUTS).out())
                .contains("refused: the answer as a whole: incomplete[1].line");
    }

    @Test
    void oneNameIsNotTwoInputs() {
        InputNames names = new InputNames();
        assertThat(names.areSame("incomplete[0].file", "-", "a.yaml")).isTrue();
        assertThat(names.areSame("incomplete[1].file", "-", "a.yaml")).isTrue();
        assertThat(names.areSame("incomplete[2].file", "-", "b.yaml")).isFalse();
        assertThat(names.areSame("warnings[0]", "x/b.yaml:3:1: unknown", "b.yaml:3:1: unknown"))
                .isTrue();
        assertThat(names.areSame("warnings[1]", "x/b.yaml:4: unknown", "c.yaml:4: unknown"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "reason, a.yaml, b.yaml",
        "node, a.yaml, b.yaml",
        "detail, such as a:1, such as b:2",
        "detail, such as a:21, such as b:121",
        "detail, such as a:1:2: odd, such as b:1:2: even",
        "detail, such as a:1:2: odd, like b:1:2: odd",
        "detail, such as :1, such as a:1",
        "detail, such as, such as a",
        "detail, 3 nodes, 4 nodes",
        "warnings[0], such as a, such as b",
        "warnings[0], a:1, b:1",
        "incomplete[0].what, a, b",
    })
    void nothingButANameMayDiffer(String member, String found, String right) {
        assertThat(new InputNames().areSame(member, found, right)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "{}", "[]", "[7]", "[{}]", "[{\"file\":7}]", "[{\"file\":\"\"}]"})
    void whatAnAnswerSaysOfItsInputsIsNotBelieved(String incomplete) throws IOException {
        String answer = Run.withInput(INPUTS, "check", "-o", "json", "-f", "-")
                .out()
                .replaceFirst(
                        "(?s)\"incomplete\":\\[.*\\],\"warnings\"", "\"incomplete\":" + incomplete + ",\"warnings\"");
        Run run = verify(answer, INPUTS);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("refused: the answer as a whole: incomplete");
    }
}
