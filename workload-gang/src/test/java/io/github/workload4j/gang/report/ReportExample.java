package io.github.workload4j.gang.report;

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
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import java.util.List;
import java.util.Map;

/** A gang of two pods and one node: of four cores it takes both, of three it does not. */
final class ReportExample {

    static final GroupRef GROUP = GroupRef.podGroup("ml", "train");
    static final Groups GROUPS = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 2)));
    static final List<Pod> PODS = List.of(pod("a"), pod("b"));

    private ReportExample() {}

    static Node node(int cores) {
        return new Node(
                ObjectMeta.builder().name("n1").build(),
                NodeSpec.OPEN,
                new NodeStatus(Map.of(), Map.of("cpu", Quantity.of(cores), "pods", Quantity.of(10))));
    }

    private static Pod pod(String name) {
        PodSpec spec = PodSpec.builder()
                .schedulingGroup(new PodSchedulingGroup("train"))
                .containers(List.of(Container.of("main", Map.of("cpu", Quantity.of(2)))))
                .build();
        return new Pod(ObjectMeta.of("ml", name), spec, PodStatus.EMPTY);
    }

    static ClusterSnapshot cluster(int cores) {
        return ClusterSnapshot.of(List.of(node(cores)), PODS);
    }

    static Verdict verdict(int cores) {
        return Feasibility.answer(cluster(cores), GROUPS, GROUP, Budget.DEFAULT);
    }

    static GroupQuestion question(int cores) {
        return GroupQuestion.of(cluster(cores), GROUPS, GROUP).orElseThrow();
    }

    static AnswerReport report(int cores) {
        return AnswerReport.of(cluster(cores), GROUPS, verdict(cores));
    }
}
