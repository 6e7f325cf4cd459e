package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jazzer attacks each target for a while, in a process of its own: {@code mvn -Pfuzz test -Dfuzz.seconds=600}. It
 * begins with all seeds. What it learns is kept in {@code target/fuzz}, and so are findings; a finding is mended and
 * its input kept with the seeds.
 */
class FuzzingLongRun {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final Path WORK = Path.of("target/fuzz");

    @ParameterizedTest
    @EnumSource
    void jazzerFindsNothing(Target target) throws IOException, InterruptedException {
        assumeThat(isThere()).as("Jazzer is on the class path: -Pfuzz").isTrue();
        String targets = System.getProperty("fuzz.targets", "all");
        assumeThat(targets.equals("all") || List.of(targets.split(",")).contains(target.name()))
                .isTrue();
        Path learned = Files.createDirectories(WORK.resolve(target.folder()).resolve("learned"));
        Path findings = Files.createDirectories(WORK.resolve(target.folder()).resolve("findings"));
        Path log = WORK.resolve(target.folder()).resolve("log.txt");
        for (Map.Entry<String, byte[]> seed : SeedsTest.seeds(target).entrySet()) {
            Files.write(learned.resolve(seed.getKey()), seed.getValue());
        }
        Process jazzer = new ProcessBuilder(command(target, learned, findings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Duration cpu = Duration.ZERO;
        while (!jazzer.waitFor(1, TimeUnit.SECONDS)) {
            cpu = jazzer.info().totalCpuDuration().orElse(cpu);
        }
        System.out.println(
                target + ": " + last(log, " cov: ") + " " + last(log, "Done ") + ", " + cpu.toSeconds() + " s of CPU");
        assertThat(jazzer.exitValue()).as("see " + log.toAbsolutePath()).isZero();
    }

    private static String last(Path log, String word) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(word)).reduce("", (before, line) -> line);
        }
    }

    private static boolean isThere() {
        try {
            Class.forName(JAZZER);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static List<String> command(Target target, Path learned, Path findings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xss1m",
                "-cp",
                System.getProperty("java.class.path"),
                JAZZER,
                "--target_class=" + JazzerEntry.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=io.github.workload4j.api.**:io.github.workload4j.policy.**"
                        + ":io.github.workload4j.gang.**:io.github.workload4j.intent.**:io.github.workload4j.cli.**",
                "--keep_going=1",
                "--reproducer_path=" + findings,
                "-artifact_prefix=" + findings + "/",
                "-dict=src/test/resources/manifest.dict",
                "-timeout=300",
                "-rss_limit_mb=3000",
                "-max_total_time=" + System.getProperty("fuzz.seconds", "60"),
                "-print_final_stats=1"));
        command.add(learned.toString());
        return command;
    }
}
