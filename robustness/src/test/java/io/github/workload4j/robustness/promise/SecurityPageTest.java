package io.github.workload4j.robustness.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise of {@code SECURITY.md} names the test that holds us to it, and there is such a test. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    @Test
    void everyTestNamedIsThere() throws IOException {
        Map<String, String> tests = tests();
        List<MatchResult> named = TEST.matcher(Files.readString(ROOT.resolve("SECURITY.md")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(15);
        for (MatchResult test : named) {
            assertThat(tests).containsKey(test.group(1));
            if (test.group(2) != null) {
                assertThat(tests.get(test.group(1))).contains("void " + test.group(2) + "(");
            }
        }
    }

    @Test
    void everyPromiseNamesATest() throws IOException {
        List<String> without = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("SECURITY.md"))) {
            boolean isPromise = line.startsWith("| ") && !line.startsWith("| promise") && !line.startsWith("|---");
            if (isPromise && !TEST.matcher(line).find()) {
                without.add(line);
            }
        }
        assertThat(without).isEmpty();
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(
                            file -> file.toString().replace('\\', '/').contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .toList()) {
                tests.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
        return tests;
    }
}
