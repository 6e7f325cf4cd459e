package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.screen.ExitStatus;
import io.github.workload4j.testkit.ClusterGenerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the command in a process of its own, as people do, in a heap of the stated size. {@code -Dlarge=true} asks about
 * 5,000 nodes and 50,000 pods; the default is a tenth of each.
 */
class LargeClusterTest {

    private static final boolean LARGE = Boolean.getBoolean("large");

    @TempDir
    private Path folder;

    @Test
    void aLargeClusterIsReadAndAskedInABoundedHeap() throws Exception {
        int nodes = LARGE ? 5_000 : 500;
        int pods = 10 * nodes;
        Path cluster = cluster(nodes, pods);
        Process process =
                start(heap(nodes, pods), "check", "-f", cluster.toString(), "../examples/manifests/training.yaml");
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(out.lines().limit(2)).allMatch(line -> line.startsWith("feasible      ml/llm-training/"));
        assertThat(process.exitValue()).isZero();
    }

    /** What {@code docs/performance.md} states: 10 MiB, and 100 bytes for each document; its object would take more. */
    @Test
    void ofADocumentWithNothingWrongLittleIsKept() throws Exception {
        Path groups = folder.resolve("groups.yaml");
        try (Writer out = Files.newBufferedWriter(groups)) {
            for (int i = 0; i < 20_000; i++) {
                out.write("---\napiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\nmetadata: {name: g" + i
                        + ", namespace: d}\nspec: {schedulingPolicy: {gang: {minCount: 1}}, "
                        + "disruptionMode: {all: {}}}\n");
            }
        }
        Process process = start("-Xmx12m", "validate", "-f", groups.toString());
        String out = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(out).isEqualTo("valid: 20,000 documents, by the rules of Kubernetes 1.37\n");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void endsInOrderWhenNobodyReadsItsOutput() throws Exception {
        Path cluster = cluster(500, 5_000);
        Process process = start("-Xmx256m", "validate", "-o", "json", "-f", cluster.toString());
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("{\"documents\":[");
        }
        String err = new String(process.getErrorStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(err).isEqualTo("error: standard output: closed before everything was written\n");
        assertThat(process.exitValue()).isEqualTo(ExitStatus.UNUSABLE);
    }

    /** What {@code docs/performance.md} states: 16 MiB, and 2.5 kB for each node and 2 kB for each pod. */
    private static String heap(int nodes, int pods) {
        return "-Xmx" + (16 * 1024 + (2_500L * nodes + 2_000L * pods) / 1024) + "k";
    }

    private Path cluster(int nodes, int pods) throws IOException {
        Path file = folder.resolve("cluster.yaml");
        try (Writer out = Files.newBufferedWriter(file)) {
            ClusterGenerator.write(nodes, pods, out);
        }
        return file;
    }

    /** The tests run on the module path; a class path of the same files starts the same program. */
    private static Process start(String heap, String... args) throws IOException {
        String path = Stream.of("jdk.module.path", "java.class.path")
                .map(System::getProperty)
                .filter(entries -> entries != null && !entries.isEmpty())
                .collect(Collectors.joining(java.io.File.pathSeparator));
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                heap,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                path,
                                WorkloadCommand.class.getName()),
                        Stream.of(args))
                .toList();
        return new ProcessBuilder(command).start();
    }
}
