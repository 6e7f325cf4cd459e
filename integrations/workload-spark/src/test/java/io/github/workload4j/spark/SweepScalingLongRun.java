package io.github.workload4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stored days ({@code -Dsweep.files=DIRECTORY}) on one executor and on two, each a process with one core: the rows of
 * the plain loop, and how long they take.
 */
class SweepScalingLongRun {

    private static final String DIRECTORY = System.getProperty("sweep.files");

    @TempDir
    Path home;

    @Test
    void oneExecutorAndTwoGiveTheRowsOfThePlainLoop() throws IOException, InterruptedException {
        Assumptions.assumeTrue(DIRECTORY != null, "-Dsweep.files=DIRECTORY");
        List<String> loop = ExecutorsTest.loop(SweepApplication.days(Path.of(DIRECTORY)));
        assertThat(rows(1)).isEqualTo(loop).isNotEmpty();
        assertThat(rows(2)).isEqualTo(loop);
    }

    private List<String> rows(int executors) throws IOException, InterruptedException {
        new SparkSubmission(home, executors, 512, "-XX:+UseSerialGC")
                .run(
                        SweepApplication.class,
                        Duration.ofMinutes(20),
                        DIRECTORY,
                        home.toString(),
                        String.valueOf(executors),
                        "3");
        System.out.printf(
                "%d executors: seconds until they are there, then of each turn: %s%n",
                executors, Files.readAllLines(home.resolve("times")));
        return Files.readAllLines(home.resolve("verdicts"));
    }
}
