package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.purchase.CheapestNodes;
import io.github.workload4j.gang.purchase.NodeOffer;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.math.BigDecimal;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cheapest nodes of a catalogue of 700 types for a gang of some shapes, beside nodes that are nearly full. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class PurchaseOfNodes {

    private static final GroupRef GROUP = GroupRef.podGroup("default", "train");
    private static final int TYPES = 700;

    /** Shapes, pods, nodes that are there. */
    @Param({"3 60 100", "8 200 1000", "20 400 5000"})
    public String size;

    private GroupQuestion question;
    private Verdict verdict;
    private final List<NodeOffer> offers = new ArrayList<>();

    @Setup
    public void setUp() {
        String[] numbers = size.split(" ");
        Random random = new Random(23);
        SnapshotBuilder cluster = ClusterSnapshot.builder();
        for (int n = 0; n < Integer.parseInt(numbers[2]); n++) {
            cluster.node(
                    "n" + n,
                    Map.of("kubernetes.io/hostname", "n" + n),
                    Map.of("cpu", "" + random.nextInt(3), "memory", random.nextInt(4) + "Gi", "pods", "20"));
        }
        int shapes = Integer.parseInt(numbers[0]);
        int pods = Integer.parseInt(numbers[1]);
        for (int p = 0; p < pods; p++) {
            int shape = p % shapes;
            String gpus = "" + (shape % 3 == 0 ? 1 << shape % 4 : 0);
            cluster.pending(
                    "train-" + p,
                    GROUP,
                    Map.of("cpu", "" + (2 + shape), "memory", 4 + shape * 7 % 23 + "Gi", "nvidia.com/gpu", gpus));
        }
        for (int t = 0; t < TYPES; t++) {
            int cpu = 4 << random.nextInt(5);
            int memory = cpu * (2 << random.nextInt(3));
            int gpu = t % 3 == 0 ? 1 << random.nextInt(4) : 0;
            long cents = Math.round(cpu * 2.1 + memory * 0.35 + gpu * 90 + random.nextInt(20));
            Map<String, Quantity> allocatable = Map.of(
                    "cpu", Quantity.of(cpu),
                    "memory", Quantity.of((long) memory << 30),
                    "nvidia.com/gpu", Quantity.of(gpu),
                    "pods", Quantity.of(110));
            Node like = new Node(ObjectMeta.of("type-" + t), NodeSpec.OPEN, new NodeStatus(Map.of(), allocatable));
            offers.add(new NodeOffer(like, BigDecimal.valueOf(cents, 2), NodeOffer.UNLIMITED));
        }
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "default", "train", pods);
        question = GroupQuestion.of(cluster.build(), Groups.of(List.of(group)), GROUP)
                .orElseThrow();
        verdict = question.answer(Budget.DEFAULT);
    }

    @Benchmark
    public CheapestNodes cheapest() {
        return CheapestNodes.of(question, verdict, offers, Budget.DEFAULT.meter());
    }
}
