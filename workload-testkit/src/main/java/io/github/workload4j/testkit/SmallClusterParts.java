package io.github.workload4j.testkit;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.ContainerStatus;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.Toleration;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Arbitrary nodes, and what arbitrary pods ask. */
final class SmallClusterParts {

    static final String ZONE = "zone";
    static final String RACK = "rack";
    static final String HOST = "kubernetes.io/hostname";
    private static final String TIER = "tier";

    private final boolean ordered;

    SmallClusterParts(boolean ordered) {
        this.ordered = ordered;
    }

    /** A node but for its name. */
    record NodeParts(Map<String, String> labels, NodeSpec spec, Map<String, Quantity> allocatable) {

        Node named(String name) {
            Map<String, String> with = new LinkedHashMap<>(labels);
            with.computeIfPresent(HOST, (key, old) -> name);
            return new Node(
                    ObjectMeta.of(name).toBuilder().labels(with).build(), spec, new NodeStatus(Map.of(), allocatable));
        }
    }

    /** What a pod asks, its labels, and what its containers have if it runs. */
    record Profile(PodSpec spec, Map<String, String> labels, Resize resize) {}

    /** What containers have while their resources are being changed. */
    record Resize(List<ContainerStatus> containers, List<ContainerStatus> initContainers, boolean infeasible) {}

    private static <T> Arbitrary<List<T>> seldom(int weight, Arbitrary<T> arbitrary) {
        return Arbitraries.frequencyOf(
                Tuple.of(weight, Arbitraries.just(List.of())),
                Tuple.of(1, arbitrary.list().ofMinSize(1).ofMaxSize(2)));
    }

    Arbitrary<NodeParts> node() {
        Arbitrary<Map<String, String>> labels = Combinators.combine(
                        Arbitraries.of("a", "a", "b", "b", "", "-"),
                        Arbitraries.of("r1", "r2", "-"),
                        Arbitraries.of("here", "here", "here", "-"),
                        Arbitraries.of("1", "2", "x", "-"))
                .as((zone, rack, host, tier) -> {
                    Map<String, String> map = new LinkedHashMap<>();
                    put(map, HOST, host);
                    put(map, ZONE, zone);
                    put(map, RACK, rack);
                    put(map, TIER, tier);
                    return map;
                });
        Arbitrary<NodeSpec> spec = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(14, false), Tuple.of(1, true)), seldom(7, taint()))
                .as(NodeSpec::new);
        Arbitrary<Map<String, Quantity>> allocatable = Combinators.combine(
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(1, 2, 3, 4, 9, 9),
                        Arbitraries.of(-1, 0, 1, 2))
                .as((cpu, memory, pods, gpu) -> {
                    Map<String, Quantity> map = new LinkedHashMap<>();
                    map.put("cpu", Quantity.ofMillis(cpu * 500L));
                    map.put("memory", Quantity.of(memory));
                    map.put("pods", Quantity.of(pods));
                    if (gpu >= 0) {
                        map.put("example.com/gpu", Quantity.of(gpu));
                    }
                    return map;
                });
        return Combinators.combine(labels, spec, allocatable).as(NodeParts::new);
    }

    private static void put(Map<String, String> map, String key, String value) {
        if (!value.equals("-")) {
            map.put(key, value);
        }
    }

    private static Arbitrary<Taint> taint() {
        return Combinators.combine(
                        Arbitraries.of("t", "u"),
                        Arbitraries.of("1", "2", ""),
                        Arbitraries.of("NoSchedule", "NoExecute", "PreferNoSchedule"))
                .as(Taint::new);
    }

    private static Arbitrary<Toleration> toleration() {
        return Combinators.combine(
                        Arbitraries.of("t", "u", "", "node.kubernetes.io/unschedulable"),
                        Arbitraries.of("Equal", "Exists", "Exists", "", "Gt", "Lt", "Odd"),
                        Arbitraries.of("1", "2", ""),
                        Arbitraries.of("", "NoSchedule", "NoExecute"))
                .as(Toleration::new);
    }

    Arbitrary<Profile> profile() {
        Arbitrary<Map<String, String>> labels = Combinators.combine(
                        Arbitraries.of("x", "y", "-"), Arbitraries.of("1", "2", "-"))
                .as((app, version) -> {
                    Map<String, String> map = new LinkedHashMap<>();
                    put(map, "app", app);
                    put(map, "version", version);
                    return map;
                });
        Arbitrary<PodSpec> spec = Builders.withBuilder(PodSpec::builder)
                .use(container(true).list().ofMinSize(1).ofMaxSize(2))
                .in(PodSpec.Builder::containers)
                .use(seldom(5, container(false)))
                .in(PodSpec.Builder::initContainers)
                .use(seldom(3, toleration()))
                .in(PodSpec.Builder::tolerations)
                .use(nodeSelector())
                .in(PodSpec.Builder::nodeSelector)
                .use(affinity())
                .in(PodSpec.Builder::affinity)
                .use(seldom(3, spread()))
                .in((builder, list) -> builder.topologySpreadConstraints(ordered ? list : List.of()))
                .use(Arbitraries.frequency(
                        Tuple.of(8, Map.<String, Quantity>of()), Tuple.of(1, Map.of("cpu", Quantity.parse("0.1")))))
                .in(PodSpec.Builder::overhead)
                .use(Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
                .in(PodSpec.Builder::hostNetwork)
                .use(podLevel())
                .in(PodSpec.Builder::resources)
                .build(PodSpec.Builder::build);
        return Combinators.combine(spec.map(SmallClusterParts::named), labels, resize())
                .as(Profile::new);
    }

    /** Containers are {@code c0}, {@code c1}, init containers {@code i0}, {@code i1}. */
    private static PodSpec named(PodSpec spec) {
        return spec.toBuilder()
                .containers(named("c", spec.containers()))
                .initContainers(named("i", spec.initContainers()))
                .build();
    }

    private static List<Container> named(String letter, List<Container> containers) {
        List<Container> named = new ArrayList<>();
        for (Container container : containers) {
            named.add(new Container(
                    letter + named.size(),
                    container.image(),
                    container.resources(),
                    container.ports(),
                    container.restartPolicy()));
        }
        return named;
    }

    private static Arbitrary<Resize> resize() {
        return Combinators.combine(
                        seldom(4, status("c0", "c0", "c1", "gone")),
                        seldom(8, status("i0", "i1")),
                        Arbitraries.frequency(Tuple.of(3, false), Tuple.of(1, true)))
                .as((containers, initContainers, infeasible) ->
                        new Resize(distinct(containers), distinct(initContainers), infeasible));
    }

    private static Arbitrary<ContainerStatus> status(String... names) {
        return Combinators.combine(Arbitraries.of(names), asked(), asked())
                .as((name, allocated, actual) ->
                        new ContainerStatus(name, allocated, new ResourceRequirements(actual, Map.of())));
    }

    private static List<ContainerStatus> distinct(List<ContainerStatus> statuses) {
        Map<String, ContainerStatus> distinct = new LinkedHashMap<>();
        statuses.forEach(status -> distinct.put(status.name(), status));
        return List.copyOf(distinct.values());
    }

    private static Arbitrary<@Nullable ResourceRequirements> podLevel() {
        return Arbitraries.integers()
                .between(0, 4)
                .map(cpu -> new ResourceRequirements(Map.of("cpu", Quantity.ofMillis(cpu * 500L)), Map.of()))
                .injectNull(0.9);
    }

    private static Arbitrary<Map<String, String>> nodeSelector() {
        return Arbitraries.frequency(
                Tuple.of(12, Map.of()), Tuple.of(1, Map.of(ZONE, "a")), Tuple.of(1, Map.of(RACK, "r1")));
    }

    private static Arbitrary<Container> container(boolean main) {
        Arbitrary<ResourceRequirements> resources = Combinators.combine(asked(), Arbitraries.of(0, 0, 0, 1))
                .as((map, limits) -> limits == 0
                        ? new ResourceRequirements(map, Map.of())
                        : new ResourceRequirements(Map.of(), map));
        Arbitrary<ContainerPort> port = Combinators.combine(
                        Arbitraries.of(80, 81),
                        Arbitraries.of(0, 80),
                        Arbitraries.of("", "10.0.0.1", "10.0.0.2"),
                        Arbitraries.of("", "TCP", "UDP"))
                .as((number, host, address, protocol) -> new ContainerPort("", number, host, address, protocol));
        return Combinators.combine(resources, seldom(6, port), Arbitraries.of(main ? "" : "Always", ""))
                .as((asks, ports, restart) -> new Container("c", "", asks, ports, restart));
    }

    private static Arbitrary<Map<String, Quantity>> asked() {
        return Combinators.combine(
                        Arbitraries.of("-", "0", "500m", "500m", "1", "1", "1.5", "0.4"),
                        Arbitraries.of("-", "-", "1", "2", "0.1"),
                        Arbitraries.of("-", "-", "-", "-", "-", "-", "1"),
                        Arbitraries.of("-", "-", "-", "5"))
                .as((cpu, memory, gpu, widgets) -> {
                    Map<String, Quantity> map = new LinkedHashMap<>();
                    ask(map, "cpu", cpu);
                    ask(map, "memory", memory);
                    ask(map, "example.com/gpu", gpu);
                    ask(map, "widgets", widgets);
                    return map;
                });
    }

    private static void ask(Map<String, Quantity> map, String key, String value) {
        if (!value.equals("-")) {
            map.put(key, Quantity.parse(value));
        }
    }

    private Arbitrary<@Nullable Affinity> affinity() {
        Arbitrary<@Nullable NodeSelector> node =
                nodeTerm().list().ofMaxSize(2).map(NodeSelector::new).injectNull(0.85);
        return Combinators.combine(node, seldom(5, term()), seldom(4, term()))
                .as((required, together, apart) -> new Affinity(required, ordered ? together : List.of(), apart));
    }

    private static Arbitrary<NodeSelectorTerm> nodeTerm() {
        Arbitrary<NodeSelectorRequirement> expression = Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(7, ZONE), Tuple.of(7, RACK), Tuple.of(7, TIER), Tuple.of(1, "-bad")),
                        Arbitraries.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt", "Odd"),
                        Arbitraries.of("a", "a", "r1", "r1", "1", "1", "-1", "")
                                .list()
                                .ofMaxSize(2))
                .as(NodeSelectorRequirement::new);
        Arbitrary<NodeSelectorRequirement> field = Combinators.combine(
                        Arbitraries.of("metadata.name", "metadata.name", "metadata.namespace"),
                        Arbitraries.of("In", "NotIn", "Exists"),
                        Arbitraries.of("n0", "n1").list().ofMinSize(1).ofMaxSize(2))
                .as(NodeSelectorRequirement::new);
        return Combinators.combine(expression.list().ofMaxSize(2), seldom(4, field))
                .as(NodeSelectorTerm::new);
    }

    private static LabelSelector app(String value) {
        return new LabelSelector(Map.of("app", value), List.of());
    }

    private static LabelSelector app(String operator, String... values) {
        return new LabelSelector(Map.of(), List.of(new LabelSelectorRequirement("app", operator, List.of(values))));
    }

    private static Arbitrary<@Nullable LabelSelector> selector() {
        return Arbitraries.frequency(
                        Tuple.of(8, LabelSelector.EVERYTHING),
                        Tuple.of(16, app("x")),
                        Tuple.of(8, app("y")),
                        Tuple.of(8, app("NotIn", "x")),
                        Tuple.of(1, app("NotIn", "x.")),
                        Tuple.of(1, app("NotIn")))
                .injectNull(0.05);
    }

    private static Arbitrary<List<String>> labelKeys() {
        return Arbitraries.frequency(Tuple.of(6, List.of()), Tuple.of(1, List.of("version")));
    }

    private static Arbitrary<PodAffinityTerm> term() {
        return Combinators.combine(
                        selector(),
                        Arbitraries.frequency(
                                Tuple.of(6, List.<String>of()),
                                Tuple.of(1, List.of("default")),
                                Tuple.of(1, List.of("other"))),
                        Arbitraries.of(
                                        LabelSelector.EVERYTHING,
                                        new LabelSelector(Map.of("kubernetes.io/metadata.name", "default"), List.of()),
                                        new LabelSelector(Map.of("kubernetes.io/metadata.name", "unknown"), List.of()),
                                        new LabelSelector(Map.of("team", "a"), List.of()),
                                        new LabelSelector(
                                                Map.of(),
                                                List.of(new LabelSelectorRequirement("team", "NotIn", List.of("a")))),
                                        new LabelSelector(Map.of("team", "a b"), List.of()))
                                .injectNull(0.8),
                        Arbitraries.of(HOST, HOST, ZONE, RACK),
                        labelKeys(),
                        labelKeys())
                .as(PodAffinityTerm::new);
    }

    private static Arbitrary<TopologySpreadConstraint> spread() {
        return Builders.withBuilder(TopologySpreadConstraint::builder)
                .use(Arbitraries.of(1, 1, 2))
                .in(TopologySpreadConstraint.Builder::maxSkew)
                .use(Arbitraries.of(HOST, ZONE, RACK))
                .in(TopologySpreadConstraint.Builder::topologyKey)
                .use(Arbitraries.of("DoNotSchedule", "DoNotSchedule", "DoNotSchedule", "ScheduleAnyway"))
                .in(TopologySpreadConstraint.Builder::whenUnsatisfiable)
                .use(selector())
                .in(TopologySpreadConstraint.Builder::labelSelector)
                .use(Arbitraries.of(1, 2, 3).injectNull(0.6))
                .in(TopologySpreadConstraint.Builder::minDomains)
                .use(Arbitraries.of("", "Honor", "Ignore"))
                .in(TopologySpreadConstraint.Builder::nodeAffinityPolicy)
                .use(Arbitraries.of("", "Honor", "Ignore"))
                .in(TopologySpreadConstraint.Builder::nodeTaintsPolicy)
                .use(labelKeys())
                .in((builder, keys) -> builder.matchLabelKeys(keys))
                .build(TopologySpreadConstraint.Builder::build);
    }
}
