package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What pages show is true. Commands ({@code sh} blocks of lines that begin with {@code workload}) are run, and print
 * the {@code text} block that follows; Java is a part of programs that are compiled; links lead somewhere. Run with
 * {@code -Dgolden.update=true} to write what commands print, and look at it.
 */
class DocsTest {

    private static final Pattern COMMANDS =
            Pattern.compile("```sh\\n((?:workload [^\\n]*\\n)+)```\\n\\n(?:```text\\n(.*?)```\\n)?", Pattern.DOTALL);
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BUILD = Pattern.compile("mvn (?:[^\\n`\\\\]|\\\\\\n)*");
    private static final Pattern PROFILE = Pattern.compile(" -P([\\w,]+)");
    private static final Pattern MODULES = Pattern.compile(" -pl ([\\w,/-]+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#([^)]*))?\\)");

    /** Pages whose Java is no part of a program here, and why. */
    private static final Map<String, String> JAVA_ELSEWHERE = Map.of(
            "compile.md", "run by CompilePageTest of workload-intent",
            "depending.md", "a module descriptor, compiled by ConsumersTest of architecture",
            "rules.md", "three calls, written by RulesPageTest of workload-policy; not compiled");

    @TempDir
    private Path folder;

    static Stream<Path> pagesWithPrograms() throws IOException {
        return pages().filter(
                        page -> !JAVA_ELSEWHERE.containsKey(page.getFileName().toString()));
    }

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md")));
        try (Stream<Path> files = Files.walk(Path.of("../docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsPrintWhatThePageShows(Path page) throws IOException {
        String text = Files.readString(page);
        StringBuilder right = new StringBuilder();
        Matcher blocks = COMMANDS.matcher(text);
        while (blocks.find()) {
            String printed = "";
            for (String line : blocks.group(1).lines().toList()) {
                printed += run(line);
            }
            String commands = "```sh\n" + blocks.group(1) + "```\n\n";
            String shown = blocks.group(2) == null ? "" : "```text\n" + printed + "```\n";
            blocks.appendReplacement(right, Matcher.quoteReplacement(commands + shown));
        }
        blocks.appendTail(right);
        if (Boolean.getBoolean("golden.update") && !text.contentEquals(right)) {
            Files.writeString(page, right);
        }
        assertThat(Files.readString(page)).isEqualTo(right.toString());
    }

    /** {@return what a line prints; nothing if it goes to a file, which later lines may read} */
    private String run(String line) throws IOException {
        int from = line.indexOf(" < ");
        if (from >= 0) {
            String input = Files.readString(Path.of("../" + line.substring(from + 3)));
            return Run.withInput(
                            input, line.substring("workload ".length(), from).split(" "))
                    .out();
        }
        int to = line.indexOf(" > ");
        List<String> args = new ArrayList<>();
        for (String word : line.substring("workload ".length(), to < 0 ? line.length() : to)
                .split(" ")) {
            Path made = folder.resolve(word);
            args.add(
                    word.matches("([a-z]+=)?examples/.*")
                            ? word.replaceFirst("examples/", "../examples/")
                            : word.matches("[a-z]+\\.json") && Files.exists(made) ? made.toString() : word);
        }
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.status()).as(line).isIn(0, 1);
        assertThat(run.err()).as(line).isEmpty();
        if (to >= 0) {
            Files.writeString(folder.resolve(line.substring(to + 3)), run.out());
            return "";
        }
        return run.out().replace("../examples/", "examples/");
    }

    @ParameterizedTest
    @MethodSource("pagesWithPrograms")
    void snippetsArePartsOfProgramsThatAreCompiled(Path page) throws IOException {
        String text = Files.readString(page);
        List<List<String>> programs = new ArrayList<>();
        for (MatchResult link : LINK.matcher(text).results().toList()) {
            if (link.group(1).endsWith(".java")) {
                programs.add(stripped(Files.readString(page.resolveSibling(link.group(1)))));
            }
        }
        for (MatchResult block : JAVA.matcher(text).results().toList()) {
            for (String paragraph : block.group(1).split("\\n\\n")) {
                List<String> lines = stripped(paragraph);
                assertThat(programs)
                        .as("%s: in no program that the page links to: %s", page, paragraph)
                        .anyMatch(program -> Collections.indexOfSubList(program, lines) >= 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void buildsNameProfilesAndModulesThatAreThere(Path page) throws IOException {
        String poms = Files.readString(Path.of("../pom.xml")) + Files.readString(Path.of("../architecture/pom.xml"));
        for (MatchResult build : BUILD.matcher(Files.readString(page)).results().toList()) {
            for (MatchResult profile : PROFILE.matcher(build.group()).results().toList()) {
                for (String each : profile.group(1).split(",")) {
                    assertThat(poms).as("%s: %s", page, build.group()).contains("<id>" + each + "</id>");
                }
            }
            for (MatchResult modules : MODULES.matcher(build.group()).results().toList()) {
                for (String each : modules.group(1).split(",")) {
                    assertThat(Path.of("..", each))
                            .as("%s: %s", page, build.group())
                            .exists();
                }
            }
        }
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
            Path target = page.resolveSibling(link.group(1));
            assertThat(target).as("%s", page).exists();
            if (link.group(2) != null && target.toString().endsWith(".md")) {
                assertThat(anchors(Files.readString(target))).as("%s", page).contains(link.group(2));
            }
        }
    }

    /** {@return the anchors of headings, as GitHub makes them} */
    private static List<String> anchors(String text) {
        return text.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
