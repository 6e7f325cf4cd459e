package io.github.workload4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.fleet.ShapeSweep;
import io.github.workload4j.gang.packing.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Stored days ({@code -Dsweep.files=DIRECTORY}) on one core and on two: the same rows, and how long each takes. */
class SweepScalingLongRun {

    private static final long STEPS = 1_000_000;

    @Test
    void twoCoresGiveTheRowsOfOne() throws IOException {
        String directory = System.getProperty("sweep.files");
        Assumptions.assumeTrue(directory != null, "-Dsweep.files=DIRECTORY");
        List<SnapshotRow> days = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            for (Path file : files.sorted().toList()) {
                days.add(SnapshotRow.of(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        assertThat(rows(2, days)).isEqualTo(rows(1, days)).isNotEmpty();
    }

    /** {@return the rows; they are asked twice, and the second time counts} */
    private static List<VerdictRow> rows(int cores, List<SnapshotRow> days) throws IOException {
        ShapeSweep sweep = new ShapeSweep(
                SmallHistory.shapes().stream().map(ShapeRow::toShape).toList(), Budget.steps(STEPS));
        try (SparkSession spark = SmallHistory.session(cores)) {
            List<VerdictRow> rows = List.of();
            for (int turn = 0; turn < 2; turn++) {
                long start = System.nanoTime();
                rows = SparkSweep.verdicts(
                                spark.createDataset(days, SnapshotRow.encoder()).repartition(days.size()), sweep)
                        .orderBy("cluster", "time", "shape")
                        .collectAsList();
                System.out.printf(
                        "local[%d]: %d days, %d rows, %.1f s%n",
                        cores, days.size(), rows.size(), (System.nanoTime() - start) / 1e9);
            }
            return rows;
        }
    }
}
