package io.github.workload4j.spark;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.fleet.ClusterAnswer;
import io.github.workload4j.gang.fleet.GangShape;
import io.github.workload4j.gang.fleet.ShapeSweep;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.stored.SnapshotFormatException;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.StoredSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.spark.sql.api.java.UDF2;

/** {@code workload_fits}: rows of a join come snapshot by snapshot, so each thread keeps the one that it read last. */
final class WorkloadFits implements UDF2<byte[], String, Boolean> {

    private static final long serialVersionUID = 1;
    private static final ThreadLocal<Read> LAST = new ThreadLocal<>();

    private final long steps;

    /** Bytes, and the snapshot that they are. */
    private record Read(byte[] bytes, StoredSnapshot snapshot) {}

    WorkloadFits(long steps) {
        this.steps = Budget.steps(steps).steps();
    }

    @Override
    public Boolean call(byte[] snapshot, String shape) throws SnapshotFormatException {
        if (snapshot == null || shape == null) {
            return null;
        }
        StoredSnapshot stored = read(snapshot);
        ShapeSweep sweep = new ShapeSweep(List.of(GangShape.read("shape", shape)), Budget.steps(steps));
        ClusterAnswer answer =
                sweep.answers("", stored.time(), stored.snapshot()).get(0).answer();
        if (answer.verdict() instanceof Verdict.Undetermined open && open.stopped() == StopReason.INTERRUPTED) {
            throw new CancellationException("interrupted at " + stored.time());
        }
        return answer.takesIt() ? Boolean.TRUE : answer.verdict() instanceof Verdict.Infeasible ? Boolean.FALSE : null;
    }

    private static StoredSnapshot read(byte[] bytes) throws SnapshotFormatException {
        Read last = LAST.get();
        if (last == null || !Arrays.equals(last.bytes, bytes)) {
            last = new Read(bytes, SnapshotReader.read(bytes));
            LAST.set(last);
        }
        return last.snapshot;
    }
}
