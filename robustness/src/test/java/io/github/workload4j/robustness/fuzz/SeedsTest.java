package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every input that is kept is no finding: seeds written by hand, what was found once (in files of their own), and what
 * the fuzzer kept because it went a way of its own (in an archive for each target).
 */
class SeedsTest {

    private static final Path FOLDER = Path.of("src/test/resources/seeds");

    @ParameterizedTest
    @EnumSource
    void noSeedIsAFinding(Target target) throws IOException {
        SortedMap<String, byte[]> seeds = seeds(target);
        assertThat(seeds).isNotEmpty();
        List<String> findings = new ArrayList<>();
        seeds.forEach((name, input) -> {
            try {
                target.attack(input);
            } catch (Exception | Error e) {
                findings.add(name + ": " + e);
            }
        });
        assertThat(findings).isEmpty();
    }

    /** {@return the seeds of a target by their names} */
    static SortedMap<String, byte[]> seeds(Target target) throws IOException {
        SortedMap<String, byte[]> seeds = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve(target.folder()))) {
            for (Path file : files.toList()) {
                seeds.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        Path archive = FOLDER.resolve(target.folder() + ".zip");
        if (Files.exists(archive)) {
            try (InputStream in = Files.newInputStream(archive);
                    ZipInputStream zip = new ZipInputStream(in)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    seeds.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return seeds;
    }
}
