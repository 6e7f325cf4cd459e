package io.github.workload4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.fleet.GangShape;
import io.github.workload4j.gang.fleet.ShapeSweep;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.SnapshotWriter;
import io.github.workload4j.gang.stored.StoredSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Days of small clusters on two executors' cores, against a plain loop. */
class SparkSweepTest {

    private static final long STEPS = 1_000_000;
    private static final int DAYS = 6;
    private static final ShapeSweep SWEEP =
            new ShapeSweep(SmallHistory.shapes().stream().map(ShapeRow::toShape).toList(), Budget.steps(STEPS));
    private static SparkSession spark;

    @BeforeAll
    static void start() {
        spark = SmallHistory.session(2);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static List<SnapshotRow> days() throws IOException {
        List<SnapshotRow> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            days.add(SnapshotRow.of("c" + day, SmallHistory.stored(day, 10)));
        }
        return days;
    }

    private static Dataset<SnapshotRow> dataset(List<SnapshotRow> rows) {
        return spark.createDataset(rows, SnapshotRow.encoder()).repartition(3);
    }

    /** Cluster, time, shape, verdict and steps, by the library's own questions. */
    private static List<String> loop(List<SnapshotRow> days) throws IOException {
        List<String> rows = new ArrayList<>();
        for (SnapshotRow day : days) {
            try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(day.getStored()))) {
                for (Optional<StoredSnapshot> next = reader.next(); next.isPresent(); next = reader.next()) {
                    for (ShapeRow each : SmallHistory.shapes()) {
                        GangShape shape = GangShape.read(each.getName(), each.getManifests());
                        ClusterSnapshot with = next.get().snapshot().with(shape.waiting());
                        var verdict = Feasibility.answer(with, shape.groups(), shape.group(), Budget.steps(STEPS));
                        rows.add(String.join(
                                " ",
                                day.getCluster(),
                                next.get().time().toString(),
                                each.getName(),
                                verdict.word(),
                                String.valueOf(verdict.steps())));
                    }
                }
            }
        }
        rows.sort(null);
        return rows;
    }

    @Test
    void rowsAreThoseOfThePlainLoop() throws IOException {
        List<SnapshotRow> days = days();
        List<VerdictRow> rows = SparkSweep.verdicts(dataset(days), SWEEP).collectAsList();
        List<String> said = new ArrayList<>(rows.stream()
                .map(row -> String.join(
                        " ",
                        row.getCluster(),
                        row.getTime().toString(),
                        row.getShape(),
                        row.getVerdict(),
                        String.valueOf(row.getSteps())))
                .toList());
        said.sort(null);
        assertThat(said).hasSize(DAYS * 10 * 3).isEqualTo(loop(days));
        assertThat(rows).extracting(VerdictRow::getVerdict).contains("feasible", "infeasible");
        assertThat(rows)
                .filteredOn(row ->
                        row.getShape().contains("rack") && row.getVerdict().equals("feasible"))
                .isNotEmpty()
                .allMatch(row -> row.getDomain().startsWith("example.com/rack="));
    }

    @Test
    void rerunsAgreeInEveryColumnHoweverRowsAreSharedOut() throws IOException {
        Dataset<SnapshotRow> days = dataset(days());
        List<VerdictRow> once = SparkSweep.verdicts(days, SWEEP.withCertificates())
                .orderBy("cluster", "time", "shape")
                .collectAsList();
        List<VerdictRow> again = SparkSweep.verdicts(days.repartition(1), SWEEP.withCertificates())
                .orderBy("cluster", "time", "shape")
                .collectAsList();
        assertThat(again).isEqualTo(once);
        assertThat(once).anyMatch(row -> row.getCertificate() != null);
    }

    @Test
    void theColumnsAreThoseOfTheSchemas() throws IOException {
        assertThat(SparkSweep.verdicts(dataset(days()), SWEEP).schema()).isEqualTo(VerdictRow.SCHEMA);
        assertThat(SnapshotRow.encoder().schema()).isEqualTo(SnapshotRow.SCHEMA);
        assertThat(sorted(ShapeRow.encoder().schema().fieldNames())).isEqualTo(sorted(ShapeRow.SCHEMA.fieldNames()));
    }

    private static List<String> sorted(String[] names) {
        return Arrays.stream(names).sorted().toList();
    }

    @Test
    void verdictsAreRowsAsAnyOthers() throws IOException {
        List<SnapshotRow> rows = days();

        Dataset<SnapshotRow> snapshots = spark.createDataset(rows, SnapshotRow.encoder());
        Dataset<VerdictRow> verdicts = SparkSweep.verdicts(snapshots, SWEEP);
        Dataset<Row> counts = verdicts.groupBy("shape", "verdict").count();

        long all = counts.collectAsList().stream().mapToLong(row -> row.getLong(2)).sum();
        assertThat(all).isEqualTo(verdicts.count());
    }

    @Test
    void sqlAsksOneSnapshotAtATime() throws IOException {
        Dataset<SnapshotRow> snapshots = dataset(days());
        Dataset<ShapeRow> shapes = spark.createDataset(SmallHistory.shapes(), ShapeRow.encoder());

        SparkSweep.register(spark, STEPS);
        snapshots.createOrReplaceTempView("snapshots");
        shapes.createOrReplaceTempView("shapes");
        List<Row> rows = spark.sql("SELECT cluster, name, workload_fits(stored, manifests) AS fits"
                        + " FROM snapshots CROSS JOIN shapes ORDER BY cluster, name")
                .collectAsList();
        assertThat(rows).hasSize(DAYS * 3);
        SnapshotRow first = days().get(0);
        for (int s = 0; s < 3; s++) {
            GangShape shape =
                    GangShape.read("shape", SmallHistory.shapes().get(s).getManifests());
            ClusterSnapshot with =
                    SnapshotReader.read(first.getStored()).snapshot().with(shape.waiting());
            String word = Feasibility.answer(with, shape.groups(), shape.group(), Budget.steps(STEPS))
                    .word();
            String name = SmallHistory.shapes().get(s).getName();
            Row row = rows.stream()
                    .filter(each ->
                            each.getString(0).equals("c0") && each.getString(1).equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.getBoolean(2)).isEqualTo(word.equals("feasible"));
        }
        assertThat(spark.sql("SELECT workload_fits(NULL, 'x')").first().isNullAt(0))
                .isTrue();
    }

    @Test
    void whatIsNoSnapshotFailsWithItsPlace() {
        Dataset<SnapshotRow> wrong = dataset(List.of(SnapshotRow.of("c", new byte[] {1, 2, 3})));
        assertThatThrownBy(() -> SparkSweep.verdicts(wrong, SWEEP).collectAsList())
                .hasStackTraceContaining("no stored snapshot: it does not begin as one does");
    }

    @Test
    void aShapeThatCannotBeReadIsRefusedBeforeTheJob() {
        assertThatThrownBy(() -> ShapeRow.of("odd", "kind: Odd").toShape())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("shape odd: ");
        assertThatThrownBy(() -> SparkSweep.register(spark, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("steps: 0 (expected: 1 or more)");
    }

    @Test
    void bytesOfOneSnapshotAreARowToo() throws IOException {
        byte[] one = SnapshotWriter.bytes(
                SmallHistory.START,
                SnapshotReader.read(SmallHistory.stored(1, 1)).snapshot());
        List<VerdictRow> rows = SparkSweep.verdicts(dataset(List.of(SnapshotRow.of("c", one))), SWEEP)
                .collectAsList();
        assertThat(rows).hasSize(3).allMatch(row -> row.getTime().equals(SmallHistory.START));
    }
}
