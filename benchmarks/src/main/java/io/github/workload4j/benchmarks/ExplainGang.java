package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.whatif.SlotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A gang on 15,000 nodes, such that does not fit or does: what the verdict costs, and what its explanation costs on
 * top.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExplainGang {

    private static final int PODS = 1_024;

    /**
     * One rack for all and one shape of pods; or anywhere and three shapes, with too few devices in all; or few enough,
     * so that it fits.
     */
    @Param({"rack", "anywhere", "feasible"})
    public String gang;

    private ClusterSnapshot snapshot;
    private Groups groups;
    private final GroupRef group = GroupRef.podGroup("ml", "train");
    private Verdict verdict;

    @Setup
    public void setUp() {
        List<Pod> pods = new ArrayList<>(GpuCluster.pods());
        boolean rack = gang.equals("rack");
        int members = gang.equals("anywhere") ? PODS * 16 : PODS;
        for (int p = 0; p < members; p++) {
            pods.add(GpuCluster.pod("train-" + p, "", rack ? 8 : 4 + 4 * (p % 3), rack ? 4 : 2 + p % 3, "train"));
        }
        snapshot = ClusterSnapshot.of(GpuCluster.nodes(), pods);
        PodGroup podGroup = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", members);
        if (rack) {
            podGroup = podGroup.withSpec(podGroup.spec().toBuilder()
                    .schedulingConstraints(SchedulingConstraints.sameDomain("example.com/rack"))
                    .build());
        }
        groups = Groups.of(List.of(podGroup));
        verdict = verdict();
        if (verdict instanceof Verdict.Feasible != gang.equals("feasible")) {
            throw new IllegalStateException(verdict.word() + " (expected: " + gang + ")");
        }
    }

    @Benchmark
    public Verdict verdict() {
        return Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
    }

    @Benchmark
    public Explanation explanation() {
        return Explanation.of(snapshot, groups, group, verdict, Budget.DEFAULT);
    }

    /** Whether kube-scheduler's own cycle would find out, which is not part of an explanation. */
    @Benchmark
    public Optional<Greedy> greedy() {
        return Explanation.greedy(Feasibility.open(snapshot, groups, group), verdict, Budget.DEFAULT.meter());
    }

    @Benchmark
    public SlotTable slots() {
        return SlotTable.of(
                GroupQuestion.of(snapshot, groups, group).orElseThrow(),
                0,
                List.of("topology.kubernetes.io/zone", "example.com/rack"));
    }
}
