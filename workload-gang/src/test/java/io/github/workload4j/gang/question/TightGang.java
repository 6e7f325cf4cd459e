package io.github.workload4j.gang.question;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Gangs that just do not fit, or just do. */
public final class TightGang {

    public static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");

    private TightGang() {}

    /**
     * Pods of given thousandths of a cpu on equal nodes, all of which must be placed; if asked for, spread evenly over
     * the nodes.
     */
    public static GroupQuestion of(int nodes, long each, List<Long> pods, boolean spread) {
        List<Node> all = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            all.add(new Node(
                    ObjectMeta.builder()
                            .name("n" + n)
                            .labels(Map.of("host", "n" + n))
                            .build(),
                    new NodeSpec(false, List.of()),
                    new NodeStatus(Map.of(), Map.of("cpu", cpu(each), "pods", Quantity.of(110)))));
        }
        List<Pod> members = new ArrayList<>();
        for (int p = 0; p < pods.size(); p++) {
            PodSpec.Builder spec = PodSpec.builder()
                    .schedulingGroup(new PodSchedulingGroup("train"))
                    .containers(List.of(Container.of("main", Map.of("cpu", cpu(pods.get(p))))));
            if (spread) {
                spec.topologySpreadConstraints(List.of(new TopologySpreadConstraint(
                        1,
                        "host",
                        "DoNotSchedule",
                        new LabelSelector(Map.of("app", "train"), List.of()),
                        null,
                        "Honor",
                        "Ignore",
                        List.of())));
            }
            members.add(new Pod(
                    ObjectMeta.builder()
                            .namespace("ml")
                            .name(String.format("p%03d", p))
                            .labels(Map.of("app", "train"))
                            .build(),
                    spec.build(),
                    PodStatus.EMPTY));
        }
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", pods.size())));
        return GroupQuestion.of(ClusterSnapshot.of(all, members), groups, TRAIN).orElseThrow();
    }

    private static Quantity cpu(long thousandths) {
        return Quantity.parse(thousandths + "m");
    }

    /**
     * Three pods for each node that fill it to the last thousandth, but for one that asks one too many, and one that
     * asks one less.
     */
    public static GroupQuestion triples(int nodes, boolean spread) {
        SplittableRandom random = new SplittableRandom(7);
        List<Long> pods = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            long a = random.nextLong(260, 480);
            long b = random.nextLong(Math.max(260, 520 - a), Math.min(480, 740 - a));
            pods.addAll(List.of(a, b, 1_000 - a - b));
        }
        pods.set(0, pods.get(0) - 1);
        pods.set(4, pods.get(4) + 1);
        return of(nodes, 1_000, pods, spread);
    }

    /** Nine pods of which eight fit: five of 8 cpu and four of 5 on three nodes of 20. */
    public static GroupQuestion nine() {
        return of(3, 20_000, List.of(8_000L, 8_000L, 8_000L, 8_000L, 8_000L, 5_000L, 5_000L, 5_000L, 5_000L), false);
    }
}
