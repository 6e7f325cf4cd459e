package io.github.workload4j.benchmarks;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.LiveSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What events cost a live snapshot of 5,000 nodes and 150,000 pods. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class SnapshotEvents {

    private static final int NODES = 5_000;
    private static final int PODS = 150_000;

    private final LiveSnapshot live = new LiveSnapshot();
    private List<Node> nodes;
    private List<Pod> pods;
    private int turn;
    private long version;

    /** Fills the snapshot by two lists, as an informer's start does. */
    @Setup
    public void objects() {
        Random random = new Random(6);
        nodes = new ArrayList<>();
        for (int n = 0; n < NODES; n++) {
            nodes.add(SnapshotOfCluster.node(n, random));
        }
        pods = new ArrayList<>();
        for (int p = 0; p < PODS; p++) {
            pods.add(SnapshotOfCluster.pod("pod-" + p, "node-" + random.nextInt(NODES), random));
        }
        live.replaceNodes(nodes);
        live.replacePods(pods);
    }

    private int next(int size) {
        turn = (turn + 7_919) % size;
        return turn;
    }

    private static Pod changed(Pod pod, String version) {
        return pod.withMetadata(
                pod.metadata().toBuilder().resourceVersion(version).build());
    }

    /** One of the four events in a pod's life: it comes without a node, is bound, is over, is deleted. */
    @Benchmark
    @OperationsPerInvocation(4)
    public ClusterSnapshot life() {
        Pod bound = pods.get(next(PODS))
                .withMetadata(pods.get(0).metadata().toBuilder().name("new").build());
        live.put(bound.withSpec(bound.spec().toBuilder().nodeName("").build()));
        live.put(bound);
        live.put(bound.withStatus(PodStatus.EMPTY.toBuilder().phase("Succeeded").build()));
        live.removePod(bound.metadata().namespace(), "new");
        return live.view();
    }

    /** A pod on a node is told again with another version. */
    @Benchmark
    public ClusterSnapshot podAgain() {
        int p = next(PODS);
        pods.set(p, changed(pods.get(p), String.valueOf(version++)));
        live.put(pods.get(p));
        return live.view();
    }

    /** A pod is told again as it is. */
    @Benchmark
    public ClusterSnapshot samePodAgain() {
        live.put(pods.get(next(PODS)));
        return live.view();
    }

    /** A node is told again with another version. */
    @Benchmark
    public ClusterSnapshot nodeAgain() {
        int n = next(NODES);
        Node node = nodes.get(n);
        Node changed = new Node(
                node.metadata().toBuilder()
                        .resourceVersion(String.valueOf(version++))
                        .build(),
                node.spec(),
                node.status());
        nodes.set(n, changed);
        live.put(changed);
        return live.view();
    }
}
