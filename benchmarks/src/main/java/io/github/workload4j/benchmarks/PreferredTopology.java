package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.FewestDomains;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
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

/** A gang on 15,000 nodes in 938 racks: whether it fits, and beyond that in how few racks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PreferredTopology {

    /** Pods, and how many shapes they have. */
    @Param({"64 1", "1024 1", "1024 3"})
    public String gang;

    private GroupQuestion question;
    private Verdict.Feasible verdict;

    @Setup
    public void setUp() {
        String[] numbers = gang.split(" ");
        int members = Integer.parseInt(numbers[0]);
        int shapes = Integer.parseInt(numbers[1]);
        List<Pod> pods = new ArrayList<>(GpuCluster.pods());
        for (int p = 0; p < members; p++) {
            pods.add(GpuCluster.pod("train-" + p, "", 4 + 4 * (p % shapes), 2 + p % shapes, "train"));
        }
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", members)));
        ClusterSnapshot snapshot = ClusterSnapshot.of(GpuCluster.nodes(), pods);
        question = GroupQuestion.of(snapshot, groups, GroupRef.podGroup("ml", "train"))
                .orElseThrow();
        verdict = (Verdict.Feasible) feasibility();
    }

    @Benchmark
    public Verdict feasibility() {
        return question.answer(Budget.DEFAULT);
    }

    @Benchmark
    public FewestDomains fewestRacks() {
        return FewestDomains.of(question, verdict, "example.com/rack", Budget.DEFAULT.meter(), Preference.SEARCH);
    }
}
