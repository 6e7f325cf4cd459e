package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
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

/**
 * Changes that a caller states, on 15,000 nodes, one after the other: how many a second, with and without the verdict
 * on a gang of 1,024.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class StatedChanges {

    private static final int PODS = 1_024;
    private static final GroupRef GROUP = GroupRef.podGroup("ml", "train");

    /** Whether the group is asked about after each change. */
    @Param({"change", "changeAndVerdict"})
    public String what;

    private ClusterSnapshot snapshot;
    private GroupQuestion question;
    private int turn;

    @Setup
    public void setUp() {
        List<Pod> pods = new ArrayList<>(GpuCluster.pods());
        for (int p = 0; p < PODS; p++) {
            pods.add(GpuCluster.pod("train-" + p, "", 8, 4, "train"));
        }
        snapshot = ClusterSnapshot.of(GpuCluster.nodes(), pods);
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", PODS)));
        question = GroupQuestion.of(snapshot, groups, GROUP).orElseThrow();
        if (!(question.answer(Budget.DEFAULT) instanceof Verdict.Feasible)) {
            throw new IllegalStateException("the gang fits (expected)");
        }
    }

    private Node next() {
        turn = (turn + 7_919) % snapshot.nodes();
        return snapshot.node(turn);
    }

    private Object on(ClusterSnapshot changed) {
        return what.equals("change") ? changed : question.on(changed).answer(Budget.DEFAULT);
    }

    @Benchmark
    public Object relabel() {
        Node node = next();
        Map<String, String> labels = new LinkedHashMap<>(node.metadata().labels());
        labels.put("example.com/rack", "r0");
        ObjectMeta metadata = node.metadata().toBuilder().labels(labels).build();
        return on(snapshot.put(new Node(metadata, node.spec(), node.status())));
    }

    @Benchmark
    public Object drain() {
        return on(snapshot.drained(next().metadata().name()));
    }

    @Benchmark
    public Object add() {
        Node node = next();
        return on(snapshot.withNodes(List.of(new Node(
                node.metadata().toBuilder()
                        .name(node.metadata().name() + "-new")
                        .build(),
                node.spec(),
                node.status()))));
    }

    @Benchmark
    public Object remove() {
        String name = next().metadata().name();
        return on(snapshot.drained(name).removeNode(name));
    }

    @Benchmark
    public Object largerRequest() {
        turn = (turn + 1) % 4;
        GroupQuestion changed = question.withRequest("cpu", 8_000 + 1_000L * turn);
        return what.equals("change") ? changed : changed.answer(Budget.DEFAULT);
    }
}
