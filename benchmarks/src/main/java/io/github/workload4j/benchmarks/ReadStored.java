package io.github.workload4j.benchmarks;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotDifference;
import io.github.workload4j.gang.fleet.GangShape;
import io.github.workload4j.gang.fleet.ShapeAnswer;
import io.github.workload4j.gang.fleet.ShapeSweep;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.SnapshotWriter;
import io.github.workload4j.gang.stored.StoredSnapshot;
import io.github.workload4j.testkit.ClusterGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading a stored snapshot of 5,000 nodes and 149,000 pods, and then changes of 100 pods, half gone and half new: as
 * many as a day has five minutes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadStored {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final int CHANGES = 288;
    private static final int CHANGED = 50;

    private byte[] whole = {};
    private byte[] changes = {};
    private ShapeSweep sweep;

    @Setup
    public void store() throws IOException {
        StringBuilder text = new StringBuilder();
        ClusterGenerator.write(5_000, 150_000, text);
        List<ApiObject> objects = new ArrayList<>();
        ManifestReader.strict().read(text.toString()).forEach(each -> objects.add(((Decoded) each).object()));
        ClusterSnapshot snapshot = ClusterSnapshot.of(objects);
        whole = SnapshotWriter.bytes(NOON, snapshot);
        changes = changes(snapshot);
        sweep = new ShapeSweep(
                List.of(GangShape.of("16", YearOfSnapshots.gang(16, new String[] {"2", "4", "0"}, false))),
                Budget.steps(1_000_000));
    }

    private static byte[] changes(ClusterSnapshot first) throws IOException {
        List<Pod> pods = new ArrayList<>();
        for (int node = 0; node < first.nodes(); node++) {
            pods.addAll(first.podsOn(node));
        }
        Random random = new Random(1);
        ClusterSnapshot snapshot = first;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            writer.write(NOON, snapshot, List.of());
            for (int change = 0; change < CHANGES; change++) {
                List<ApiObject> gone = new ArrayList<>();
                List<ApiObject> put = new ArrayList<>();
                for (int i = 0; i < CHANGED; i++) {
                    int at = random.nextInt(pods.size());
                    Pod pod = pods.get(at);
                    gone.add(pod);
                    String name = pod.metadata().name() + "-" + change;
                    Pod next = pod.withMetadata(
                            pod.metadata().toBuilder().name(name).build());
                    put.add(next);
                    pods.set(at, next);
                }
                snapshot = snapshot.with(new SnapshotDifference(put, gone));
                writer.write(NOON.plusSeconds(change), snapshot, List.of());
            }
        }
        return bytes.toByteArray();
    }

    @Benchmark
    public StoredSnapshot read() throws IOException {
        return SnapshotReader.read(whole);
    }

    /** And the first question, of which nothing is known yet. */
    @Benchmark
    public List<ShapeAnswer> readAndAsk() throws IOException {
        StoredSnapshot stored = SnapshotReader.read(whole);
        return sweep.answers("c", stored.time(), stored.snapshot());
    }

    /** A reader that has read the whole snapshot. */
    @State(Scope.Thread)
    public static class Begun {

        private SnapshotReader reader;

        @Setup(Level.Invocation)
        public void begin(ReadStored stored) throws IOException {
            reader = new SnapshotReader(new ByteArrayInputStream(stored.changes));
            reader.next();
        }
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public StoredSnapshot change(Begun begun) throws IOException {
        StoredSnapshot last = null;
        for (int change = 0; change < CHANGES; change++) {
            last = begun.reader.next().orElseThrow();
        }
        return last;
    }
}
