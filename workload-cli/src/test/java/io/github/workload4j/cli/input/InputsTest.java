package io.github.workload4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import io.github.workload4j.cli.WorkloadCommand;
import io.github.workload4j.cli.screen.ExitStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {

    private static final String GOOD = """
            apiVersion: scheduling.k8s.io/v1alpha1
            kind: Workload
            metadata: {name: train}
            spec:
              podGroups:
              - name: workers
                policy: {gang: {minCount: 4}}
            """;

    @TempDir
    private Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aFileThatIsNotThereDoesNotHideTheOthers() throws IOException {
        Run run = Run.of("validate", "-f", folder + "/nope.yaml", "-f", write("good.yaml", GOOD));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).isEqualTo("error: " + folder + "/nope.yaml: no such file or directory\n");
        assertThat(run.out()).isEqualTo("valid: 1 document, by the rules of Kubernetes 1.35\n");
    }

    @Test
    void aDirectoryMeansItsManifestsInNameOrder() throws IOException {
        Files.createDirectory(folder.resolve("d.yaml"));
        write("b.json", GOOD.replace("train", "second"));
        write("a.yml", GOOD.replace("train", "first"));
        write("c.txt", "not a manifest");
        Run run = Run.of("validate", "-o", "json", "-f", folder.toString());
        assertThat(run.out().lines().filter(line -> line.contains("\"file\"")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("a.yml", "first"),
                        line -> assertThat(line).contains("b.json", "second"));
    }

    @Test
    void aDirectoryWithoutManifestsIsSaidToBeOne() {
        Run run = Run.of("validate", "-f", folder.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains(folder + ": no manifests in this directory");
    }

    @Test
    void aNamedPipeIsReadToItsEnd() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        try {
            Assumptions.assumeTrue(
                    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes here");
        } catch (IOException e) {
            Assumptions.abort("no pipes here: " + e.getMessage());
        }
        Process writer = new ProcessBuilder(
                        "sh", "-c", "cat \"$0\" > \"$1\"", write("good.yaml", GOOD), pipe.toString())
                .start();
        Run run = Run.of("validate", "-f", pipe.toString());
        writer.destroy();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("valid: 1 document, by the rules of Kubernetes 1.35\n");
    }

    @Test
    void standardInputIsRead() {
        Run run = Run.withInput(GOOD.replace("workers", "Workers"), "validate", "-f", "-");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.out()).startsWith("<stdin>:6:11: error: spec.podGroups[0].name: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"validate -f - -f -", "validate -f - --old -", "check -f - -", "convert --to v1beta1 -f - -"})
    void standardInputIsReadOnce(String line) {
        Run run = Run.withInput(GOOD, line.split(" "));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).startsWith("error: standard input (-) is named 2 times");
    }

    @Test
    void nothingAtAllIsNoFault() throws IOException {
        Run run = Run.of("validate", "-f", write("empty.yaml", ""));
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("nothing checked\n");
    }

    @Test
    void bytesThatAreNoTextAreRefusedWithTheirPlace() throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        Path file = Files.write(folder.resolve("binary.yaml"), bytes);
        Run run = Run.of("validate", "-f", file.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.out()).startsWith(file + ":1:").contains("error: ").doesNotContain("\u001b", "\u0000");
        assertThat(run.out().length()).isLessThan(10_000);
    }

    @Test
    void longLinesAreShownInPart() throws IOException {
        String line = "    policy: {gang: {minCount: " + "1".repeat(200_000) + "}}\n";
        Run run = Run.of("validate", "-f", write("long.yaml", GOOD.replaceFirst(" +policy.*\n", line)));
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.out()).contains("long.yaml:7:31: error: ");
        assertThat(run.out().length()).isLessThan(1_000);
    }

    @Test
    void outputThatCannotBeWrittenIsSaidAndNeverPassesForSuccess() throws IOException {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        String[] args = {"validate", "-f", write("good.yaml", GOOD)};
        int status = WorkloadCommand.run(args, new java.io.ByteArrayInputStream(new byte[0]), closed, err);
        assertThat(status).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("error: standard output: closed before everything was written\n");
    }

    @Test
    void theReportOfAConversionMayBeAFile() throws IOException {
        Path report = folder.resolve("report.json");
        Run run = Run.of("convert", "--to", "v1beta1", "--report", report.toString(), "-f", write("good.yaml", GOOD));
        assertThat(run.status()).isZero();
        assertThat(Files.readString(report)).startsWith("{\"losses\":[").endsWith("\"summary\":{\"losses\":0}}\n");
        assertThat(Run.of("convert", "--to", "v1beta1", "--report", folder.toString(), "-f", folder + "/good.yaml")
                        .status())
                .isEqualTo(ExitStatus.UNUSABLE);
    }
}
