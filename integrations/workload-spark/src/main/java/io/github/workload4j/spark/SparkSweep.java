package io.github.workload4j.spark;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.fleet.ShapeAnswer;
import io.github.workload4j.gang.fleet.ShapeSweep;
import io.github.workload4j.gang.packing.StopReason;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.reflect.ClassTag$;

/**
 * Asks the same shapes of many snapshots, on all executors.
 *
 * <p>An answer depends on its snapshot, its shape and the steps, on nothing else: a task that runs again, on whatever
 * machine, gives the same rows. They are those of the {@link ShapeSweep}, which does the work. It is broadcast once,
 * and each executor reads its shapes once.
 *
 * @since 0.1.0
 */
public final class SparkSweep {

    private SparkSweep() {}

    /**
     * {@return what each cluster says to each shape at each moment that was stored}
     *
     * <p>A row that cannot be read fails the job, with the place in its bytes.
     */
    public static Dataset<VerdictRow> verdicts(Dataset<SnapshotRow> snapshots, ShapeSweep sweep) {
        Broadcast<ShapeSweep> asked = requireNonNull(snapshots, "snapshots")
                .sparkSession()
                .sparkContext()
                .broadcast(requireNonNull(sweep, "sweep"), ClassTag$.MODULE$.apply(ShapeSweep.class));
        FlatMapFunction<SnapshotRow, VerdictRow> ask = row -> asked.value()
                .answers(row.getCluster(), new ByteArrayInputStream(row.getStored()))
                .map(SparkSweep::row)
                .iterator();
        Column[] inOrder = Arrays.stream(VerdictRow.SCHEMA.fieldNames())
                .map(functions::col)
                .toArray(Column[]::new);
        return snapshots.flatMap(ask, VerdictRow.encoder()).select(inOrder).as(VerdictRow.encoder());
    }

    /** A task that is being killed has no answers. */
    private static VerdictRow row(ShapeAnswer answer) {
        if (answer.answer().verdict() instanceof Verdict.Undetermined open
                && open.stopped() == StopReason.INTERRUPTED) {
            throw new CancellationException("interrupted at " + answer.time());
        }
        return VerdictRow.of(answer);
    }

    /**
     * Registers {@code workload_fits(snapshot, shape)} for SQL: whether the group in manifests fits the snapshot in
     * stored bytes, of several the first. It is true if it fits or runs already, false if it is proved that it does not
     * fit, and null if it is undetermined, may not be tried, or an argument is null.
     *
     * @param steps what each answer may cost
     * @throws IllegalArgumentException if {@code steps} is below 1
     */
    public static void register(SparkSession session, long steps) {
        requireNonNull(session, "session")
                .udf()
                .register("workload_fits", new WorkloadFits(steps), DataTypes.BooleanType);
    }
}
