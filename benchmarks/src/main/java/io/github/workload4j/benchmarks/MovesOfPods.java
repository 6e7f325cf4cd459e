package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.repair.FewestMoves;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The fewest moves for a gang on nodes with room for half a pod of it each, so that every pod takes one move. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class MovesOfPods {

    private static final GroupRef GROUP = GroupRef.podGroup("default", "train");

    @Param({"100", "1000", "5000"})
    public int nodes;

    @Param({"1", "5"})
    public int moves;

    private GroupQuestion question;
    private Groups groups;
    private Verdict verdict;

    @Setup
    public void setUp() {
        Random random = new Random(3);
        SnapshotBuilder cluster = ClusterSnapshot.builder();
        for (int n = 0; n < nodes; n++) {
            cluster.node("n" + n, Map.of("kubernetes.io/hostname", "n" + n), Map.of("cpu", "64", "pods", "110"));
            int left = 60 - random.nextInt(9);
            for (int p = 0; left > 0; p++) {
                int cpu = Math.min(left, 2 + random.nextInt(11));
                left -= cpu;
                cluster.running("default", "p" + n + "-" + p, "n" + n, Map.of("cpu", cpu + ""));
            }
        }
        for (int p = 0; p < moves; p++) {
            cluster.pending("train-" + p, GROUP, Map.of("cpu", "24"));
        }
        groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "default", "train", moves)));
        question = GroupQuestion.of(cluster.build(), groups, GROUP).orElseThrow();
        verdict = question.answer(Budget.DEFAULT);
        FewestMoves found = fewest();
        if (found.moves().size() != moves || !found.isFewest()) {
            throw new IllegalStateException(found.toString());
        }
    }

    /** {@return the moves, proved to be the fewest} */
    @Benchmark
    public FewestMoves fewest() {
        return FewestMoves.of(question, verdict, groups, List.of(), Budget.DEFAULT.meter());
    }
}
