package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code workload whatif} suggests is true as it stands there: typed in, the group fits. */
class SuggestionsTest {

    /** Most suggestions are found within this many steps, in seconds; {@link SuggestionsLongRun} has more. */
    private static final String STEPS = "300000";

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void suggestionsForTheGoldenFilesFitWhenTypedIn() throws IOException {
        assertThat(ofTheGoldenFiles(STEPS)).hasSizeGreaterThan(40);
    }

    @Test
    void suggestionsForTheFieldSituationsFitWhenTypedIn() {
        assertThat(ofTheFieldSituations(STEPS)).hasSizeGreaterThan(80);
    }

    @Test
    void suggestionsForGangsWithDevicesFitWhenTypedInAndNotWithOneDeviceLessOrOneMoreAsked() throws IOException {
        List<String> typed = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/conformance/devices"))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                if (Files.readString(folder.resolve("expected.yaml")).contains("\nverdict: infeasible")) {
                    List<String> inputs = Stream.of("nodes", "pods", "group", "devices")
                            .flatMap(file -> Stream.of("-f", folder + "/" + file + ".yaml"))
                            .toList();
                    typeIn(inputs, STEPS, typed);
                }
            }
        }
        assertThat(typed).hasSizeGreaterThan(60);
        assertThat(String.join(" ", typed))
                .contains("--add-device", "--devices-at-most", "deviceTaint=", "matchAttribute=", "distinctAttribute=")
                .contains("deviceSelector=");
    }

    /** A device less than is suggested, or one more asked; nothing if there is none such. */
    private static List<String> oneStepLess(List<String> args) {
        List<String> less = new ArrayList<>(args);
        int at = Math.max(args.indexOf("--add-device"), args.indexOf("--devices-at-most"));
        if (at < 0) {
            return List.of();
        }
        Matcher number = Pattern.compile("=([0-9]+)").matcher(args.get(at + 1));
        assertThat(number.find()).isTrue();
        int count = Integer.parseInt(number.group(1)) + (args.get(at).equals("--add-device") ? -1 : 1);
        less.set(at + 1, number.replaceFirst("=" + count));
        return count == 0 ? List.of() : less;
    }

    /** {@return the suggestions that were typed in, each of which was true} */
    static List<String> ofTheGoldenFiles(String steps) throws IOException {
        List<String> typed = new ArrayList<>();
        for (String folder : List.of("whatif", "explain", "check")) {
            try (Stream<Path> files = Files.list(GOLDEN.resolve(folder))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    typeIn(List.of("-f", file.toString()), steps, typed);
                }
            }
        }
        return typed;
    }

    /** {@return the suggestions that were typed in, each of which was true} */
    static List<String> ofTheFieldSituations(String steps) {
        List<String> typed = new ArrayList<>();
        for (FieldSituation situation : FieldSituation.all()) {
            if (Files.exists(situation.folder().resolve("nodes.yaml"))) {
                typeIn(situation.inputs(), steps, typed);
            }
        }
        return typed;
    }

    private static void typeIn(List<String> inputs, String steps, List<String> typed) {
        List<String> whatif = List.of("whatif", "--steps", steps, "-o", "json");
        Run plain = run(whatif, inputs, List.of());
        if (plain.out().isEmpty()) {
            return;
        }
        for (Map<String, Object> group :
                FieldSituation.list(FieldSituation.json(plain).get("groups"))) {
            Map<String, Object> ref = FieldSituation.map(group.get("group"));
            String name = ref.get("namespace") + "/" + ref.get("name")
                    + (ref.containsKey("podGroup") ? "/" + ref.get("podGroup") : "");
            for (Map<String, Object> suggestion : FieldSituation.list(group.get("suggestions"))) {
                List<String> args = FieldSituation.texts(suggestion.get("args"));
                String what = inputs + " " + name + " " + args;
                assertThat(suggestion.get("text").toString()).as(what).contains(amounts(args));
                Run after = run(
                        whatif,
                        inputs,
                        Stream.concat(Stream.of("--group", name), args.stream()).toList());
                assertThat(after.out()).as(what + after.err()).contains("\"after\":\"feasible\"");
                List<String> less = suggestion.get("exact").equals(true) ? oneStepLess(args) : List.of();
                if (!less.isEmpty()) {
                    Run one = run(
                            whatif,
                            inputs,
                            Stream.concat(Stream.of("--group", name), less.stream())
                                    .toList());
                    assertThat(one.out() + one.err())
                            .as(what)
                            .containsAnyOf("\"after\":\"infeasible\"", "asks for more than");
                }
                typed.add(what);
            }
        }
    }

    /** {@return the numbers among the arguments, which the text must name as they are} */
    private static List<String> amounts(List<String> args) {
        return switch (args.get(0)) {
            case "--min-count" -> List.of(args.get(1));
            case "--request-at-most", "--add" -> List.of(args.get(1).replaceAll(".*?=([^:]*).*", "$1"));
            default -> List.of("");
        };
    }

    private static Run run(List<String> before, List<String> inputs, List<String> after) {
        return Run.of(Stream.of(before, inputs, after).flatMap(List::stream).toArray(String[]::new));
    }
}
