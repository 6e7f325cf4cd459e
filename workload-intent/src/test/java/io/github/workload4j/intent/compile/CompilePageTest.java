package io.github.workload4j.intent.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompilePageTest {

    @Test
    void thePageListsTheRulesInTheirOrder() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/compile.md")).stream()
                .filter(line -> line.startsWith("| I-"))
                .toList();
        assertThat(rows)
                .isEqualTo(Stream.of(ItemRule.values())
                        .map(rule -> "| " + rule.id() + " | " + rule.sentence() + " |")
                        .toList());
    }
}
