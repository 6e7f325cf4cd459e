package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Lines of code and pages are at most 120 columns wide, strings and text blocks included. What cannot be wrapped in a
 * page may be as wide as it is: tables, blocks of code, the targets of links.
 */
class LineWidthTest {

    private static final int COLUMNS = 120;
    private static final Pattern TARGET = Pattern.compile("\\]\\([^)]*\\)|https?://\\S+");

    /** What was recorded elsewhere, and is kept as it came. */
    private static final List<String> RECORDED =
            List.of("src/test/resources/conformance/", "src/test/resources/intent/");

    @Test
    void codeIsAtMost120ColumnsWide() {
        assertThat(written(".java").flatMap(file -> tooWide(file, Repository.lines(file))))
                .isEmpty();
    }

    @Test
    void pagesAreAtMost120ColumnsWide() {
        assertThat(written(".md").flatMap(file -> tooWide(file, prose(Repository.lines(file)))))
                .isEmpty();
    }

    private static Stream<Path> written(String suffix) {
        return Repository.files(Repository.ROOT, suffix).stream()
                .filter(file -> !name(file).startsWith("target/") && !name(file).contains("/target/"))
                .filter(file -> RECORDED.stream().noneMatch(name(file)::contains));
    }

    private static String name(Path file) {
        return Repository.ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static Stream<String> tooWide(Path file, List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(line -> isTooWide(lines.get(line)))
                .mapToObj(line -> name(file) + ":" + (line + 1));
    }

    private static boolean isTooWide(String line) {
        return line.codePointCount(0, line.length()) > COLUMNS;
    }

    /** {@return the lines of a page; empty ones for what cannot be wrapped} */
    private static List<String> prose(List<String> lines) {
        boolean[] quoted = {false};
        return lines.stream()
                .map(line -> {
                    boolean fence = line.startsWith("```");
                    quoted[0] ^= fence;
                    boolean bare = fence || quoted[0] || line.startsWith("|") || line.startsWith("    ");
                    return bare ? "" : TARGET.matcher(line).replaceAll("");
                })
                .toList();
    }

    @Test
    void onlyWhatCannotBeWrappedMayBeWide() {
        String wide = "x".repeat(COLUMNS) + "1";
        Path file = Repository.ROOT.resolve("A.java");

        assertThat(tooWide(file, List.of("", wide, "x"))).containsExactly("A.java:2");
        assertThat(prose(List.of("| " + wide, "```", wide, "```", "[a](" + wide + ")", wide)))
                .containsExactly("", "", "", "", "[a", wide);
    }
}
