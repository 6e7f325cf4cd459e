package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on conformance names every class that asks for a release, and nothing that is not there. */
class NextReleaseTest {

    private static final Pattern QUOTED = Pattern.compile("`([a-z][a-z.]+(\\.[A-Z]\\w+)?)`");

    @Test
    void whatTheNextReleaseChangesIsOnThePage() {
        Set<String> page = page();
        List<String> missing = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (String module : Repository.modules()) {
            Path root = Repository.sources(module).resolve("io/github/workload4j");
            if (!Files.isDirectory(root) || module.equals("examples")) {
                continue;
            }
            for (Path file : Repository.files(root, ".java")) {
                String name = name(root.relativize(file)).replaceAll("\\.java$", "");
                String folder = name(root.relativize(file.getParent()));
                there.add(name);
                there.add(folder);
                if (asksForARelease(file) && !page.contains(name) && !page.contains(folder)) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(there).containsAll(page);
    }

    private static String name(Path path) {
        return path.toString().replaceAll("[/\\\\]", ".");
    }

    private static boolean asksForARelease(Path file) {
        return Repository.lines(file).stream()
                .filter(line -> !line.strip().startsWith("*"))
                .anyMatch(line -> line.contains("KubernetesRelease.V1_") || line.matches(".*\\bV1_3\\d\\b.*"));
    }

    private static Set<String> page() {
        String page = String.join("\n", Repository.lines(Repository.ROOT.resolve("docs/conformance.md")));
        int from = page.indexOf("## What the next release changes");
        return QUOTED.matcher(page.substring(from, page.indexOf("\n## ", from + 1)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
