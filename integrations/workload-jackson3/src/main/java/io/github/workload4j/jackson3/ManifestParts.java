package io.github.workload4j.jackson3;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.ControllerRef;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts that a mapper reads and writes by themselves, and where they stand in an object. */
final class ManifestParts {

    private static final String V1BETA1 = "scheduling.k8s.io/v1beta1";
    private static final NodeStatus NO_STATUS = new NodeStatus(Map.of(), Map.of(), List.of(), "");

    private ManifestParts() {}

    static List<ManifestPart3<?>> all() {
        return List.of(
                ManifestPart3.of(ObjectMeta.class, "v1", "Namespace", "metadata", Namespace::metadata, Namespace::new),
                workload(WorkloadSpec.class, "spec", spec -> spec, spec -> spec),
                workload(
                        ControllerRef.class,
                        "spec.controllerRef",
                        WorkloadSpec::controllerRef,
                        ref -> new WorkloadSpec(ref, List.of(), List.of())),
                workload(
                        PodGroupTemplate.class,
                        "spec.podGroupTemplates.0",
                        spec -> spec.podGroupTemplates().get(0),
                        template -> new WorkloadSpec(null, List.of(template), List.of())),
                workload(
                        CompositePodGroupTemplate.class,
                        "spec.compositePodGroupTemplates.0",
                        spec -> spec.compositePodGroupTemplates().get(0),
                        template -> new WorkloadSpec(null, List.of(), List.of(template))),
                group(PodGroupSpec.class, "spec", spec -> spec, spec -> spec),
                group(
                        SchedulingPolicy.class,
                        "spec.schedulingPolicy",
                        PodGroupSpec::schedulingPolicy,
                        policy ->
                                PodGroupSpec.builder().schedulingPolicy(policy).build()),
                group(
                        SchedulingConstraints.class,
                        "spec.schedulingConstraints",
                        PodGroupSpec::schedulingConstraints,
                        rules -> PodGroupSpec.builder()
                                .schedulingConstraints(rules)
                                .build()),
                ManifestPart3.of(
                        PodGroupStatus.class,
                        V1BETA1,
                        "PodGroup",
                        "status",
                        PodGroup::status,
                        status -> new PodGroup(
                                ApiVersion.V1BETA1,
                                ObjectMeta.EMPTY,
                                PodGroupSpec.builder().build(),
                                status)),
                ManifestPart3.of(
                        CompositePodGroupSpec.class,
                        V1BETA1,
                        "CompositePodGroup",
                        "spec",
                        CompositePodGroup::spec,
                        spec -> new CompositePodGroup(
                                ApiVersion.V1BETA1, ObjectMeta.EMPTY, spec, CompositePodGroupStatus.EMPTY)),
                pod(PodSpec.class, "spec", spec -> spec, spec -> spec),
                pod(
                        Toleration.class,
                        "spec.tolerations.0",
                        spec -> spec.tolerations().get(0),
                        each -> PodSpec.builder().tolerations(List.of(each)).build()),
                pod(
                        TopologySpreadConstraint.class,
                        "spec.topologySpreadConstraints.0",
                        spec -> spec.topologySpreadConstraints().get(0),
                        each -> PodSpec.builder()
                                .topologySpreadConstraints(List.of(each))
                                .build()),
                pod(
                        Container.class,
                        "spec.containers.0",
                        spec -> spec.containers().get(0),
                        each -> PodSpec.builder().containers(List.of(each)).build()),
                pod(
                        Affinity.class,
                        "spec.affinity",
                        PodSpec::affinity,
                        rules -> PodSpec.builder().affinity(rules).build()),
                ManifestPart3.of(
                        PodStatus.class,
                        "v1",
                        "Pod",
                        "status",
                        Pod::status,
                        status -> new Pod(ObjectMeta.EMPTY, PodSpec.EMPTY, status)),
                node(NodeSpec.class, "spec", Node::spec, spec -> new Node(ObjectMeta.EMPTY, spec, NO_STATUS)),
                node(
                        Taint.class,
                        "spec.taints.0",
                        node -> node.spec().taints().get(0),
                        taint -> new Node(ObjectMeta.EMPTY, new NodeSpec(false, List.of(taint)), NO_STATUS)),
                node(
                        NodeStatus.class,
                        "status",
                        Node::status,
                        status -> new Node(ObjectMeta.EMPTY, NodeSpec.OPEN, status)));
    }

    private static <T> ManifestPart3<T> workload(
            Class<T> type, String path, Function<WorkloadSpec, T> part, Function<T, WorkloadSpec> spec) {
        return ManifestPart3.<T, Workload>of(
                type,
                V1BETA1,
                "Workload",
                path,
                workload -> part.apply(workload.spec()),
                value -> new Workload(ApiVersion.V1BETA1, ObjectMeta.EMPTY, spec.apply(value)));
    }

    private static <T> ManifestPart3<T> group(
            Class<T> type, String path, Function<PodGroupSpec, T> part, Function<T, PodGroupSpec> spec) {
        return ManifestPart3.<T, PodGroup>of(
                type,
                V1BETA1,
                "PodGroup",
                path,
                group -> part.apply(group.spec()),
                value -> new PodGroup(ApiVersion.V1BETA1, ObjectMeta.EMPTY, spec.apply(value), PodGroupStatus.EMPTY));
    }

    private static <T> ManifestPart3<T> pod(
            Class<T> type, String path, Function<PodSpec, T> part, Function<T, PodSpec> spec) {
        return ManifestPart3.<T, Pod>of(
                type,
                "v1",
                "Pod",
                path,
                pod -> part.apply(pod.spec()),
                value -> new Pod(ObjectMeta.EMPTY, spec.apply(value), PodStatus.EMPTY));
    }

    private static <T> ManifestPart3<T> node(
            Class<T> type, String path, Function<Node, T> part, Function<T, Node> node) {
        return ManifestPart3.of(type, "v1", "Node", path, part, node);
    }
}
