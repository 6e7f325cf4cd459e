package io.github.workload4j.cli.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeantManifestsTest {

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: job, uid: uid-1}
            spec:
              parallelism: 2
              completions: 2
              completionMode: Indexed
              template: {spec: {containers: [{name: c}]}}
            """;

    @TempDir
    Path folder;

    private Run groups(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), text);
        List<String> args = new ArrayList<>(List.of("groups", "-o", "yaml", file.toString()));
        args.addAll(List.of(more));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void aJobIsGivenWhatTheJobControllerOfTheReleaseMakes() throws IOException {
        assertThat(groups(JOB, "--release", "1.37").out())
                .contains("v1beta1\nkind: Workload\nmetadata:\n  name: job-647cf7d9\n", "name: job-pgt-0")
                .contains("    basic: {}\n");
        assertThat(groups(JOB, "--release", "1.36").out()).contains("v1alpha2\nkind: Workload", "minCount: 2");
        assertThat(groups(JOB, "--release", "1.35").out())
                .startsWith("apiVersion: v1\nkind: Pod\n")
                .doesNotContain("Workload");
    }

    @Test
    void theFirstVersionHasGroupsInItsWorkload() throws IOException {
        Run run = groups(
                JOB.replace("batch/v1", "batch.volcano.sh/v1alpha1")
                        .replace("  template:", "  tasks:\n  - replicas: 2\n    template:"),
                "--to",
                "v1alpha1");
        assertThat(run.out()).contains("v1alpha1\nkind: Workload", "podGroups:", "workloadRef:\n    name: job\n");
    }

    @Test
    void whatManifestsCannotSayIsOnStandardError() throws IOException {
        Run run = groups(JOB.replace("metadata: {", "metadata: {labels: {kueue.x-k8s.io/queue-name: q}, "));
        assertThat(run.err())
                .isEqualTo("warning: Job job: left out: metadata.labels[kueue.x-k8s.io/queue-name]: no queues\n");
        assertThat(run.out()).as("Kueue lets all in or none").contains("minCount: 2");
    }
}
