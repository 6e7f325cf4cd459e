package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small programs about rules do what they say. */
class RuleProgramsTest {

    private static final String GOOD = """
            apiVersion: scheduling.k8s.io/v1alpha1
            kind: Workload
            metadata: {name: solver, namespace: hpc}
            spec:
              podGroups:
              - name: ranks
                policy:
                  gang: {minCount: 2}
            """;

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: rank-0, namespace: hpc}
            spec:
              workloadRef: {name: solver, podGroup: ranks}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void lintsAFolder() throws IOException {
        file("a.yaml", GOOD);
        file("b.yaml", POD);
        file("c.yaml", GOOD.replace("solver", "other").replace("2", "0"));
        file("d.yaml", GOOD.replace("minCount", "minCuont"));
        assertThat(LintDirectory.check(folder, out)).isEqualTo(2);
        assertThat(printed())
                .contains(
                        "c.yaml:8:24: error: spec.podGroups[0].policy.gang.minCount: Invalid value: 0: must be greater"
                                + " than zero\n",
                        "d.yaml:8:14: spec.podGroups[0].policy.gang.minCuont:",
                        "a.yaml:8:24: warning: spec.podGroups[0].policy.gang.minCount: the group needs 2 pods at once,"
                                + " and only 1 pod of the stream is in it: lower minCount to 1, or add 1 pod"
                                + " [min-count-above-pods]\n");
    }

    @Test
    void checksAnUpdate() throws IOException {
        Path stored = file("stored.yaml", GOOD);
        assertThat(CheckUpdate.isAllowed(stored, stored, out)).isTrue();
        assertThat(CheckUpdate.isAllowed(stored, file("new.yaml", GOOD.replace("2", "3")), out))
                .isFalse();
        assertThat(CheckUpdate.isAllowed(stored, file("pod.yaml", POD), out)).isFalse();
        assertThat(printed()).isEqualTo("""
                allowed
                denied:
                  spec.podGroups: Invalid value: [{"name":"ranks","policy":{"gang":{"minCount":3}}}]: field is \
                immutable (A1-U2)
                denied: a Workload cannot become a Pod
                """);
    }

    @Test
    void anUpdateThatCannotBeReadIsNotAllowed() throws IOException {
        Path stored = file("stored.yaml", GOOD);
        Path broken = file("new.yaml", GOOD.replace("minCount", "minCuont"));
        assertThat(CheckUpdate.isAllowed(stored, broken, out)).isFalse();
        assertThat(CheckUpdate.isAllowed(stored, file("two.yaml", GOOD + "---\n" + GOOD), out))
                .isFalse();
        assertThat(printed())
                .startsWith("new.yaml:8:14: spec.podGroups[0].policy.gang.minCuont:")
                .endsWith("two.yaml: 2 documents (expected: 1, of a kind of ours)\n");
    }

    @Test
    void aParameterThatCannotBeReadIsNotTaken() throws Exception {
        assertThat(ValidateParameter.submit(file("a.yaml", GOOD.replace("minCount", "minCuont")), out))
                .isFalse();
        assertThat(printed()).startsWith("a.yaml:8:14: spec.podGroups[0].policy.gang.minCuont:");
    }

    @Test
    void validatesAParameter() throws Exception {
        assertThat(ValidateParameter.submit(file("good.yaml", GOOD), out)).isTrue();
        assertThat(ValidateParameter.submit(file("bad.yaml", GOOD.replace("ranks", "Ranks")), out))
                .isFalse();
        assertThat(printed())
                .startsWith("submit.arg0.spec.podGroups[0].name: Invalid value: \"Ranks\": a lowercase RFC 1123 label")
                .endsWith("(A1-8)\n");
    }
}
