package io.github.workload4j.benchmarks;

import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Objects in memory to a snapshot, and a snapshot to one with a pod more or less. The floor is a plain walk over the
 * same objects.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SnapshotOfCluster {

    private static final int NODES = 5_000;
    private static final int PODS = 150_000;
    private static final int MANY_NODES = 15_000;

    private List<Node> nodes;
    private List<Pod> pods;
    private ClusterSnapshot snapshot;
    private Pod oneMore;
    private Pod oneLess;
    private Node relabelled;
    private ClusterSnapshot large;
    private Node oneNodeMore;

    /** Makes the objects as a reader of a dump does: nothing is shared between them but short words. */
    @Setup
    public void objects() {
        Random random = new Random(5);
        nodes = new ArrayList<>();
        for (int n = 0; n < NODES; n++) {
            nodes.add(node(n, random));
        }
        pods = new ArrayList<>();
        for (int p = 0; p < PODS; p++) {
            pods.add(pod("pod-" + p, "node-" + random.nextInt(NODES), random));
        }
        snapshot = ClusterSnapshot.of(nodes, pods);
        oneMore = pod("one-more", "node-77", random);
        oneLess = pods.get(4711);
        relabelled = node(77, random);
        List<Node> many = new ArrayList<>();
        for (int n = 0; n < MANY_NODES; n++) {
            many.add(node(n, random));
        }
        large = ClusterSnapshot.of(many, pods);
        oneNodeMore = node(MANY_NODES, random);
    }

    static Node node(int n, Random random) {
        return new Node(
                ObjectMeta.of("node-" + n).toBuilder()
                        .labels(Map.of(
                                "zone", "z" + n % 3, "rack", "r" + n % 100, "kubernetes.io/hostname", "node-" + n))
                        .build(),
                NodeSpec.OPEN,
                new NodeStatus(
                        Map.of(),
                        Map.of(
                                "cpu", Quantity.of(32 + 32L * random.nextInt(3)),
                                "memory", Quantity.parse(128 + 128 * random.nextInt(3) + "Gi"),
                                "pods", Quantity.of(110),
                                "ephemeral-storage", Quantity.parse("400Gi"))));
    }

    static Pod pod(String name, String node, Random random) {
        Map<String, Quantity> requests = Map.of(
                "cpu", Quantity.parse(100 * (1 + random.nextInt(20)) + "m"),
                "memory", Quantity.parse(128 * (1 + random.nextInt(16)) + "Mi"));
        return new Pod(
                ObjectMeta.of("ns-" + random.nextInt(50), name).toBuilder()
                        .labels(Map.of(
                                "app",
                                "app-" + random.nextInt(500),
                                "pod-template-hash",
                                Integer.toHexString(random.nextInt())))
                        .build(),
                PodSpec.builder()
                        .nodeName(node)
                        .containers(List.of(Container.of("main", requests)))
                        .build(),
                PodStatus.EMPTY.toBuilder().phase("Running").build());
    }

    /** 5,000 nodes and 150,000 pods. */
    @Benchmark
    public ClusterSnapshot build() {
        return ClusterSnapshot.of(nodes, pods);
    }

    /** The floor: each pod's node name and quantities are looked at once, and nothing is kept. */
    @Benchmark
    public long walk() {
        long sum = 0;
        for (Pod pod : pods) {
            sum += pod.spec().nodeName().hashCode();
            for (Container container : pod.spec().containers()) {
                sum += container.resources().requests().get("cpu").millis();
                sum += container.resources().requests().get("memory").units();
            }
        }
        return sum;
    }

    /** One pod more. */
    @Benchmark
    public ClusterSnapshot addPod() {
        return snapshot.put(oneMore);
    }

    /** One pod less. */
    @Benchmark
    public ClusterSnapshot removePod() {
        return snapshot.removePod(
                oneLess.metadata().namespace(), oneLess.metadata().name());
    }

    /** One node relabelled. */
    @Benchmark
    public ClusterSnapshot changeNode() {
        return snapshot.put(relabelled);
    }

    /** One node more among 15,000, with a name in the first half. */
    @Benchmark
    public ClusterSnapshot addNode() {
        return large.put(oneNodeMore);
    }

    /** One node less of 15,000, with the 30 pods on it. */
    @Benchmark
    public ClusterSnapshot removeNode() {
        return large.drained("node-77").removeNode("node-77");
    }

    /** One node of 15,000 without its 30 pods, cordoned. */
    @Benchmark
    public ClusterSnapshot drainNode() {
        return large.drained("node-77");
    }
}
