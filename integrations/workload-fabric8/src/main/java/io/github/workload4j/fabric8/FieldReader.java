package io.github.workload4j.fabric8;

import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodSchedulingGate;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.meta.OwnerReference;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Nodes and plain pods, field by field. An absent text is the empty text, an absent list an empty one. */
final class FieldReader {

    private static final Pattern WHOLE_SECONDS =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

    private final Quantities quantities = new Quantities();
    private final SelectorReader selectors = new SelectorReader();

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** Into a list that no constructor has to copy. */
    @SuppressWarnings("unchecked")
    static <F, T> List<T> list(@Nullable List<F> all, Function<F, T> of) {
        if (all == null || all.isEmpty()) {
            return List.of();
        }
        if (all.size() == 1) {
            return List.of(of.apply(all.get(0)));
        }
        Object[] items = new Object[all.size()];
        for (int item = 0; item < items.length; item++) {
            items[item] = of.apply(all.get(item));
        }
        return (List<T>) List.of(items);
    }

    static <T> List<T> list(@Nullable List<T> all) {
        return all == null ? List.of() : all;
    }

    static <T> Map<String, T> map(@Nullable Map<String, T> all) {
        return all == null ? Map.of() : all;
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null || text.isEmpty()
                ? null
                : OffsetDateTime.parse(text).toInstant();
    }

    ObjectMeta metadata(io.fabric8.kubernetes.api.model.@Nullable ObjectMeta metadata) {
        if (metadata == null) {
            return ObjectMeta.EMPTY;
        }
        return ObjectMeta.builder()
                .name(text(metadata.getName()))
                .generateName(text(metadata.getGenerateName()))
                .namespace(text(metadata.getNamespace()))
                .selfLink(text(metadata.getSelfLink()))
                .uid(text(metadata.getUid()))
                .resourceVersion(text(metadata.getResourceVersion()))
                .generation(metadata.getGeneration() == null ? 0 : metadata.getGeneration())
                .creationTimestamp(time(metadata.getCreationTimestamp()))
                .deletionTimestamp(time(metadata.getDeletionTimestamp()))
                .deletionGracePeriodSeconds(metadata.getDeletionGracePeriodSeconds())
                .labels(map(metadata.getLabels()))
                .annotations(map(metadata.getAnnotations()))
                .ownerReferences(list(metadata.getOwnerReferences(), FieldReader::owner))
                .finalizers(list(metadata.getFinalizers()))
                .build();
    }

    private static OwnerReference owner(io.fabric8.kubernetes.api.model.OwnerReference owner) {
        return new OwnerReference(
                text(owner.getApiVersion()),
                text(owner.getKind()),
                text(owner.getName()),
                text(owner.getUid()),
                owner.getController(),
                owner.getBlockOwnerDeletion());
    }

    Node node(io.fabric8.kubernetes.api.model.Node node) {
        io.fabric8.kubernetes.api.model.NodeSpec spec = node.getSpec();
        io.fabric8.kubernetes.api.model.NodeStatus status = node.getStatus();
        return new Node(
                metadata(node.getMetadata()),
                spec == null
                        ? NodeSpec.OPEN
                        : new NodeSpec(
                                Boolean.TRUE.equals(spec.getUnschedulable()),
                                list(spec.getTaints(), FieldReader::taint)),
                status == null
                        ? new NodeStatus(Map.of(), Map.of(), List.of(), "")
                        : new NodeStatus(
                                quantities.of(status.getCapacity()),
                                quantities.of(status.getAllocatable()),
                                list(NewFields.declaredFeatures(status)),
                                status.getNodeInfo() == null
                                        ? ""
                                        : text(status.getNodeInfo().getKubeletVersion())));
    }

    private static Taint taint(io.fabric8.kubernetes.api.model.Taint taint) {
        return new Taint(text(taint.getKey()), text(taint.getValue()), text(taint.getEffect()));
    }

    Pod pod(io.fabric8.kubernetes.api.model.Pod pod) {
        return new Pod(
                metadata(pod.getMetadata()),
                pod.getSpec() == null ? PodSpec.builder().build() : spec(pod.getSpec()),
                pod.getStatus() == null ? PodStatus.EMPTY : status(pod.getStatus()));
    }

    private PodSpec spec(io.fabric8.kubernetes.api.model.PodSpec spec) {
        String preemption = spec.getPreemptionPolicy();
        return PodSpec.builder()
                .nodeName(text(spec.getNodeName()))
                .schedulerName(text(spec.getSchedulerName()))
                .priority(spec.getPriority())
                .priorityClassName(text(spec.getPriorityClassName()))
                .preemptionPolicy(preemption == null ? null : new PreemptionPolicy(preemption))
                .schedulingGates(list(spec.getSchedulingGates(), PodSchedulingGate::getName))
                .nodeSelector(map(spec.getNodeSelector()))
                .affinity(spec.getAffinity() == null ? null : selectors.affinity(spec.getAffinity()))
                .tolerations(list(spec.getTolerations(), FieldReader::toleration))
                .topologySpreadConstraints(list(spec.getTopologySpreadConstraints(), this::spread))
                .initContainers(list(spec.getInitContainers(), this::container))
                .containers(list(spec.getContainers(), this::container))
                .restartPolicy(text(spec.getRestartPolicy()))
                .overhead(quantities.of(spec.getOverhead()))
                .resources(resources(NewFields.resources(spec)))
                .hostNetwork(Boolean.TRUE.equals(spec.getHostNetwork()))
                .schedulingGroup(NewFields.schedulingGroup(spec))
                .build();
    }

    private static Toleration toleration(io.fabric8.kubernetes.api.model.Toleration toleration) {
        return new Toleration(
                text(toleration.getKey()),
                text(toleration.getOperator()),
                text(toleration.getValue()),
                text(toleration.getEffect()));
    }

    private TopologySpreadConstraint spread(io.fabric8.kubernetes.api.model.TopologySpreadConstraint spread) {
        return new TopologySpreadConstraint(
                number(spread.getMaxSkew()),
                text(spread.getTopologyKey()),
                text(spread.getWhenUnsatisfiable()),
                selectors.labels(spread.getLabelSelector()),
                spread.getMinDomains(),
                text(spread.getNodeAffinityPolicy()),
                text(spread.getNodeTaintsPolicy()),
                list(spread.getMatchLabelKeys()));
    }

    private Container container(io.fabric8.kubernetes.api.model.Container container) {
        ResourceRequirements resources = resources(container.getResources());
        return new Container(
                text(container.getName()),
                text(container.getImage()),
                resources == null ? new ResourceRequirements(Map.of(), Map.of()) : resources,
                list(container.getPorts(), FieldReader::port),
                text(container.getRestartPolicy()));
    }

    private static ContainerPort port(io.fabric8.kubernetes.api.model.ContainerPort port) {
        return new ContainerPort(
                text(port.getName()),
                number(port.getContainerPort()),
                number(port.getHostPort()),
                text(port.getHostIP()),
                text(port.getProtocol()));
    }

    private @Nullable ResourceRequirements resources(
            io.fabric8.kubernetes.api.model.@Nullable ResourceRequirements resources) {
        return resources == null
                ? null
                : new ResourceRequirements(
                        quantities.of(resources.getRequests()), quantities.of(resources.getLimits()));
    }

    private PodStatus status(io.fabric8.kubernetes.api.model.PodStatus status) {
        return PodStatus.builder()
                .phase(text(status.getPhase()))
                .nominatedNodeName(text(status.getNominatedNodeName()))
                .startTime(time(status.getStartTime()))
                .conditions(list(status.getConditions(), FieldReader::condition))
                .initContainerStatuses(list(status.getInitContainerStatuses(), this::containerStatus))
                .containerStatuses(list(status.getContainerStatuses(), this::containerStatus))
                .resources(resources(NewFields.resources(status)))
                .allocatedResources(quantities.of(NewFields.allocatedResources(status)))
                .build();
    }

    private static Condition condition(PodCondition condition) {
        Long generation = NewFields.observedGeneration(condition);
        return new Condition(
                text(condition.getType()),
                text(condition.getStatus()),
                generation == null ? 0 : generation,
                time(condition.getLastTransitionTime()),
                text(condition.getReason()),
                text(condition.getMessage()));
    }

    private ContainerStatus containerStatus(io.fabric8.kubernetes.api.model.ContainerStatus status) {
        return new ContainerStatus(
                text(status.getName()),
                quantities.of(status.getAllocatedResources()),
                resources(status.getResources()));
    }
}
