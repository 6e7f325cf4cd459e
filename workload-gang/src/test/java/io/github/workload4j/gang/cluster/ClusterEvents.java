package io.github.workload4j.gang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.ContainerPort;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.eligibility.NodeRules;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.Groups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Random events of a small cluster, told to a live snapshot and written down, so that one can be built anew from the
 * objects that are left. Few names and many states, so that every state follows every other.
 */
public final class ClusterEvents {

    private static final String[] NAMESPACES = {"ml", "ml", "ml", "shop", "default", ""};
    private static final String[] RESOURCES = {"cpu", "memory", "example.com/gpu", "example.com/rare"};
    private static final String HUGE = "9223372036854775807";
    private static final List<List<String>> COLUMNS =
            List.of(List.of("cpu", "pods"), List.of("cpu", "example.com/rare", "memory", "pods"));
    private static final Budget LITTLE = new Budget(2_000, null);

    private static final List<GroupRef> SAMPLES = List.of(
            GroupRef.podGroup("ml", "gang"),
            GroupRef.podGroup("ml", "racked"),
            GroupRef.podGroup("ml", "any"),
            GroupRef.workload("ml", "solver", "ranks", "0"),
            GroupRef.podGroup("default", "gang"));

    private static final Groups GROUPS = Groups.of(List.of(
            PodGroup.gang(ApiVersion.V1BETA1, "ml", "gang", 3),
            group("racked", new SchedulingPolicy.Gang(2), "rack"),
            group("any", new SchedulingPolicy.Basic(), null),
            PodGroup.gang(ApiVersion.V1BETA1, "default", "gang", 1),
            Workload.of(ApiVersion.V1ALPHA1, "ml", "solver", PodGroupTemplate.gang("ranks", 2))));

    private final Random random;
    private final LiveSnapshot live = new LiveSnapshot();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Pod> pods = new LinkedHashMap<>();
    private final Map<String, Namespace> namespaces = new LinkedHashMap<>();

    public ClusterEvents(long seed) {
        this.random = new Random(seed);
    }

    private static PodGroup group(String name, SchedulingPolicy policy, String key) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", name, 1);
        return group.withSpec(group.spec().toBuilder()
                .schedulingPolicy(policy)
                .schedulingConstraints(key == null ? null : SchedulingConstraints.sameDomain(key))
                .build());
    }

    /** One event, told as an informer would. Columns are asked for, so that those of later views are made from them. */
    public void next() {
        COLUMNS.forEach(live.view()::packingNodes);
        int kind = random.nextInt(1000);
        if (kind < 60) {
            Node node = node("n" + random.nextInt(14));
            nodes.put(node.metadata().name(), node);
            live.put(node);
        } else if (kind < 100) {
            String name = "n" + random.nextInt(14);
            nodes.remove(name);
            live.removeNode(name);
        } else if (kind < 110) {
            namespace(NAMESPACES[random.nextInt(4)]);
        } else if (kind < 113) {
            relist();
        } else if (kind < 300) {
            Pod gone = ObjectNames.pod(NAMESPACES[random.nextInt(6)], "p" + random.nextInt(40));
            pods.remove(ObjectNames.of(gone));
            live.removePod(gone.metadata().namespace(), gone.metadata().name());
        } else {
            String namespace = NAMESPACES[random.nextInt(6)];
            String name = "p" + random.nextInt(40);
            Pod known = pods.get(ObjectNames.of(ObjectNames.pod(namespace, name)));
            Pod pod = known != null && random.nextInt(3) > 0 ? later(known) : pod(namespace, name);
            pods.put(ObjectNames.of(pod), pod);
            live.put(pod);
        }
    }

    private void namespace(String name) {
        if (random.nextBoolean()) {
            Namespace labelled = new Namespace(ObjectMeta.of(name).toBuilder()
                    .labels(Map.of("team", "t" + random.nextInt(2)))
                    .build());
            namespaces.put(name, labelled);
            live.put(labelled);
        } else {
            namespaces.remove(name);
            live.removeNamespace(name);
        }
    }

    private void relist() {
        switch (random.nextInt(3)) {
            case 0 -> live.replaceNodes(shuffled(nodes.values()));
            case 1 -> live.replacePods(shuffled(pods.values()));
            default -> live.replaceNamespaces(shuffled(namespaces.values()));
        }
    }

    private <T> List<T> shuffled(Collection<T> objects) {
        List<T> shuffled = new ArrayList<>(objects);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private Node node(String name) {
        Map<String, String> labels = new HashMap<>(Map.of("host", name));
        if (random.nextInt(8) > 0) {
            labels.put("rack", "r" + random.nextInt(4));
        }
        Map<String, Quantity> allocatable = new HashMap<>();
        allocatable.put("pods", Quantity.of(random.nextInt(8)));
        for (String resource : RESOURCES) {
            if (random.nextInt(resource.equals("example.com/rare") ? 20 : 4) > 0
                    ^ resource.equals("example.com/rare")) {
                allocatable.put(resource, amount(4 + random.nextInt(8)));
            }
        }
        List<Taint> taints = random.nextInt(8) == 0 ? List.of(new Taint("t", "1", "NoSchedule")) : List.of();
        return new Node(
                ObjectMeta.of(name).toBuilder().labels(labels).build(),
                new NodeSpec(random.nextInt(10) == 0, taints),
                new NodeStatus(Map.of(), allocatable));
    }

    private Quantity amount(int usual) {
        return random.nextInt(60) == 0 ? Quantity.parse(HUGE) : Quantity.of(usual);
    }

    /** The same pod after something happened to it: bound, moved, ending, over, opened, or only heard of again. */
    private Pod later(Pod pod) {
        return switch (random.nextInt(6)) {
            case 0 -> pod;
            case 1 ->
                pod.withStatus(PodStatus.EMPTY.toBuilder()
                        .phase(random.nextBoolean() ? "Succeeded" : "Failed")
                        .build());
            case 2 ->
                pod.withMetadata(pod.metadata().toBuilder()
                        .deletionTimestamp(Instant.EPOCH)
                        .build());
            case 3 ->
                pod.withStatus(PodStatus.EMPTY.toBuilder()
                        .phase("Running")
                        .nominatedNodeName("n1")
                        .build());
            default ->
                pod.withSpec(pod.spec().toBuilder()
                        .nodeName("n" + random.nextInt(16))
                        .schedulingGates(List.of())
                        .build());
        };
    }

    private Pod pod(String namespace, String name) {
        Map<String, Quantity> requests = new HashMap<>();
        for (String resource : RESOURCES) {
            if (random.nextInt(resource.equals("example.com/rare") ? 30 : 3) == 0) {
                requests.put(resource, amount(1 + random.nextInt(3)));
            }
        }
        List<ContainerPort> ports = random.nextInt(10) == 0
                ? List.of(new ContainerPort("", 80, 8000 + random.nextInt(2), "", "TCP"))
                : List.of();
        PodSpec.Builder spec = PodSpec.builder()
                .containers(List.of(new Container("c", "", new ResourceRequirements(requests, Map.of()), ports, "")))
                .nodeName(random.nextInt(3) == 0 ? "n" + random.nextInt(16) : "");
        if (random.nextInt(6) == 0) {
            spec.affinity(affinity());
        }
        if (random.nextInt(10) == 0) {
            spec.topologySpreadConstraints(List.of(TopologySpreadConstraint.builder()
                    .maxSkew(1)
                    .topologyKey("rack")
                    .whenUnsatisfiable("DoNotSchedule")
                    .labelSelector(app())
                    .build()));
        }
        switch (random.nextInt(6)) {
            case 0 -> {}
            case 1 -> spec.workloadRef(new WorkloadRef("solver", "ranks", String.valueOf(random.nextInt(2))));
            case 2 -> spec.schedulingGroup(new PodSchedulingGroup(null));
            default ->
                spec.schedulingGroup(new PodSchedulingGroup(List.of("gang", "racked", "any", "g" + random.nextInt(9))
                        .get(random.nextInt(4))));
        }
        ObjectMeta.Builder metadata =
                ObjectMeta.of(namespace, name).toBuilder().labels(Map.of("app", "a" + random.nextInt(2)));
        return new Pod(metadata.build(), spec.build(), PodStatus.EMPTY);
    }

    private LabelSelector app() {
        return new LabelSelector(Map.of("app", "a" + random.nextInt(2)), List.of());
    }

    private Affinity affinity() {
        LabelSelector teams = random.nextInt(3) > 0 ? null : new LabelSelector(Map.of("team", "t0"), List.of());
        List<PodAffinityTerm> terms = List.of(new PodAffinityTerm(
                app(), List.of(), teams, random.nextBoolean() ? "rack" : "host", List.of(), List.of()));
        return random.nextInt(3) == 0 ? new Affinity(null, terms, List.of()) : new Affinity(null, List.of(), terms);
    }

    public ClusterSnapshot view() {
        return live.view();
    }

    private ClusterSnapshot anew() {
        return ClusterSnapshot.of(shuffled(nodes.values()), shuffled(pods.values()), shuffled(namespaces.values()));
    }

    /** Compares all that a snapshot holds, and tables that are made when they are asked for. */
    void requireEqualToOneBuiltAnew() {
        requireAlike(live.view(), anew());
    }

    /** Compares all that snapshots hold, and tables that are made when they are asked for. */
    public static void requireAlike(ClusterSnapshot view, ClusterSnapshot anew) {
        requireEqual(view, anew);
        assertThat(view.tables.free().keySet()).isEqualTo(anew.tables.free().keySet());
        assertThat(view.tables.repelling()).isEqualTo(anew.tables.repelling());
        assertThat(Set.copyOf(view.tables.known().elements()))
                .isEqualTo(Set.copyOf(anew.tables.known().elements()));
        assertThat(awaited(view)).isEqualTo(awaited(anew));
        assertThat(view.namespaces).isEqualTo(anew.namespaces);
        for (int n = 0; n < anew.nodes(); n++) {
            NodePods on = view.tables.pods().get(n);
            NodePods expected = anew.tables.pods().get(n);
            assertThat(on.repelling().all())
                    .containsExactlyInAnyOrder(expected.repelling().all());
            assertThat(on.withPorts().all())
                    .containsExactlyInAnyOrder(expected.withPorts().all());
        }
        for (String key : List.of("rack", "host", "none")) {
            assertThat(view.tables.nodes().domains(key).values())
                    .isEqualTo(anew.tables.nodes().domains(key).values());
            assertThat(view.tables.nodes().domains(key).of())
                    .isEqualTo(anew.tables.nodes().domains(key).of());
        }
        for (List<String> resources : COLUMNS) {
            assertThat(view.packingNodes(resources)).isEqualTo(anew.packingNodes(resources));
        }
        for (String rack : List.of("r0", "r1")) {
            NodeRules rules = new NodeRules(List.of(), Map.of("rack", rack), null);
            assertThat(view.tables.nodes().admitted(rules))
                    .isEqualTo(anew.tables.nodes().admitted(rules));
        }
    }

    /** Compares what anyone can see. */
    static void requireEqual(ClusterSnapshot view, ClusterSnapshot anew) {
        assertThat(view.nodes()).isEqualTo(anew.nodes());
        for (int n = 0; n < anew.nodes(); n++) {
            assertThat(view.node(n)).isEqualTo(anew.node(n));
            assertThat(view.indexOf(ObjectNames.of(anew.node(n)))).isEqualTo(n);
            assertThat(view.podsOn(n)).isEqualTo(anew.podsOn(n));
            for (String resource : anew.tables.free().keySet()) {
                assertThat(view.free(resource, n)).isEqualTo(anew.free(resource, n));
            }
        }
        assertThat(view.groupsWithMembers()).isEqualTo(anew.groupsWithMembers());
        for (GroupRef group : anew.groupsWithMembers()) {
            assertThat(view.membersOf(group)).isEqualTo(anew.membersOf(group));
            assertThat(view.members(group)).isEqualTo(anew.members(group));
        }
    }

    private static Map<String, Set<Pod>> awaited(ClusterSnapshot snapshot) {
        Map<String, Set<Pod>> awaited = new TreeMap<>();
        snapshot.tables
                .awaited()
                .forEach(node -> awaited.put(
                        node.name(), Arrays.stream(node.pods().all()).collect(Collectors.toSet())));
        return awaited;
    }

    /** {@return the words of the verdicts that were compared} What is remembered of earlier questions must not show. */
    List<String> requireEqualAnswers() {
        ClusterSnapshot view = live.view();
        ClusterSnapshot anew = anew();
        List<String> words = new ArrayList<>();
        for (GroupRef group : SAMPLES) {
            Verdict verdict = Feasibility.answer(view, GROUPS, group, LITTLE);
            assertThat(gist(verdict)).isEqualTo(gist(Feasibility.answer(anew, GROUPS, group, LITTLE)));
            assertThat(Greedy.cycle(view, GROUPS, group, Budget.DEFAULT).placement())
                    .isEqualTo(Greedy.cycle(anew, GROUPS, group, Budget.DEFAULT).placement());
            words.add(verdict.word());
        }
        assertThat(GROUPS.waiting(view)).isEqualTo(GROUPS.waiting(anew));
        return words;
    }

    private static String gist(Verdict verdict) {
        String rest = verdict instanceof Verdict.Feasible yes
                ? yes.placement() + " " + yes.domains() + " " + yes.atMost()
                : verdict instanceof Verdict.Errored error
                        ? error.detail()
                        : verdict instanceof Verdict.Gated gated ? gated.detail() : "";
        return verdict.word() + verdict.about() + verdict.reason() + verdict.steps() + rest;
    }
}
