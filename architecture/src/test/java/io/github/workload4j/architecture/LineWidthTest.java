package io.github.workload4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Lines of code and pages are at most 120 columns wide. What is quoted may be as wide as it is: strings and text blocks
 * in code; tables, blocks of code and the targets of links in pages.
 */
class LineWidthTest {

    private static final int COLUMNS = 120;
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern TARGET = Pattern.compile("\\]\\([^)]*\\)|https?://\\S+");

    @Test
    void codeIsAtMost120ColumnsWide() {
        List<String> tooWide = new ArrayList<>();
        List<String> modules = new ArrayList<>(Repository.modules());
        modules.add("architecture");
        for (String module : modules) {
            for (String tree : List.of("src/main/java", "src/test/java")) {
                for (Path file :
                        Repository.files(Repository.ROOT.resolve(module).resolve(tree), ".java")) {
                    add(file, isCodeTooWide(Repository.lines(file)), tooWide);
                }
            }
        }
        StillToMend.check("too-wide-code.txt", tooWide);
    }

    @Test
    void pagesAreAtMost120ColumnsWide() {
        List<Path> pages = new ArrayList<>(Repository.files(Repository.ROOT.resolve("docs"), ".md"));
        for (String page : List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md")) {
            pages.add(Repository.ROOT.resolve(page));
        }
        List<String> tooWide = new ArrayList<>();
        for (Path page : pages) {
            add(page, isPageTooWide(Repository.lines(page)), tooWide);
        }
        StillToMend.check("too-wide-pages.txt", tooWide);
    }

    private static void add(Path file, boolean isTooWide, List<String> tooWide) {
        if (isTooWide) {
            tooWide.add(Repository.ROOT.relativize(file).toString().replace('\\', '/'));
        }
    }

    private static boolean isCodeTooWide(List<String> lines) {
        boolean quoted = false;
        for (String line : lines) {
            boolean turns = line.split("\"\"\"", -1).length % 2 == 0;
            String bare = STRING.matcher(line).replaceAll("");
            if (!quoted && !turns && isTooWide(bare)) {
                return true;
            }
            quoted ^= turns;
        }
        return false;
    }

    private static boolean isPageTooWide(List<String> lines) {
        boolean quoted = false;
        for (String line : lines) {
            if (line.startsWith("```")) {
                quoted = !quoted;
            } else if (!quoted && !line.startsWith("|") && !line.startsWith("    ")) {
                if (isTooWide(TARGET.matcher(line).replaceAll(""))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isTooWide(String line) {
        return line.codePointCount(0, line.length()) > COLUMNS;
    }

    @Test
    void whatIsQuotedMayBeWide() {
        String wide = "x".repeat(COLUMNS);
        assertThat(isCodeTooWide(List.of("// " + wide))).isTrue();
        assertThat(isCodeTooWide(List.of("f(\"" + wide + "\");", "g(\"\"\"", wide + "1", "\"\"\");")))
                .isFalse();
        assertThat(isCodeTooWide(List.of("g(\"\"\"", "\"\"\");", wide + "1"))).isTrue();
        assertThat(isPageTooWide(List.of(wide + "1"))).isTrue();
        assertThat(isPageTooWide(List.of("| " + wide, "```", wide + "1", "```", "[a](" + wide + ")")))
                .isFalse();
        assertThat(isPageTooWide(List.of("```", "```", wide + "1"))).isTrue();
    }
}
