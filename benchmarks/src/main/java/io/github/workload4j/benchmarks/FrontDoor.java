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
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Equal pods that want one rack, from snapshot and group to the checked verdict, as measured beside Kueue: nodes of 8
 * GPUs on which up to 3 are taken, and a gang of pods of one GPU each. With half as many racks as in the other case it
 * fits, else it does not. Each question is the first about its snapshot.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FrontDoor {

    /** Nodes, racks, pods of the gang. */
    @Param({"5000 25 1000", "5000 50 1000", "6 2 4"})
    public String size;

    private final GroupRef group = GroupRef.podGroup("default", "g");
    private final List<Node> nodes = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();
    private Groups groups;
    private ClusterSnapshot snapshot;

    @Setup
    public void setUp() {
        String[] numbers = size.split(" ");
        Container container = Container.of(
                "main",
                Map.of("cpu", Quantity.of(2), "memory", Quantity.of(8L << 30), "nvidia.com/gpu", Quantity.of(1)));
        for (int n = 0; n < Integer.parseInt(numbers[0]); n++) {
            String name = "n" + (10_000 + n);
            Map<String, String> labels =
                    Map.of("example.com/rack", "r" + n % Integer.parseInt(numbers[1]), "kubernetes.io/hostname", name);
            Map<String, Quantity> allocatable = Map.of(
                    "cpu",
                    Quantity.of(32),
                    "memory",
                    Quantity.of(128L << 30),
                    "nvidia.com/gpu",
                    Quantity.of(8),
                    "pods",
                    Quantity.of(110));
            nodes.add(new Node(
                    ObjectMeta.builder().name(name).labels(labels).build(),
                    new NodeSpec(false, List.of()),
                    new NodeStatus(Map.of(), allocatable)));
            for (int p = 0; p < n * 7 % 4; p++) {
                pods.add(pod("e" + n + "-" + p, name, container, null));
            }
        }
        int gang = Integer.parseInt(numbers[2]);
        for (int p = 0; p < gang; p++) {
            pods.add(pod("g" + p, "", container, new PodSchedulingGroup("g")));
        }
        PodGroup podGroup = PodGroup.gang(ApiVersion.V1BETA1, "default", "g", gang);
        groups = Groups.of(List.of(podGroup.withSpec(podGroup.spec().toBuilder()
                .schedulingConstraints(SchedulingConstraints.sameDomain("example.com/rack"))
                .build())));
    }

    private static Pod pod(String name, String node, Container container, @Nullable PodSchedulingGroup group) {
        PodSpec spec = PodSpec.builder()
                .nodeName(node)
                .containers(container)
                .schedulingGroup(group)
                .build();
        return new Pod(ObjectMeta.of("default", name), spec, PodStatus.EMPTY);
    }

    /** A snapshot about which nothing is remembered. */
    @Setup(Level.Invocation)
    public void fresh() {
        snapshot = ClusterSnapshot.of(nodes, pods);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 1)
    @Fork(1)
    public Verdict warm() {
        return Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
    }

    /** The first question of a process. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public Verdict first() {
        return Feasibility.answer(snapshot, groups, group, Budget.DEFAULT);
    }
}
