package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.intent.IntentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever a document says, it is read or told with its place. */
class HostileInputTest {

    private static final Path CASES = Path.of("src/test/resources/intent");
    private static final Path REAL = Path.of("../../shared/conformance/real-manifests");
    private static final List<String> VALUES = List.of(
            "",
            "null",
            "-1",
            "0",
            "2147483647",
            "99999999999999999999",
            "1.5",
            "true",
            "text",
            "'7'",
            "[]",
            "{}",
            "[{}, null, 1]",
            "{a: {b: [c]}}",
            "[[[]]]",
            "{name: [a]}");

    private static final List<String> INPUTS = inputs();

    private static List<String> inputs() {
        try (Stream<Path> files = Files.list(CASES)) {
            List<String> inputs = new ArrayList<>();
            for (Path directory : files.filter(Files::isDirectory).sorted().toList()) {
                inputs.add(Files.readString(directory.resolve("input.yaml")));
            }
            return inputs;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Property(tries = 1500, seed = "17")
    void everyHostileInputIsReadOrToldWithItsPlace(@ForAll Random random) {
        String input = INPUTS.get(random.nextInt(INPUTS.size()));
        for (int i = random.nextInt(4); i >= 0; i--) {
            input = changed(input, random);
        }
        read(input);
    }

    private static String changed(String input, Random random) {
        List<String> lines = new ArrayList<>(input.lines().toList());
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int colon = line.indexOf(':');
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> lines.set(at, line + " " + VALUES.get(random.nextInt(VALUES.size())));
            default -> {
                if (colon >= 0) {
                    lines.set(at, line.substring(0, colon + 1) + " " + VALUES.get(random.nextInt(VALUES.size())));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static void read(String input) {
        IntentReader reader = new IntentReader();
        ManifestReader.lenient().read(input).forEach(reader::add);
        for (ReadingMode mode : ReadingMode.values()) {
            for (Reading reading : reader.readings(mode)) {
                if (!reading.isWhole()) {
                    assertThat(reading.groups()).isEmpty();
                }
                reading.groups().forEach(group -> assertThat(group.pods()).isNotNegative());
                reading.groups().forEach(IntendedGroup::requests);
                reading.faults().forEach(fault -> assertThat(fault.toString()).isNotEmpty());
            }
        }
    }

    @Test
    void manifestsOfPublicRepositoriesAreReadWithoutAnException() throws IOException {
        assumeTrue(Files.isDirectory(REAL), "the real manifests are not beside the project");
        Random random = new Random(17);
        try (Stream<Path> files = Files.list(REAL)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                read(text);
                for (int i = 0; i < 20 && text.length() < 100_000; i++) {
                    read(changed(text, random));
                }
            }
        }
    }
}
