package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.ClusterSnapshot;
import io.github.workload4j.gang.Feasibility;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Groups;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.whatif.SlotTable;
import io.github.workload4j.gang.GroupQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A gang that does not fit 15,000 nodes: what the verdict costs, and what its explanation costs on top. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExplainGang {

    private static final int NODES = 15_000;
    private static final int PODS = 1_024;

    /** One rack for all and one shape of pods; or anywhere and three shapes, with too few devices in all. */
    @Param({"rack", "anywhere"})
    public String gang;

    private ClusterSnapshot snapshot;
    private Groups groups;
    private final GroupRef group = GroupRef.podGroup("ml", "train");
    private Verdict verdict;

    @Setup
    public void setUp() {
        List<Node> nodes = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        for (int n = 0; n < NODES; n++) {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put("kubernetes.io/hostname", "n" + n);
            labels.put("example.com/rack", "r" + n / 16);
            labels.put("topology.kubernetes.io/zone", "z" + n / 5_000);
            Map<String, Quantity> allocatable = new LinkedHashMap<>();
            allocatable.put("cpu", Quantity.of(96));
            allocatable.put("memory", Quantity.of(768L << 30));
            allocatable.put("nvidia.com/gpu", Quantity.of(8));
            allocatable.put("pods", Quantity.of(110));
            List<Taint> taints = n % 50 == 0 ? List.of(new Taint("dedicated", "infra", "NoSchedule")) : List.of();
            nodes.add(new Node(
                    ObjectMeta.builder().name("n" + n).labels(labels).build(),
                    new NodeSpec(n % 211 == 0, taints),
                    new NodeStatus(Map.of(), allocatable)));
            for (int p = 0; p < 1 + n % 4; p++) {
                pods.add(pod("other-" + n + "-" + p, "n" + n, 4 + n % 7, 1 + (n + p) % 3, null));
            }
        }
        boolean rack = gang.equals("rack");
        for (int p = 0; p < PODS * (rack ? 1 : 16); p++) {
            pods.add(pod("train-" + p, "", rack ? 8 : 4 + 4 * (p % 3), rack ? 4 : 2 + p % 3, "train"));
        }
        snapshot = ClusterSnapshot.of(nodes, pods);
        PodGroup podGroup = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", PODS * (rack ? 1 : 16));
        if (rack) {
            podGroup = podGroup.withSpec(podGroup.spec().toBuilder()
                    .schedulingConstraints(SchedulingConstraints.sameDomain("example.com/rack"))
                    .build());
        }
        groups = Groups.of(List.of(podGroup));
        verdict = verdict();
        if (!(verdict instanceof Verdict.Infeasible)) {
            throw new IllegalStateException(verdict.word() + " (expected: infeasible)");
        }
    }

    private static Pod pod(String name, String node, int cpu, int gpu, String group) {
        Map<String, Quantity> requests = new LinkedHashMap<>();
        requests.put("cpu", Quantity.of(cpu));
        requests.put("memory", Quantity.of((long) cpu << 32));
        requests.put("nvidia.com/gpu", Quantity.of(gpu));
        PodSpec.Builder spec =
                PodSpec.builder().nodeName(node).containers(List.of(Container.of("main", requests)));
        if (group != null) {
            spec.schedulingGroup(new PodSchedulingGroup(group));
        }
        return new Pod(ObjectMeta.of("ml", name), spec.build(), PodStatus.EMPTY);
    }

    @Benchmark
    public Verdict verdict() {
        return Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
    }

    @Benchmark
    public Explanation explanation() {
        return Explanation.of(snapshot, groups, group, verdict, Budget.DEFAULT);
    }

    @Benchmark
    public SlotTable slots() {
        return SlotTable.of(
                GroupQuestion.of(snapshot, groups, group).orElseThrow(),
                0,
                List.of("topology.kubernetes.io/zone", "example.com/rack"));
    }
}
