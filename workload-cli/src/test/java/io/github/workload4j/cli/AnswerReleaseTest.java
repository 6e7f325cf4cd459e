package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of the command names the release it is for, and how that is known. */
class AnswerReleaseTest {

    private static final String CLUSTER = """
            apiVersion: v1
            kind: Node
            metadata: {name: node-1}
            status: {allocatable: {cpu: "2", pods: "10"}, nodeInfo: {kubeletVersion: v1.38.0-beta.0}}
            ---
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: ns}
            spec: {schedulingPolicy: {gang: {minCount: 1}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p1, namespace: ns}
            spec: {schedulingGroup: {podGroupName: g}, containers: [{name: c, resources: {requests: {cpu: "2"}}}]}
            """;

    @TempDir
    private Path folder;

    private String out(String command, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("cluster.yaml"), CLUSTER);
        List<String> arguments = Stream.concat(Stream.of(command, "-f", file.toString()), Stream.of(more))
                .toList();
        return Run.of(arguments.toArray(new String[0])).out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "whatif", "slots", "queue", "groups"})
    void aReleaseIsLearnedFromKubeletsUnlessOneIsGiven(String command) throws IOException {
        assertThat(out(command)).contains("for Kubernetes 1.38.0-beta.0, as the nodes' kubelets say");
        assertThat(out(command, "--release", "1.37")).contains("for Kubernetes 1.37, as asked");
        assertThat(out(command, "-o", "json"))
                .contains("\"release\":{\"version\":\"1.38\",\"measured\":\"1.38.0-beta.0\",\"source\":\"kubelets\"}");
        assertThat(out(command, "-o", "json", "--release", "v1.37.2"))
                .contains("\"release\":{\"version\":\"1.37\",\"measured\":\"1.37.2\",\"source\":\"given\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "html"})
    void picturesNameIt(String form) throws IOException {
        assertThat(out("check", "-o", form)).contains("for Kubernetes 1.38.0-beta.0, as the nodes&#39; kubelets say");
    }

    @Test
    void verifyNamesTheRelease() throws IOException {
        Path answer = Files.writeString(folder.resolve("answer.json"), out("check", "-o", "json"));
        assertThat(out("verify", "--answer", answer.toString()))
                .isEqualTo("accepted: ns/g feasible\nfor Kubernetes 1.38.0-beta.0, as the nodes' kubelets say\n");
        assertThat(out("verify", "--answer", answer.toString(), "-o", "json"))
                .contains("\"release\":{\"version\":\"1.38\",\"measured\":\"1.38.0-beta.0\",\"source\":\"kubelets\"}");
    }

    @Test
    void validateNamesIt() throws IOException {
        assertThat(out("validate", "--release", "1.38"))
                .endsWith("valid: 3 documents, by the rules of Kubernetes 1.38.0-beta.0\n");
        assertThat(out("validate")).contains("by the rules of Kubernetes 1.37");
    }
}
