package io.github.workload4j.gang.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.stored.SnapshotFormatException;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.SnapshotWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeSweepTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Budget BUDGET = Budget.steps(1_000_000);

    /** All of one name, as variants of one job are. */
    private static final List<GangShape> SHAPES =
            List.of(shape(2, "3", false), shape(4, "2", false), shape(4, "2", true), shape(9, "4", false));

    private static GangShape shape(int pods, String cpu, boolean inRack) {
        return GangShape.read(
                pods + " x " + cpu + (inRack ? " in a rack" : ""), ShapeManifests.gang(pods, cpu, inRack));
    }

    /** Two racks of three nodes, on which pods of another team come and go. */
    private static List<ClusterSnapshot> history(long seed) {
        SnapshotBuilder builder = ClusterSnapshot.builder();
        for (int n = 0; n < 6; n++) {
            builder.node("n" + n, Map.of("example.com/rack", "r" + n / 3), Map.of("cpu", "6", "pods", "20"));
        }
        List<ClusterSnapshot> history = new ArrayList<>(List.of(builder.build()));
        Random random = new Random(seed);
        for (int point = 1; point < 20; point++) {
            ClusterSnapshot last = history.get(point - 1);
            history.add(
                    random.nextInt(4) == 0
                            ? last.removePod("team", "p" + random.nextInt(point))
                            : last.put(ShapeManifests.running(
                                    "p" + point, "n" + random.nextInt(6), 1 + random.nextInt(4))));
        }
        return history;
    }

    private static byte[] stored(List<ClusterSnapshot> history) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            for (int point = 0; point < history.size(); point++) {
                writer.write(NOON.plusSeconds(300L * point), history.get(point), List.of());
            }
        }
        return bytes.toByteArray();
    }

    /** What a table has of an answer. */
    private static List<Object> row(ShapeAnswer answer) {
        return List.of(
                answer.time(),
                answer.answer().cluster(),
                answer.shape(),
                answer.answer().verdict(),
                answer.reason(),
                answer.domain(),
                answer.missing(),
                String.valueOf(answer.certificate()));
    }

    private static List<List<Object>> rows(ShapeSweep sweep, String cluster, byte[] stored) {
        try (Stream<ShapeAnswer> answers = sweep.answers(cluster, new ByteArrayInputStream(stored))) {
            return answers.map(ShapeSweepTest::row).toList();
        }
    }

    /** What the page of many snapshots shows. */
    @Test
    void aHistoryBecomesATable(@TempDir Path folder) throws IOException {
        Path train = Files.writeString(folder.resolve("train.yaml"), ShapeManifests.gang(4, "2", true));
        Path path = Files.write(folder.resolve("prod-eu.snap"), stored(history(1)));
        List<ApiObject> objects = objects(ShapeManifests.gang(1, "1", false));
        List<String> table = new ArrayList<>();

        List<GangShape> shapes = List.of(
                GangShape.read("16 x 8 GPUs in one rack", Files.readString(train)),
                GangShape.of("a group and its pods as objects", objects));
        ShapeSweep sweep = new ShapeSweep(shapes, Budget.steps(1_000_000));
        try (Stream<ShapeAnswer> answers = sweep.answers("prod-eu", Files.newInputStream(path))) {
            answers.forEach(answer -> table.add(
                    answer.time() + " " + answer.shape() + " " + answer.answer().verdict()));
        }

        assertThat(table).hasSize(2 * 20).allMatch(row -> row.startsWith("2026-11-30T1"));
        List<Path> files = List.of(path, path);
        long answers = files.parallelStream()
                .flatMap(file -> sweep.answers("prod-eu", open(file)))
                .count();
        assertThat(answers).isEqualTo(2 * 2 * 20);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ApiObject> objects(String manifests) {
        List<ApiObject> objects = new ArrayList<>();
        for (Document document : ManifestReader.strict().read(manifests)) {
            objects.add(((Decoded) document).object());
        }
        return objects;
    }

    @Test
    void eachAnswerIsTheOneOfAQuestionAskedAlone() throws IOException {
        ShapeSweep sweep = new ShapeSweep(SHAPES, BUDGET);
        byte[] stored = stored(history(1));
        List<String> verdicts = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        try (Stream<ShapeAnswer> answers = sweep.answers("c", new ByteArrayInputStream(stored));
                SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(stored))) {
            answers.forEach(answer -> verdicts.add(
                    answer.time() + " " + answer.shape() + " " + answer.answer().verdict()));
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                for (GangShape shape : SHAPES) {
                    ClusterSnapshot fresh = SnapshotReader.read(
                                    SnapshotWriter.bytes(NOON, next.get().snapshot()))
                            .snapshot()
                            .with(shape.waiting());
                    alone.add(next.get().time() + " " + shape.name() + " "
                            + Feasibility.answer(fresh, shape.groups(), shape.group(), BUDGET));
                }
            }
        }
        assertThat(verdicts).hasSize(80).containsExactlyElementsOf(alone);
        assertThat(verdicts)
                .anyMatch(verdict -> verdict.contains("infeasible"))
                .anyMatch(verdict -> verdict.contains(": feasible"));
    }

    @Test
    void rowsAreTheSameHoweverTheyAreSharedOut() throws IOException {
        ShapeSweep sweep = new ShapeSweep(SHAPES, BUDGET).withCertificates();
        List<byte[]> files = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            files.add(stored(history(seed)));
        }
        List<List<Object>> loop = new ArrayList<>();
        for (int f = 0; f < files.size(); f++) {
            loop.addAll(rows(sweep, "c" + f, files.get(f)));
        }
        List<List<Object>> parallel = IntStream.range(0, files.size())
                .parallel()
                .boxed()
                .flatMap(f -> rows(sweep, "c" + f, files.get(f)).stream())
                .toList();
        assertThat(parallel).hasSize(640).isEqualTo(loop);
    }

    @Test
    void aRowSaysWhereItFitsOrWhatIsMissing() {
        List<ShapeAnswer> answers = new ShapeSweep(SHAPES, BUDGET)
                .withCertificates()
                .answers("c", NOON, history(1).get(0));
        assertThat(answers.get(2).domain()).contains("example.com/rack=r0");
        assertThat(answers.get(2).missing()).isEqualTo(BigInteger.ZERO);
        assertThat(answers.get(2).certificate()).isNull();
        assertThat(answers.get(3).answer().verdict().word()).isEqualTo("infeasible");
        assertThat(answers.get(3).domain()).isEmpty();
        assertThat(answers.get(3).certificate()).startsWith("{");
        ShapeAnswer more = new ShapeSweep(List.of(shape(10, "4", false)), BUDGET)
                .answers("c", NOON, history(1).get(0))
                .get(0);
        assertThat(more.missing()).isEqualTo(BigInteger.valueOf(4_000));
        assertThat(more)
                .hasToString("ShapeAnswer[2026-11-30T12:00:00Z, c, 10 x 4: ml/train: infeasible:"
                        + " certificate of 1 cases, 1 classes of pods, 6 nodes (3 steps)]");
    }

    @Test
    void whatIsNotTriedSaysWhy() {
        GangShape tooFew =
                GangShape.read("too few", ShapeManifests.gang(2, "1", false).replace("minCount: 2", "minCount: 3"));
        ShapeAnswer answer = new ShapeSweep(List.of(tooFew), BUDGET)
                .answers("c", NOON, history(1).get(0))
                .get(0);
        assertThat(answer.reason()).contains("QuorumNotReached");
        assertThat(answer.missing()).isEqualTo(BigInteger.ZERO);
    }

    @Test
    void bytesThatAreCutOffAreRefusedWhereTheyEnd() throws IOException {
        byte[] stored = stored(history(1));
        byte[] cut = Arrays.copyOf(stored, stored.length - 1);
        assertThatThrownBy(() -> rows(new ShapeSweep(SHAPES, BUDGET), "c", cut))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageStartingWith("damaged: it is cut off (in what begins at byte ");
    }

    @Test
    void aBudgetWithATimeIsRefusedAndSoAreTwoShapesOfOneName() {
        assertThatThrownBy(() -> new ShapeSweep(SHAPES, new Budget(1_000, Duration.ofSeconds(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("budget: a time of PT1S (expected: steps alone, so that answers can be repeated)");
        assertThatThrownBy(() -> new ShapeSweep(List.of(SHAPES.get(0), SHAPES.get(0)), BUDGET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shapes: two are named 2 x 3");
    }
}
