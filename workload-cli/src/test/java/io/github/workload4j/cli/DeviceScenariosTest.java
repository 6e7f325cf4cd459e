package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The command's answers about gangs with device claims: verdict, exit status, most pods, and that {@code verify}
 * accepts what {@code check} prints. Scenarios that are not yet answered so are named in {@code open.txt}, neither more
 * nor fewer.
 */
class DeviceScenariosTest {

    private static final Path FOLDER = Path.of("src/test/resources/conformance/devices");
    private static final Map<String, Integer> STATUS = Map.of("feasible", 0, "infeasible", 1, "undetermined", 3);

    @Test
    void allButThoseThatAreNamedAgree() throws IOException {
        List<String> disagreements = new ArrayList<>();
        TreeSet<String> disagree = new TreeSet<>();
        for (Path scenario : scenarios()) {
            boolean differs =
                    Files.readString(scenario.resolve("expected.yaml")).contains("\nrelease:");
            for (String release : differs ? List.of("1.38", "1.37", "1.36") : List.of("1.38")) {
                String objection = objection(scenario, release);
                if (!objection.isEmpty()) {
                    disagreements.add(scenario.getFileName() + " (" + release + "): " + objection);
                    disagree.add(scenario.getFileName().toString());
                }
            }
        }
        Path named = Path.of("src/test/resources/conformance/open.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.write(named, disagree);
        }
        TreeSet<String> open = new TreeSet<>(Files.readAllLines(named));
        System.out.println("Scenarios with devices that are open: " + open);
        assertThat(disagree).as(String.join("\n", disagreements)).isEqualTo(open);
    }

    @Test
    void aPictureShowsADeviceInABoxAndSaysWhoGetsWhich() {
        String picture = picture("match-three-each");
        assertThat(picture)
                .contains("devices of class gpu (a box each)", "p0 gets gpu-0, gpu-2, gpu-4", "p1 gets gpu-1")
                .contains("6 devices of class gpu in use, 6 by this group")
                .doesNotContain("too small");
        assertThat(picture("gang-no-rack-has-enough"))
                .contains("0 of 3 devices of class gpu in use")
                .doesNotContain("too small", " gets ");
        assertThat(picture("ext-both-kinds-of-node")).doesNotContain("too small");
    }

    private static String picture(String scenario) {
        return run("", List.of("check", "-o", "svg"), inputs(scenario)).out();
    }

    private static List<String> inputs(String scenario) {
        List<String> inputs = new ArrayList<>(List.of("-f"));
        for (String file : List.of("nodes", "pods", "group", "devices")) {
            inputs.add(FOLDER.resolve(scenario) + "/" + file + ".yaml");
        }
        return inputs;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admin-before-normal-in-one-pod | with admin access is not given to a later claim of the pod",
                "all-more-than-thirty-two | a claim holds at most 32 devices; this one would hold 40",
                "all-takes-everything | devices of class gpu, by all that a node has: 2 needed, 1 free, 1 short",
                "cap-name-unknown | 1 device of class gpu asked; 1 seen, 1 selected, 0 with the capacity asked",
                "cap-shared-short | by capacities of shared devices: 3 needed, 2 free, 1 short",
                "count-two-requests-per-claim | ask for 4 devices of class gpu together; 3 are free",
                "distinct-one-board | 2 devices that differ in attribute gpu.example.com/board asked; at most 1",
                "first-missing-class-in-a-choice | class gone does not exist",
                "first-no-choice-left | by alternatives: 2 needed, 1 free, 1 short",
                "gang-n-minus-one-in-one-pod | its claims ask for 6 devices of class gpu together; 5 are free",
                "group-claim-pins-the-group | not with the devices that they claim",
                "match-and-distinct-conflict | agree in attribute gpu.example.com/numa and differ in attribute",
                "match-three-plus-three | 4 devices that agree in attribute gpu.example.com/numa asked; at most 3",
                "part-counter-set-missing | device a takes of counter set gone, which is not there",
                "part-four-four | by counters of pools: 2 needed, 1 free, 1 short",
                "pool-duplicate-device | two devices are named gpu-0",
                "taint-value-must-match | 1 seen, 1 selected, 1 tainted or unusable",
            })
    void theExplanationNamesTheCause(String scenario, String cause) {
        String told = run("", List.of("check", "--explain"), inputs(scenario)).out();
        assertThat(told.replaceAll("\\s+", " ")).contains(cause);
    }

    private static List<Path> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static String objection(Path scenario, String release) throws IOException {
        Map<String, Object> all;
        try (InputStream in = Files.newInputStream(scenario.resolve("expected.yaml"))) {
            all = new Yaml().load(in);
        }
        Map<Object, Object> releases = (Map<Object, Object>) all.getOrDefault("release", Map.of());
        Map<String, Object> expected = all;
        for (Map.Entry<Object, Object> each : releases.entrySet()) {
            if (String.valueOf(each.getKey()).equals(release)) {
                expected = (Map<String, Object>) each.getValue();
            }
        }
        List<String> also = new ArrayList<>((List<String>) all.getOrDefault("alsoAccept", List.of()));
        String verdict = String.valueOf(expected.get("verdict"));
        List<String> inputs = new ArrayList<>(List.of("--release", release, "-f"));
        for (String file : List.of("nodes", "pods", "group", "devices")) {
            inputs.add(scenario + "/" + file + ".yaml");
        }
        Run run = run("", List.of("check", "-o", "json", "--group", "d/g"), inputs);
        String found = found(run.out());
        if (!found.equals(verdict) && !also.contains(found)) {
            return verdict + " expected, not " + (found.isEmpty() ? run.err() : found);
        }
        if (run.status() != STATUS.get(found)) {
            return "status " + run.status() + " of " + found;
        }
        Object most = expected.get("maxPlaceable");
        if (found.equals("feasible") && !run.out().contains("\"placed\":" + most + ",\"maximal\":true")) {
            return most + " pods expected";
        }
        Run verified = run(run.out(), List.of("verify", "--answer", "-"), inputs);
        return verified.status() == 0 ? "" : "not accepted: " + verified.out() + verified.err();
    }

    private static Run run(String input, List<String> command, List<String> inputs) {
        List<String> all = new ArrayList<>(command);
        all.addAll(inputs);
        return Run.withInput(input, all.toArray(String[]::new));
    }

    private static String found(String json) {
        int at = json.indexOf("\"verdict\":\"");
        return at < 0 ? "" : json.substring(at + 11, json.indexOf('"', at + 11));
    }
}
