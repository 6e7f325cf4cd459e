package io.github.workload4j.spark;

import io.github.workload4j.gang.fleet.ShapeSweep;
import io.github.workload4j.gang.packing.Budget;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Asks the small history's shapes of a directory of stored days, as who submits it would.
 *
 * <p>{@code DIRECTORY OUTPUT EXECUTORS TURNS} waits for the executors, asks {@code TURNS} times, and leaves three files
 * of lines: {@code verdicts} and {@code fits}, sorted, and {@code times} in seconds, the first since the JVM began.
 */
public final class SweepApplication {

    static final long STEPS = 1_000_000;
    private static final int WAIT_SECONDS = 120;

    private SweepApplication() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path output = Path.of(arguments[1]);
        List<String> times = new ArrayList<>();
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            await(spark, Integer.parseInt(arguments[2]));
            long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
            times.add(seconds(System.currentTimeMillis() - begun));
            List<SnapshotRow> rows = days(Path.of(arguments[0]));
            Dataset<SnapshotRow> days =
                    spark.createDataset(rows, SnapshotRow.encoder()).repartition(rows.size());
            for (int turn = 0; turn < Integer.parseInt(arguments[3]); turn++) {
                long start = System.nanoTime();
                List<VerdictRow> verdicts = SparkSweep.verdicts(days, sweep()).collectAsList();
                times.add(seconds((System.nanoTime() - start) / 1_000_000));
                write(output.resolve("verdicts"), verdicts, VerdictRow::toString);
            }
            SparkSweep.register(spark, STEPS);
            days.createOrReplaceTempView("snapshots");
            spark.createDataset(SmallHistory.shapes(), ShapeRow.encoder()).createOrReplaceTempView("shapes");
            write(
                    output.resolve("fits"),
                    spark.sql("SELECT cluster, name, workload_fits(stored, manifests) FROM snapshots CROSS JOIN shapes")
                            .collectAsList(),
                    row -> row.mkString(" "));
        }
        Files.write(output.resolve("times"), times);
    }

    static ShapeSweep sweep() {
        return new ShapeSweep(
                SmallHistory.shapes().stream().map(ShapeRow::toShape).toList(), Budget.steps(STEPS));
    }

    static List<SnapshotRow> days(Path directory) throws IOException {
        List<SnapshotRow> days = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                days.add(SnapshotRow.of(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        return days;
    }

    private static void await(SparkSession spark, int executors) throws InterruptedException {
        long end = System.nanoTime() + WAIT_SECONDS * 1_000_000_000L;
        // The driver is one of those that are told.
        while (spark.sparkContext().statusTracker().getExecutorInfos().length <= executors) {
            if (spark.sparkContext().isStopped() || System.nanoTime() > end) {
                throw new IllegalStateException("no " + executors + " executors (expected: within " + WAIT_SECONDS
                        + " s); what they print is in " + System.getenv("SPARK_HOME"));
            }
            Thread.sleep(20);
        }
    }

    private static String seconds(long milliseconds) {
        return milliseconds / 1000 + "." + milliseconds % 1000 / 100;
    }

    private static <T> void write(Path file, List<T> rows, Function<T, String> line) throws IOException {
        Files.write(file, rows.stream().map(line).sorted().toList());
    }
}
