package io.github.workload4j.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    private static final String OLD = """
            # ours
            apiVersion: scheduling.k8s.io/v1alpha3
            kind: Workload
            metadata: {name: train, namespace: ml}
            spec:
              podGroupTemplates:
              - {name: workers, schedulingPolicy: {gang: {minCount: 2}}}
            """;
    private static final String NEW = OLD.replace("v1alpha3", "v1beta1");
    private static final String FOREIGN = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name:  x }";

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Run convert(String... more) {
        List<String> args = new ArrayList<>(List.of("convert", "--to", "v1beta1", "-f", folder.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void whatIsOfTheVersionStaysUnlessAReleaseThatDoesNotServeItIsNamed() throws IOException {
        String group = """
                apiVersion: scheduling.k8s.io/v1beta1
                kind: CompositePodGroup
                metadata: {name: train, namespace: ml}
                spec: {schedulingPolicy: {gang: {minGroupCount: 1}}}
                """;
        write("a.yaml", group);
        assertThat(convert()).isEqualTo(new Run(0, group, ""));
        assertThat(convert("--release", "1.37").err()).contains("loss: CompositePodGroup ml/train: dropped");
    }

    @Test
    void inPlaceChangesOnlyFilesThatChange() throws IOException {
        Path ours = write("a.yaml", OLD);
        Path foreign = write("b.yaml", FOREIGN);
        FileTime then = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(foreign, then);
        Run run = convert("--in-place");
        assertThat(run).isEqualTo(new Run(0, "", ""));
        assertThat(ours).hasContent(NEW);
        assertThat(Files.readString(foreign)).isEqualTo(FOREIGN);
        assertThat(Files.getLastModifiedTime(foreign)).isEqualTo(then);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void inPlaceKeepsPermissionsAndLinks() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path target = Files.createDirectory(folder.resolve("elsewhere")).resolve("real.yaml");
        Files.writeString(target, OLD);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-x---"));
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), target);
        assertThat(convert("--in-place").status()).isZero();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readString(target)).isEqualTo(NEW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r-x---");
    }

    @Test
    void dryRunChangesNothing() throws IOException {
        Path ours = write("a.yaml", OLD);
        write("b.yaml", FOREIGN);
        assertThat(convert("--in-place", "--dry-run")).isEqualTo(new Run(0, ours + "\n", ""));
        assertThat(convert("--in-place", "--dry-run", "--diff").out())
                .isEqualTo("--- " + ours + "\n+++ " + ours + "\n@@ -1,5 +1,5 @@\n # ours\n"
                        + "-apiVersion: scheduling.k8s.io/v1alpha3\n+apiVersion: scheduling.k8s.io/v1beta1\n"
                        + " kind: Workload\n metadata: {name: train, namespace: ml}\n spec:\n");
        assertThat(Files.readString(ours)).isEqualTo(OLD);
    }

    @Test
    void inPlaceRefusesWhatWouldLoseSomething() throws IOException {
        String composite = OLD.replace("Workload", "CompositePodGroup")
                .replaceAll("(?s)spec:.*", "spec: {schedulingPolicy: {gang: {minGroupCount: 2}}}\n");
        Path ours = write("a.yaml", OLD + "---\n" + composite);
        Run run = convert("--in-place");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("loss: CompositePodGroup ml/train", "no file is changed");
        assertThat(Files.readString(ours)).isEqualTo(OLD + "---\n" + composite);
        assertThat(convert("--in-place", "--allow-loss").status()).isZero();
        assertThat(Files.readString(ours)).isEqualTo(NEW);
    }

    @Test
    void whatCannotBeReadIsAnErrorOnlyIfSomethingInItIsToBeConverted() throws IOException {
        String values = "replicas: 2\n---\n{{- if .Values.on }}\nkind: ConfigMap\n{{- end }}\n";
        Path other = write("b.yaml", values);
        Path ours = write("a.yaml", OLD);
        Run run = convert("--in-place");

        assertThat(run.status()).isZero();
        assertThat(run.err().lines())
                .allMatch(line -> line.matches(".*b\\.yaml:\\d+:\\d+: note: left as it is: .*"))
                .hasSize(2);
        assertThat(Files.readString(other)).isEqualTo(values);
        assertThat(Files.readString(ours)).isEqualTo(NEW);

        write("b.yaml", values + "---\n{{- if .Values.on }}\napiVersion: scheduling.k8s.io/v1alpha2\n{{- end }}\n");
        assertThat(convert("--in-place").status()).isEqualTo(1);
    }

    @Test
    void inPlaceRefusesStandardInput() {
        Run run = Run.withInput(OLD, "convert", "--to", "v1beta1", "--in-place", "-f", "-");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("error: --in-place: standard input (-) cannot be changed");
    }

    @Test
    void whatIsNotOursIsNoLoss() {
        assertThat(Run.withInput(FOREIGN, "convert", "--to", "v1beta1", "-f", "-"))
                .isEqualTo(new Run(0, FOREIGN + "\n", ""));
    }

    @Test
    void aFolderOfManyDocumentsChangesOnlyTheLinesThatMust() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int file = 0; file < 20; file++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                text.append(i == 0 ? "" : "---\n")
                        .append("# ")
                        .append(file)
                        .append(' ')
                        .append(i)
                        .append('\n');
                text.append(i % 3 == 0 ? OLD.replace("train", "train" + file + "-" + i) : FOREIGN + "\n");
            }
            expected.add(text.toString().replace("v1alpha3", "v1beta1"));
            write(String.format("%02d.yaml", file), text.toString());
        }
        String diff = convert("--diff").out();
        assertThat(diff.lines().filter(line -> line.startsWith("-") && !line.startsWith("---")))
                .hasSize(680)
                .containsOnly("-apiVersion: scheduling.k8s.io/v1alpha3");
        assertThat(convert("--in-place").status()).isZero();
        for (int file = 0; file < 20; file++) {
            assertThat(new String(
                            Files.readAllBytes(folder.resolve(String.format("%02d.yaml", file))),
                            StandardCharsets.UTF_8))
                    .isEqualTo(expected.get(file));
        }
    }
}
