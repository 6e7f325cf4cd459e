package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.cluster.SnapshotBuilder;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.timetable.Outlook;
import io.github.workload4j.gang.timetable.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

/** When each of 1,000 groups starts on 1,000 nodes of 8 GPUs, on which 10,000 pods run that end within a day. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 20)
public class StartsOfQueue {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final int NODES = 1_000;
    private static final int RUNNING = 10_000;
    private static final int GROUPS = 1_000;
    private static final int DAY = 86_400;

    /** Whether groups are of 192 shapes and durations, or no two alike. */
    @Param({"alike", "unlike"})
    public String groups;

    private ClusterSnapshot snapshot;
    private Groups objects;
    private final List<GroupRef> order = new ArrayList<>();

    @Setup
    public void setUp() {
        Random random = new Random(7);
        SnapshotBuilder cluster = ClusterSnapshot.builder();
        Map<String, String> allocatable = Map.of("cpu", "96", "memory", "768Gi", "nvidia.com/gpu", "8", "pods", "110");
        for (int n = 0; n < NODES; n++) {
            cluster.node("n" + n, Map.of(), allocatable);
        }
        for (int p = 0; p < RUNNING; p++) {
            Long ends = random.nextInt(10) == 0 ? null : Long.valueOf(60 + random.nextInt(DAY));
            cluster.pod(pod("run-" + p, "", "n" + p % NODES, 8, 64, p / NODES < 7 ? 1 : 0, ends));
        }
        List<PodGroup> all = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            int pods = 1 << random.nextInt(6);
            int gpus = 1 << random.nextInt(4);
            boolean unlike = groups.equals("unlike");
            long lasts = 3_600L * (1 + random.nextInt(8)) + (unlike ? g : 0);
            int cpu = gpus * (unlike ? 4 + random.nextInt(9) : 8);
            for (int p = 0; p < pods; p++) {
                cluster.pod(pod("g" + g + "-" + p, "g" + g, "", cpu, 64 * gpus, gpus, lasts));
            }
            all.add(PodGroup.gang(ApiVersion.V1BETA1, "ml", "g" + g, pods));
            order.add(GroupRef.podGroup("ml", "g" + g));
        }
        snapshot = cluster.build();
        objects = Groups.of(all);
    }

    private static Pod pod(String name, String group, String node, int cpu, int memory, int gpus, Long seconds) {
        Map<String, Quantity> asked = new HashMap<>();
        asked.put("cpu", Quantity.of(cpu));
        asked.put("memory", Quantity.of((long) memory << 30));
        if (gpus > 0) {
            asked.put("nvidia.com/gpu", Quantity.of(gpus));
        }
        PodSpec.Builder spec = PodSpec.builder()
                .nodeName(node)
                .activeDeadlineSeconds(seconds)
                .containers(List.of(Container.of("main", asked)));
        PodStatus running = PodStatus.builder().phase("Running").startTime(NOW).build();
        return new Pod(
                ObjectMeta.of("ml", name),
                (group.isEmpty() ? spec : spec.schedulingGroup(new PodSchedulingGroup(group))).build(),
                node.isEmpty() ? PodStatus.EMPTY : running);
    }

    @Benchmark
    public Timetable starts() {
        return Timetable.of(
                snapshot,
                objects,
                order,
                Map.of(),
                Outlook.byDeadlines(NOW, List.of()),
                Budget.steps(1_000_000_000).meter(),
                group -> {},
                proof -> {});
    }
}
