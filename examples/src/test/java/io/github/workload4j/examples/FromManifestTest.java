package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FromManifestTest {

    @ParameterizedTest
    @CsvSource({
        "job.yaml, ml/llm-training: feasible",
        "jobset.yaml, ml/simulation-driver: feasible ml/simulation-workers: feasible",
        "raycluster.yaml, ml/tuning: infeasible",
        "volcano-job.yaml, ml/mnist: feasible"
    })
    void anObjectIsAnswered(String file, String answers) throws IOException {
        assertThat(String.join(" ", FromManifest.answers("manifests/cluster.yaml", "manifests/" + file)))
                .isEqualTo(answers);
    }

    @Test
    void theProgramOfThePageIsTheExample() throws IOException {
        String page = Files.readString(Path.of("../docs/from-manifest.md"));
        String program = Files.readString(Path.of("src/main/java/io/github/workload4j/examples/FromManifest.java"));
        int start = page.indexOf("```java\n") + 8;
        String code = page.substring(start, page.indexOf("```\n", start));
        assertThat(Arrays.stream(code.split("\n")).map(String::strip).filter(line -> !line.isEmpty()))
                .hasSizeGreaterThan(5)
                .allMatch(line -> program.contains(line));
    }
}
