package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program of the README, run as a reader would run it. */
class WouldItFitTest {

    private static final String GROUP = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: ml}
            spec: {schedulingPolicy: {gang: {minCount: 1}}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: ml}
            spec:
              schedulingGroup: {podGroupName: g}
              containers: [{name: c, resources: {requests: {cpu: 4}}}]
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            status: {allocatable: {cpu: 8, pods: 10}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec:
              nodeName: n1
              containers: [{name: c, resources: {requests: {cpu: "3"}}}]
            """;

    @TempDir
    private Path folder;

    private String printed = "";

    private int run(String manifests) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("all.yaml"), manifests);
        String path =
                System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        WouldItFit.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace(System.lineSeparator(), "\n");
        return process.waitFor();
    }

    @Test
    void aJobIsAskedAboutAsItIs() throws Exception {
        String job = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j, namespace: ml}\nspec: {parallelism: 2,"
                + " scheduling: {schedulingPolicy: {gang: {}}}, template: {spec: {containers: [{name: c, resources:"
                + " {requests: {cpu: 2}}}]}}}\n---\n";
        assertThat(run(job + GROUP.substring(GROUP.indexOf("apiVersion: v1\nkind: Node"))))
                .isZero();
        assertThat(printed).startsWith("feasible ml/j: ").contains("n1 (2)");
    }

    @Test
    void saysWhereThePodsGo() throws Exception {
        assertThat(run(GROUP)).isZero();
        assertThat(printed).startsWith("feasible ml/g: ").contains("n1");
    }

    @Test
    void whatCannotBeReadIsPrintedAndNothingIsAnswered() throws Exception {
        assertThat(run(GROUP.replace("\"3\"", "7.5 cores"))).isEqualTo(1);
        assertThat(printed)
                .contains("23:54: spec.containers[0].resources.requests[cpu]")
                .doesNotContain("feasible");
    }

    @ParameterizedTest
    @CsvSource({
        "job.yaml, feasible ml/llm-training",
        "jobset.yaml, feasible ml/simulation-driver;feasible ml/simulation-workers",
        "raycluster.yaml, infeasible ml/tuning",
        "volcano-job.yaml, feasible ml/mnist"
    })
    void anObjectIsAnswered(String file, String answers) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String name : List.of("cluster.yaml", file)) {
            documents.addAll(ManifestReader.strict().read(Files.readAllBytes(Path.of("manifests", name))));
        }
        assertThat(WouldItFit.answers(documents).stream().map(answer -> answer.substring(0, answer.indexOf(':'))))
                .containsExactlyElementsOf(List.of(answers.split(";")));
    }
}
