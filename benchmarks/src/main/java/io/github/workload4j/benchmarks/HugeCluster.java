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
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 100,480 nodes in ten zones and 6,280 racks, 1,507,200 pods on them, each an object tree of its own, and a gang of
 * 5,000 pods of ten shapes that want one zone.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class HugeCluster {

    private static final int NODES = 100_480;
    private static final int PODS = 15 * NODES;
    private static final int GANG = 5_000;
    private static final int SHAPES = 10;

    private final GroupRef group = GroupRef.podGroup("default", "train");
    private List<Node> nodes;
    private List<Pod> pods;
    private Groups groups;
    private ClusterSnapshot snapshot;
    private Pod oneMore;

    @Setup
    public void setUp() {
        Random random = new Random(7);
        nodes = new ArrayList<>();
        for (int n = 0; n < NODES; n++) {
            nodes.add(node(n, random));
        }
        pods = new ArrayList<>();
        for (int p = 0; p < PODS; p++) {
            pods.add(pod(
                    "pod-" + p,
                    name(random.nextInt(NODES)),
                    250L * (1 + random.nextInt(8)),
                    512L * (1 + random.nextInt(8)),
                    null));
        }
        oneMore = pod("one-more", name(77), 250, 512, null);
        for (int p = 0; p < GANG; p++) {
            int shape = p % SHAPES;
            pods.add(pod("train-" + p, "", 2_000 + 500L * shape, 4_096 + 1_024L * (shape * 7 % SHAPES), "train"));
        }
        PodGroup train = PodGroup.gang(ApiVersion.V1BETA1, "default", "train", GANG);
        groups = Groups.of(List.of(train.withSpec(train.spec().toBuilder()
                .schedulingConstraints(SchedulingConstraints.sameDomain("topology.kubernetes.io/zone"))
                .build())));
        snapshot = ClusterSnapshot.of(nodes, pods);
    }

    private static String name(int node) {
        return "node-" + node;
    }

    private static Node node(int n, Random random) {
        Map<String, String> labels = Map.of(
                "topology.kubernetes.io/zone",
                "zone-" + n % 10,
                "example.com/rack",
                "rack-" + n / 16,
                "kubernetes.io/hostname",
                name(n));
        Map<String, Quantity> allocatable = Map.of(
                "cpu",
                Quantity.of(32 + 16L * random.nextInt(3)),
                "memory",
                Quantity.parse(128 + 64 * random.nextInt(3) + "Gi"),
                "pods",
                Quantity.of(110));
        return new Node(
                ObjectMeta.of(name(n)).toBuilder().labels(labels).build(),
                NodeSpec.OPEN,
                new NodeStatus(Map.of(), allocatable));
    }

    private static Pod pod(String name, String node, long milliCores, long mebibytes, @Nullable String group) {
        Map<String, Quantity> requests =
                Map.of("cpu", Quantity.parse(milliCores + "m"), "memory", Quantity.parse(mebibytes + "Mi"));
        PodSpec spec = PodSpec.builder()
                .nodeName(node)
                .containers(Container.of("main", requests))
                .schedulingGroup(group == null ? null : new PodSchedulingGroup(group))
                .build();
        return new Pod(ObjectMeta.of("default", name), spec, PodStatus.EMPTY);
    }

    /** A snapshot about which nothing is remembered. */
    @State(Scope.Benchmark)
    public static class Fresh {
        private ClusterSnapshot snapshot;

        @Setup(Level.Invocation)
        public void build(HugeCluster cluster) {
            snapshot = ClusterSnapshot.of(cluster.nodes, cluster.pods);
        }
    }

    /** The first is the first of its process. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 8)
    public Verdict cold(Fresh fresh) {
        return answer(fresh.snapshot);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 3, time = 1)
    public Verdict again() {
        return answer(snapshot);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 3, time = 1)
    public ClusterSnapshot onePodMore() {
        return snapshot.put(oneMore);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 3, time = 1)
    public Verdict onePodMoreAndTheWholeQuestion() {
        return answer(snapshot.put(oneMore));
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 8)
    public ClusterSnapshot build() {
        return ClusterSnapshot.of(nodes, pods);
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 4)
    public Explanation explanation() {
        return Explanation.of(snapshot, groups, group, answer(snapshot), Budget.DEFAULT);
    }

    private Verdict answer(ClusterSnapshot of) {
        Verdict verdict = Feasibility.answer(of, groups, group, Budget.DEFAULT);
        if (!(verdict instanceof Verdict.Feasible)) {
            throw new IllegalStateException(verdict.word() + " (expected: feasible)");
        }
        return verdict;
    }
}
