package io.github.workload4j.cli.picture;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.SchedulingPolicy;
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
import io.github.workload4j.cli.picture.view.GroupView;
import io.github.workload4j.cli.picture.view.Told;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small cluster with groups, to draw. */
final class Sketch {

    static final String ZONE = "topology.kubernetes.io/zone";
    static final String RACK = "example.com/rack";

    private final List<Node> nodes = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();
    private final List<SchedulingObject> objects = new ArrayList<>();
    private long steps = 100_000;

    /** Adds a node; an absent label is null. */
    Sketch node(String name, @Nullable String zone, @Nullable String rack, int cores, int gpus) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (zone != null) {
            labels.put(ZONE, zone);
        }
        if (rack != null) {
            labels.put(RACK, rack);
        }
        Map<String, Quantity> allocatable = new LinkedHashMap<>();
        allocatable.put("cpu", Quantity.of(cores));
        allocatable.put("memory", Quantity.of(64L << 30));
        allocatable.put("pods", Quantity.of(110));
        if (gpus > 0) {
            allocatable.put("nvidia.com/gpu", Quantity.of(gpus));
        }
        ObjectMeta metadata = ObjectMeta.of(name).toBuilder().labels(labels).build();
        nodes.add(new Node(metadata, NodeSpec.OPEN, new NodeStatus(allocatable, allocatable)));
        return this;
    }

    /** Adds a pod on a node. */
    Sketch running(String name, String node, int cores) {
        PodSpec spec =
                PodSpec.builder().nodeName(node).containers(asking(cores, 0)).build();
        pods.add(new Pod(ObjectMeta.of("default", name), spec, PodStatus.EMPTY));
        return this;
    }

    /** Adds a group and its members; without a key it is bound to no domain. */
    Sketch gang(String name, int minimum, int members, int cores, int gpus, @Nullable String key) {
        PodGroupSpec.Builder spec = PodGroupSpec.builder().schedulingPolicy(new SchedulingPolicy.Gang(minimum));
        if (key != null) {
            spec.schedulingConstraints(SchedulingConstraints.sameDomain(key));
        }
        objects.add(new PodGroup(
                ApiVersion.V1BETA1,
                ObjectMeta.of("ml", name),
                spec.build(),
                PodGroup.gang(ApiVersion.V1BETA1, "ml", name, minimum).status()));
        for (int i = 0; i < members; i++) {
            member(name, name + "-" + i, cores, gpus);
        }
        return this;
    }

    /** Adds a member of a group. */
    Sketch member(String group, String name, int cores, int gpus) {
        PodSpec pod = PodSpec.builder()
                .schedulingGroup(new PodSchedulingGroup(group))
                .containers(asking(cores, gpus))
                .build();
        pods.add(new Pod(ObjectMeta.of("ml", name), pod, PodStatus.EMPTY));
        return this;
    }

    Sketch steps(long most) {
        steps = most;
        return this;
    }

    private static Container asking(int cores, int gpus) {
        Map<String, Quantity> requests = new LinkedHashMap<>();
        requests.put("cpu", Quantity.of(cores));
        if (gpus > 0) {
            requests.put("nvidia.com/gpu", Quantity.of(gpus));
        }
        return Container.of("main", requests);
    }

    ClusterSnapshot snapshot() {
        return ClusterSnapshot.of(nodes, pods);
    }

    private List<Verdict> verdicts(ClusterSnapshot snapshot, Groups groups) {
        List<Verdict> verdicts = new ArrayList<>();
        for (GroupRef group : groups.waiting(snapshot)) {
            verdicts.add(Feasibility.answer(snapshot, groups, group, new Budget(steps, null)));
        }
        return verdicts;
    }

    private List<Told> told(boolean isExplained) {
        ClusterSnapshot snapshot = snapshot();
        Groups groups = Groups.of(objects);
        return verdicts(snapshot, groups).stream()
                .map(verdict -> told(verdict, snapshot, groups, isExplained))
                .toList();
    }

    private Told told(Verdict verdict, ClusterSnapshot snapshot, Groups groups, boolean isExplained) {
        GroupRef group = verdict.about().group();
        return new Told(
                verdict,
                GroupQuestion.of(snapshot, groups, group).orElse(null),
                isExplained ? Explanation.of(snapshot, groups, group, verdict, new Budget(steps, null)) : null,
                null,
                null);
    }

    List<GroupView> views() {
        return told(false).stream().map(GroupView::of).toList();
    }

    Picture picture() {
        return Picture.of(told(false), nodes.size());
    }

    /** {@return the picture with explanations of those that do not fit} */
    Picture explained() {
        return Picture.of(told(true), nodes.size());
    }

    String svg() {
        return text(picture()::writeSvg);
    }

    String html() {
        return text(picture()::writeHtml);
    }

    /** Something that writes. */
    @FunctionalInterface
    interface Writing {
        /** Writes. */
        void to(Appendable out) throws IOException;
    }

    static String text(Writing writing) {
        StringBuilder text = new StringBuilder();
        try {
            writing.to(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** Three zones of racks of eight nodes, the last rack of each with GPUs. */
    static Sketch cluster(int count) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < count; i++) {
            int rack = i / 8;
            String zone = String.valueOf((char) ('a' + rack % 3));
            int gpus = rack % 5 == 4 ? 8 : 0;
            sketch.node("node-" + i, zone, zone + "-r" + rack, 32, gpus);
        }
        return sketch;
    }
}
