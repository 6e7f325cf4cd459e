package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.workload4j.cli.screen.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Manifests found in the wild, whose licence keeps them out of this repository. */
class RealManifestsTest {

    private static final Path FOLDER = Path.of("../../shared/conformance/real-manifests");

    @TestFactory
    Stream<DynamicTest> areReadAndEveryRefusalIsExplained() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "the real manifests are not beside the project");
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(file.getFileName().toString(), () -> isReadAndExplained(file)));
        }
    }

    private static void isReadAndExplained(Path file) {
        Run json = Run.of("validate", "--lint", "-o", "json", "-f", file.toString());
        Run text = Run.of("validate", "--lint", "-f", file.toString());
        assertThat(json.status()).isBetween(ExitStatus.YES, ExitStatus.NO).isEqualTo(text.status());
        assertThat(json.err() + text.err()).isEmpty();
        assertThat(json.out())
                .doesNotContain("\"line\":null")
                .contains("\"summary\":{\"documents\":")
                .doesNotContain("\"documents\":0");
        List<String> refusals =
                text.out().lines().filter(line -> line.contains(": error: ")).toList();
        assertThat(refusals.isEmpty()).isEqualTo(text.status() == ExitStatus.YES);
        assertThat(refusals).allMatch(line -> line.matches(".+\\.yaml:\\d+:\\d+: error: .{20,}"));
    }
}
