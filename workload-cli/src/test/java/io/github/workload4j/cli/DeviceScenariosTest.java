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
        List<String> inputs = new ArrayList<>(List.of("-f"));
        for (String file : List.of("nodes", "pods", "group", "devices")) {
            inputs.add(FOLDER.resolve(scenario) + "/" + file + ".yaml");
        }
        return run("", List.of("check", "-o", "svg"), inputs).out();
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
