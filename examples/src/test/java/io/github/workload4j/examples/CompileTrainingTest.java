package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompileTrainingTest {

    private static String printed(@Nullable DisruptionMode mode, boolean allowed) {
        JobScheduling scheduling =
                new JobScheduling(new WorkloadPodGroupSchedulingPolicy.Gang(null), null, List.of(), mode);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(CompileTraining.compile(new CompileTraining.Training("ml", "llm", "8c1f-42", 8, scheduling), out))
                .isEqualTo(allowed);
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void aTrainingBecomesAWorkloadAndTheGroupOfItsPods() {
        assertThat(printed(null, true))
                .contains("kind: Workload", "kind: PodGroup", "minCount: 8", "priorityClassName: batch");
    }

    @Test
    void whatTheControllerDoesNotAllowIsSaidAtItsPlace() {
        assertThat(printed(DisruptionMode.ALL, false))
                .isEqualTo("spec.scheduling.disruptionMode: Forbidden: the disruptionMode `all` is not supported by"
                        + " this controller\n");
    }

    /** The page has the program's own lines. */
    @Test
    void thePageOnCompilingShowsThisProgram() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/github/workload4j/examples/CompileTraining.java"));
        String page = Files.readString(Path.of("../docs/compile.md"));
        String shown = page.substring(page.indexOf("```java\n") + 8, page.indexOf("```\n", page.indexOf("```java\n")));
        for (String line : shown.lines().filter(line -> !line.isBlank()).toList()) {
            assertThat(source).contains(line.strip());
        }
    }
}
