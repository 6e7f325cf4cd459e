package io.github.workload4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.fleet.ShapeSweep;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.StoredSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Days of small clusters on two executors that are processes of their own, against a plain loop. */
class ExecutorsTest {

    private static final int DAYS = 8;
    private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto";
    private static final ShapeSweep SWEEP = SweepApplication.sweep();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path directory;

    private static List<SnapshotRow> days;

    @BeforeAll
    static void submit() throws IOException, InterruptedException {
        Path stored = Files.createDirectory(directory.resolve("stored"));
        for (int day = 0; day < DAYS; day++) {
            Files.write(stored.resolve("c" + day), SmallHistory.stored(day, 10));
        }
        days = SweepApplication.days(stored);
        new SparkSubmission(directory, 2, 512, QUICK)
                .run(SweepApplication.class, Duration.ofMinutes(5), stored.toString(), directory.toString(), "2", "1");
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(directory.resolve(file));
    }

    @Test
    void rowsAreThoseOfThePlainLoop() throws IOException {
        assertThat(lines("verdicts")).hasSize(DAYS * 10 * 3).isEqualTo(loop(days));
    }

    /** {@return the rows, all their columns, in the order of the text} */
    static List<String> loop(List<SnapshotRow> days) {
        List<String> rows = new ArrayList<>();
        for (SnapshotRow day : days) {
            SWEEP.answers(day.getCluster(), new ByteArrayInputStream(day.getStored()))
                    .forEach(answer -> rows.add(VerdictRow.of(answer).toString()));
        }
        rows.sort(null);
        return rows;
    }

    @Test
    void theColumnOfSqlSaysWhatTheLoopDoes() throws IOException {
        List<String> loop = new ArrayList<>();
        for (SnapshotRow day : days) {
            StoredSnapshot first = SnapshotReader.read(day.getStored());
            SWEEP.answers(day.getCluster(), first.time(), first.snapshot())
                    .forEach(answer -> loop.add(day.getCluster() + " " + answer.shape() + " "
                            + answer.answer().verdict().word().equals("feasible")));
        }
        loop.sort(null);
        assertThat(lines("fits")).hasSize(DAYS * 3).isEqualTo(loop);
    }

    /** Each works in a directory of its own, and has written there after each task how many it had read. */
    @Test
    void eachExecutorReadsTheShapesOnceForAllItsTasks() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("work"))) {
            List<List<String>> reads = new ArrayList<>();
            for (Path file : files.filter(each -> each.endsWith("reads")).toList()) {
                reads.add(Files.readAllLines(file));
            }
            assertThat(reads)
                    .hasSize(2)
                    .allSatisfy(executor -> assertThat(executor).contains("1").isSubsetOf("0", "1"));
            assertThat(reads.stream().flatMap(List::stream).filter("1"::equals)).hasSizeGreaterThanOrEqualTo(DAYS);
        }
    }

    @Test
    void anApplicationThatIsNotOverIsEnded(@TempDir Path home) {
        assertThatThrownBy(() -> new SparkSubmission(home, 1, 512, QUICK)
                        .run(SweepApplication.class, Duration.ofSeconds(1), "none", "none", "1", "1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("not over after PT1S: ");
    }
}
