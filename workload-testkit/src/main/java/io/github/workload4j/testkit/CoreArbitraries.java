package io.github.workload4j.testkit;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodResourceClaim;
import io.github.workload4j.api.core.PodResourceClaimStatus;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.core.PreferredSchedulingTerm;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.core.WeightedPodAffinityTerm;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary nodes and pods. */
final class CoreArbitraries {

    private static final List<String> RESOURCES =
            List.of("cpu", "memory", "ephemeral-storage", "pods", "hugepages-2Mi", "example.com/gpu", "widgets");

    private final Words words;
    private final MetaArbitraries meta;

    CoreArbitraries(Words words) {
        this.words = words;
        this.meta = new MetaArbitraries(words);
    }

    /** Amounts as people write them, from a billionth to the largest. */
    static Arbitrary<Quantity> quantities() {
        Arbitrary<String> numbers = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(0, 2048).map(String::valueOf)),
                Tuple.of(2, Arbitraries.of("0.5", "1.5", ".25", "3.", "0.1", "0.000000001", "1.0000000001")),
                Tuple.of(1, Arbitraries.longs().greaterOrEqual(0).map(String::valueOf)));
        Arbitrary<String> suffixes =
                Arbitraries.of("", "", "m", "k", "M", "G", "Ki", "Mi", "Gi", "Ti", "Ei", "n", "u", "E", "e3", "E-2");
        return Combinators.combine(numbers, suffixes).as((number, suffix) -> Quantity.parse(number + suffix));
    }

    private Arbitrary<Map<String, Quantity>> amounts() {
        Arbitrary<String> names =
                words.valid() ? Arbitraries.of(RESOURCES) : Arbitraries.oneOf(Arbitraries.of(RESOURCES), words.free());
        return Arbitraries.maps(names, quantities()).ofMaxSize(4);
    }

    Arbitrary<Node> nodes() {
        Arbitrary<Taint> taint = Combinators.combine(
                        words.labelKey(),
                        words.labelValue(),
                        words.valid() ? Arbitraries.of("NoSchedule", "PreferNoSchedule", "NoExecute") : words.free())
                .as(Taint::new);
        Arbitrary<NodeSpec> specs = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(1, true), Tuple.of(5, false)),
                        GroupArbitraries.mostlyNone(taint.list().ofMaxSize(2), List.of()))
                .as(NodeSpec::new);
        Arbitrary<NodeStatus> statuses = Combinators.combine(
                        amounts(),
                        amounts(),
                        GroupArbitraries.mostlyNone(words.label().list().ofMaxSize(2), List.of()),
                        Arbitraries.of("", "v1.36.3", "v1.37.2", "v1.38.0-beta.0+vendor"))
                .as(NodeStatus::new);
        return Combinators.combine(meta.clusterWide(), specs, statuses).as(Node::new);
    }

    Arbitrary<Namespace> namespaces() {
        return meta.clusterWide().map(Namespace::new);
    }

    Arbitrary<Pod> pods(ApiVersion version) {
        Arbitrary<WorkloadRef> workloadRef = Combinators.combine(
                        words.subdomain(), words.label(), MetaArbitraries.sometimes(words.label()))
                .as(WorkloadRef::new)
                .injectNull(0.2);
        Arbitrary<PodSchedulingGroup> group = (words.valid()
                        ? words.subdomain()
                        : words.subdomain().injectNull(0.2))
                .map(PodSchedulingGroup::new)
                .injectNull(0.2);
        Arbitrary<PodSpec> specs = Arbitraries.frequencyOf(Tuple.of(2, briefSpec()), Tuple.of(1, fullSpec()));
        return Combinators.combine(meta.namespaced(), specs, statuses(), workloadRef, group)
                .as((metadata, spec, status, ref, schedulingGroup) -> new Pod(
                        metadata,
                        version == ApiVersion.V1ALPHA1
                                ? spec.toBuilder().workloadRef(ref).build()
                                : spec.toBuilder()
                                        .schedulingGroup(schedulingGroup)
                                        .build(),
                        status));
    }

    private Arbitrary<PodSpec> briefSpec() {
        return Combinators.combine(containers(), MetaArbitraries.sometimes(words.subdomain()))
                .as((containers, node) ->
                        PodSpec.builder().containers(containers).nodeName(node).build());
    }

    private Arbitrary<PodSpec> fullSpec() {
        return Builders.withBuilder(PodSpec::builder)
                .use(MetaArbitraries.sometimes(words.subdomain()))
                .in(PodSpec.Builder::nodeName)
                .use(Arbitraries.of("", "default-scheduler", "other"))
                .in(PodSpec.Builder::schedulerName)
                .use(words.priority().injectNull(0.5))
                .in(PodSpec.Builder::priority)
                .use(MetaArbitraries.sometimes(words.subdomain()))
                .in(PodSpec.Builder::priorityClassName)
                .use(Arbitraries.of(PreemptionPolicy.NEVER, PreemptionPolicy.PREEMPT_LOWER_PRIORITY)
                        .injectNull(0.5))
                .in(PodSpec.Builder::preemptionPolicy)
                .use(words.labelKey().list().ofMaxSize(2).uniqueElements())
                .in((builder, gates) -> builder.schedulingGates(gates))
                .use(meta.labels())
                .in(PodSpec.Builder::nodeSelector)
                .use(affinity().injectNull(0.5))
                .in(PodSpec.Builder::affinity)
                .use(toleration().list().ofMaxSize(2))
                .in((builder, tolerations) -> builder.tolerations(tolerations))
                .use(spread().list().ofMaxSize(2))
                .in((builder, spreads) -> builder.topologySpreadConstraints(spreads))
                .use(containers())
                .in((builder, containers) -> builder.initContainers(containers))
                .use(containers())
                .in((builder, containers) -> builder.containers(containers))
                .use(Arbitraries.of("", "Always", "OnFailure", "Never"))
                .in(PodSpec.Builder::restartPolicy)
                .use(Arbitraries.longs().between(1, Integer.MAX_VALUE).injectNull(0.5))
                .in(PodSpec.Builder::activeDeadlineSeconds)
                .use(amounts())
                .in(PodSpec.Builder::overhead)
                .use(requirements().injectNull(0.7))
                .in(PodSpec.Builder::resources)
                .use(Arbitraries.of(true, false))
                .in(PodSpec.Builder::hostNetwork)
                .use(volumes())
                .in((builder, volumes) -> builder.volumes(volumes))
                .use(claims())
                .in((builder, claims) -> builder.resourceClaims(claims))
                .build(PodSpec.Builder::build);
    }

    private Arbitrary<List<Container>> containers() {
        Arbitrary<ContainerPort> port = Combinators.combine(
                        MetaArbitraries.sometimes(Arbitraries.of("http", "rpc")),
                        Arbitraries.integers().between(1, 65535),
                        Arbitraries.of(0, 80, 8080),
                        Arbitraries.of("", "0.0.0.0", "127.0.0.1", "::1"),
                        Arbitraries.of("", "TCP", "UDP", "SCTP"))
                .as(ContainerPort::new);
        Arbitrary<Container> container = Combinators.combine(
                        words.label(),
                        Arbitraries.of("", "registry.example/a:1.0", "a"),
                        requirements(),
                        GroupArbitraries.mostlyNone(port.list().ofMaxSize(2), List.of()),
                        Arbitraries.of("", "Always"))
                .as(Container::new);
        return container.list().ofMinSize(words.valid() ? 1 : 0).ofMaxSize(2).uniqueElements(Container::name);
    }

    private Arbitrary<ResourceRequirements> requirements() {
        return Combinators.combine(amounts(), GroupArbitraries.mostlyNone(amounts(), Map.of()))
                .as(ResourceRequirements::new);
    }

    private Arbitrary<Affinity> affinity() {
        Arbitrary<NodeSelectorRequirement> requirement = Combinators.combine(
                        words.labelKey(),
                        words.valid()
                                ? Arbitraries.of("In", "NotIn")
                                : Arbitraries.oneOf(Arbitraries.of("In", "Gt", "Exists"), words.free()),
                        words.labelValue().list().ofMinSize(1).ofMaxSize(2))
                .as(NodeSelectorRequirement::new);
        Arbitrary<List<NodeSelectorRequirement>> fields =
                Arbitraries.just(List.of(new NodeSelectorRequirement("metadata.name", "In", List.of("n1"))));
        Arbitrary<NodeSelectorTerm> term = Combinators.combine(
                        requirement.list().ofMinSize(words.valid() ? 1 : 0).ofMaxSize(2),
                        GroupArbitraries.mostlyNone(fields, List.of()))
                .as(NodeSelectorTerm::new);
        Arbitrary<NodeSelector> nodes =
                term.list().ofMinSize(words.valid() ? 1 : 0).ofMaxSize(2).map(NodeSelector::new);
        Arbitrary<PodAffinityTerm> pods = Combinators.combine(
                        meta.selector().injectNull(0.2),
                        words.label().list().ofMaxSize(2),
                        meta.selector().injectNull(0.6),
                        words.labelKey(),
                        GroupArbitraries.mostlyNone(words.labelKey().list().ofMaxSize(1), List.of()),
                        Arbitraries.just(List.<String>of()))
                .as(PodAffinityTerm::new);
        Arbitrary<List<PreferredSchedulingTerm>> rather =
                term.map(nodeTerm -> List.of(new PreferredSchedulingTerm(50, nodeTerm)));
        Arbitrary<List<WeightedPodAffinityTerm>> ratherWith =
                pods.map(podTerm -> List.of(new WeightedPodAffinityTerm(1, podTerm)));
        return Combinators.combine(
                        nodes.injectNull(0.3),
                        pods.list().ofMaxSize(2),
                        pods.list().ofMaxSize(2),
                        GroupArbitraries.mostlyNone(rather, List.of()),
                        GroupArbitraries.mostlyNone(ratherWith, List.of()),
                        GroupArbitraries.mostlyNone(ratherWith, List.of()))
                .as(Affinity::new);
    }

    private Arbitrary<Toleration> toleration() {
        return Combinators.combine(
                        MetaArbitraries.sometimes(words.labelKey()),
                        words.valid()
                                ? Arbitraries.just("Exists")
                                : Arbitraries.of("", "Equal", "Exists", "Gt", "Lt", "Like"),
                        words.valid() ? Arbitraries.just("") : words.labelValue(),
                        Arbitraries.of("", "NoSchedule", "NoExecute"))
                .as(Toleration::new);
    }

    private Arbitrary<TopologySpreadConstraint> spread() {
        return Combinators.combine(
                        words.valid() ? Arbitraries.integers().between(1, 3) : words.count(),
                        words.labelKey(),
                        Arbitraries.of("DoNotSchedule", "ScheduleAnyway"),
                        meta.selector().injectNull(0.2),
                        Arbitraries.integers().between(1, 3).injectNull(0.7),
                        Arbitraries.of("", "Honor", "Ignore"),
                        Arbitraries.of("", "Honor", "Ignore"),
                        GroupArbitraries.mostlyNone(words.labelKey().list().ofMaxSize(1), List.of()))
                .as(TopologySpreadConstraint::new);
    }

    private static final PersistentVolumeClaim TEMPLATE = new PersistentVolumeClaim(
            ObjectMeta.EMPTY,
            new PersistentVolumeClaim.Spec(
                    List.of("ReadWriteOnce"), null, ResourceRequirements.NONE, "", null, "", null),
            PersistentVolumeClaim.Status.EMPTY);

    private Arbitrary<List<Volume>> volumes() {
        Arbitrary<Volume> volume = Combinators.combine(Texts.labels(), MetaArbitraries.sometimes(Texts.subdomains()))
                .as((name, claim) -> claim.isEmpty()
                        ? new Volume(name, new Volume.Ephemeral(TEMPLATE))
                        : Volume.ofClaim(name, claim));
        return GroupArbitraries.mostlyNone(volume.list().ofMaxSize(2).uniqueElements(Volume::name), List.of());
    }

    private Arbitrary<List<PodResourceClaim>> claims() {
        Arbitrary<PodResourceClaim> claim = Combinators.combine(
                        words.label(), words.subdomain(), Arbitraries.of(true, false))
                .as((name, source, existing) ->
                        new PodResourceClaim(name, existing ? source : null, existing ? null : source));
        return GroupArbitraries.mostlyNone(claim.list().ofMaxSize(2).uniqueElements(PodResourceClaim::name), List.of());
    }

    private Arbitrary<PodStatus> statuses() {
        Arbitrary<ContainerStatus> container = Combinators.combine(
                        words.label(), amounts(), requirements().injectNull(0.5))
                .as(ContainerStatus::new);
        Arbitrary<PodStatus> full = Combinators.combine(
                        Arbitraries.of("", "Pending", "Running", "Succeeded", "Failed", "Unknown"),
                        MetaArbitraries.sometimes(words.subdomain()),
                        meta.times().injectNull(0.5),
                        meta.condition(Arbitraries.of("PodScheduled", "Ready", "DisruptionTarget"))
                                .list()
                                .ofMaxSize(2),
                        GroupArbitraries.mostlyNone(container.list().ofMaxSize(1), List.of()),
                        GroupArbitraries.mostlyNone(container.list().ofMaxSize(2), List.of()),
                        requirements().injectNull(0.8),
                        GroupArbitraries.mostlyNone(amounts(), Map.of()))
                .as((phase, nominated, started, conditions, inits, containers, resources, amounts) ->
                        PodStatus.builder()
                                .phase(phase)
                                .nominatedNodeName(nominated)
                                .startTime(started)
                                .conditions(conditions)
                                .initContainerStatuses(inits)
                                .containerStatuses(containers)
                                .resources(resources)
                                .allocatedResources(amounts)
                                .build());
        Arbitrary<PodResourceClaimStatus> claim = Combinators.combine(
                        words.label(), words.subdomain().injectNull(0.3))
                .as(PodResourceClaimStatus::new);
        Arbitrary<PodStatus> withClaims = Combinators.combine(
                        full,
                        GroupArbitraries.mostlyNone(
                                claim.list().ofMaxSize(2).uniqueElements(PodResourceClaimStatus::name), List.of()),
                        words.subdomain().injectNull(0.8))
                .as((status, claims, extended) -> status.toBuilder()
                        .resourceClaimStatuses(claims)
                        .extendedResourceClaim(extended)
                        .build());
        return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(PodStatus.EMPTY)), Tuple.of(1, withClaims));
    }
}
