package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What CONTRIBUTING points a newcomer to is there: files, packages, and classes by their names below the root package.
 */
class WaysTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern JAVA = Pattern.compile("[a-z]+(\\.[a-z]+)+|[a-z]+(\\.[a-z]+)*\\.[A-Z]\\w+");
    private static final Pattern FILE = Pattern.compile("[\\w.-]+(/[\\w.-]*)+|\\w+\\.md");

    @Test
    void allThatContributingNamesIsThere() {
        List<String> names = QUOTED.matcher(
                        String.join("\n", Repository.lines(Repository.ROOT.resolve("CONTRIBUTING.md"))))
                .results()
                .map(found -> found.group(1))
                .toList();
        Set<String> java = java();
        List<String> lost = new ArrayList<>();
        for (String name : names) {
            if (FILE.matcher(name).matches()) {
                if (!Files.exists(Repository.ROOT.resolve(name))) {
                    lost.add(name);
                }
            } else if (JAVA.matcher(name).matches() && !name.equals(Repository.ROOT_PACKAGE) && !java.contains(name)) {
                lost.add(name);
            }
        }
        assertThat(names).contains("docs/api/", "gang.question.GroupQuestion", "policy.rule");
        assertThat(lost).isEmpty();
    }

    private static Set<String> java() {
        Set<String> names = new HashSet<>();
        Stream.concat(Repository.modules().stream(), Stream.of("architecture"))
                .flatMap(module -> Stream.of("src/main/java", "src/test/java")
                        .map(tree ->
                                Repository.ROOT.resolve(module).resolve(tree).resolve("io/github/workload4j")))
                .filter(Files::isDirectory)
                .forEach(root -> Repository.files(root, ".java").forEach(file -> {
                    String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
                    names.add(name.substring(0, name.length() - ".java".length()));
                    String folder = root.relativize(file.getParent()).toString();
                    names.add(folder.replaceAll("[/\\\\]", "."));
                }));
        return names;
    }
}
