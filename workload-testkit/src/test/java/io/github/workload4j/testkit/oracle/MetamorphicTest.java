package io.github.workload4j.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Container;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.NodeSelectorTerm;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.core.ResourceRequirements;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.testkit.SmallCluster;
import io.github.workload4j.testkit.SmallClusters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What must not matter does not matter. */
class MetamorphicTest {

    @Provide
    Arbitrary<SmallCluster> clusters() {
        return SmallClusters.all();
    }

    @Provide
    Arbitrary<SmallCluster> withoutOrder() {
        return SmallClusters.withoutOrder();
    }

    private static Verdict verdict(SmallCluster cluster) {
        return Feasibility.answer(cluster.snapshot(), Groups.of(cluster.objects()), cluster.group(), Budget.DEFAULT);
    }

    /** The verdict without its evidence: word, reason, number placed. */
    private static List<Object> gist(Verdict verdict) {
        int placed = verdict instanceof Verdict.Feasible feasible ? feasible.placed() : 0;
        return List.of(verdict.word(), verdict.reason(), placed);
    }

    @Property(tries = 300, seed = "11")
    void theOrderOfNodesPodsAndGroupsChangesNothingInTheAnswer(
            @ForAll("clusters") SmallCluster cluster, @ForAll Random random) {
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        List<Pod> pods = new ArrayList<>(cluster.pods());
        List<SchedulingObject> objects = new ArrayList<>(cluster.objects());
        Collections.shuffle(nodes, random);
        Collections.shuffle(pods, random);
        Collections.shuffle(objects, random);
        Verdict before = verdict(cluster);
        Verdict after = verdict(cluster.withNodes(nodes).withPods(pods).withObjects(objects));
        assertThat(gist(after)).isEqualTo(gist(before));
        assertThat(after.steps()).isEqualTo(before.steps());
        if (before instanceof Verdict.Feasible one && after instanceof Verdict.Feasible other) {
            assertThat(other.placement()).isEqualTo(one.placement());
            assertThat(other.domains()).isEqualTo(one.domains());
        }
    }

    @Property(tries = 300, seed = "12")
    void oneMoreNodeNeverTurnsAYesIntoANo(
            @ForAll("withoutOrder") SmallCluster cluster, @ForAll("withoutOrder") SmallCluster other) {
        Node more = renamed(other.nodes().get(0), "one-more");
        List<Node> nodes = new ArrayList<>(cluster.nodes());
        nodes.add(more);
        SmallCluster larger = cluster.withNodes(nodes);
        assertNoWorse(verdict(cluster), verdict(larger));
    }

    private static Node renamed(Node node, String name) {
        return new Node(node.metadata().toBuilder().name(name).build(), node.spec(), node.status());
    }

    @Property(tries = 300, seed = "13")
    void aStrangerLessNeverTurnsAYesIntoANo(@ForAll("withoutOrder") SmallCluster cluster) {
        List<Pod> pods = cluster.pods().stream()
                .filter(pod -> !GroupRef.of(pod).isEmpty())
                .toList();
        SmallCluster emptier = cluster.withPods(pods);
        assertNoWorse(verdict(cluster), verdict(emptier));
    }

    private static void assertNoWorse(Verdict before, Verdict after) {
        if (before instanceof Verdict.Feasible one) {
            assertThat(after).isInstanceOf(Verdict.Feasible.class);
            assertThat(((Verdict.Feasible) after).placed()).isGreaterThanOrEqualTo(one.placed());
        }
    }

    @Property(tries = 300, seed = "14")
    void theUnitOfQuantitiesDoesNotMatter(@ForAll("clusters") SmallCluster cluster) {
        UnaryOperator<Map<String, Quantity>> scaled = MetamorphicTest::scaled;
        List<Node> nodes = cluster.nodes().stream()
                .map(node -> new Node(
                        node.metadata(),
                        node.spec(),
                        new NodeStatus(Map.of(), scaled.apply(node.status().allocatable()))))
                .toList();
        List<Pod> pods = cluster.pods().stream()
                .map(pod -> new Pod(pod.metadata(), scaled(pod.spec()), pod.status()))
                .toList();
        // A quantity below one unit is rounded up before it is multiplied, and after: only whole units scale.
        if (cluster.pods().stream().allMatch(pod -> isWhole(pod.spec()))) {
            assertThat(gist(verdict(cluster.withNodes(nodes).withPods(pods)))).isEqualTo(gist(verdict(cluster)));
        }
    }

    private static boolean isWhole(PodSpec spec) {
        List<Container> all = new ArrayList<>(spec.containers());
        all.addAll(spec.initContainers());
        return all.stream()
                .flatMap(container -> {
                    List<Map.Entry<String, Quantity>> both =
                            new ArrayList<>(container.resources().requests().entrySet());
                    both.addAll(container.resources().limits().entrySet());
                    return both.stream();
                })
                .allMatch(entry -> entry.getKey().equals("cpu")
                        || entry.getValue().amount().scale() <= 0);
    }

    private static PodSpec scaled(PodSpec spec) {
        PodSpec.Builder scaled = spec.toBuilder();
        scaled.containers(
                spec.containers().stream().map(MetamorphicTest::scaled).toList());
        scaled.initContainers(
                spec.initContainers().stream().map(MetamorphicTest::scaled).toList());
        scaled.overhead(scaled(spec.overhead()));
        scaled.resources(spec.resources() == null ? null : scaled(spec.resources()));
        return scaled.build();
    }

    private static Container scaled(Container container) {
        return new Container(
                container.name(),
                container.image(),
                scaled(container.resources()),
                container.ports(),
                container.restartPolicy());
    }

    private static ResourceRequirements scaled(ResourceRequirements resources) {
        return new ResourceRequirements(scaled(resources.requests()), scaled(resources.limits()));
    }

    private static Map<String, Quantity> scaled(Map<String, Quantity> amounts) {
        Map<String, Quantity> scaled = new LinkedHashMap<>();
        amounts.forEach((name, amount) -> scaled.put(
                name,
                name.equals("pods")
                        ? amount
                        : Quantity.parse(amount.amount()
                                .multiply(BigDecimal.valueOf(1024))
                                .toPlainString())));
        return scaled;
    }

    @Property(tries = 300, seed = "15")
    void namesDoNotMatter(@ForAll("clusters") SmallCluster cluster) {
        List<Node> nodes = cluster.nodes().stream()
                .map(node -> {
                    Map<String, String> labels =
                            new LinkedHashMap<>(node.metadata().labels());
                    labels.computeIfPresent("kubernetes.io/hostname", (key, value) -> other(value));
                    return new Node(
                            ObjectMeta.of(other(node.metadata().name())).toBuilder()
                                    .labels(labels)
                                    .build(),
                            node.spec(),
                            node.status());
                })
                .toList();
        List<Pod> pods = cluster.pods().stream()
                .map(pod -> new Pod(
                        pod.metadata().toBuilder()
                                .name(other(pod.metadata().name()))
                                .build(),
                        pod.spec().toBuilder()
                                .nodeName(
                                        pod.spec().nodeName().isEmpty()
                                                ? ""
                                                : other(pod.spec().nodeName()))
                                .affinity(other(pod.spec().affinity()))
                                .build(),
                        pod.status()))
                .toList();
        assertThat(gist(verdict(cluster.withNodes(nodes).withPods(pods)))).isEqualTo(gist(verdict(cluster)));
    }

    /** Turns the order of names around: {@code n0} becomes {@code z9}. */
    private static String other(String name) {
        char last = name.charAt(name.length() - 1);
        return "z" + (Character.isDigit(last) ? String.valueOf('9' - last) : name);
    }

    private static @Nullable Affinity other(@Nullable Affinity affinity) {
        if (affinity == null || affinity.requiredNodeAffinity() == null) {
            return affinity;
        }
        List<NodeSelectorTerm> terms = affinity.requiredNodeAffinity().nodeSelectorTerms().stream()
                .map(term -> new NodeSelectorTerm(
                        term.matchExpressions(),
                        term.matchFields().stream()
                                .map(field -> new NodeSelectorRequirement(
                                        field.key(),
                                        field.operator(),
                                        field.values().stream()
                                                .map(MetamorphicTest::other)
                                                .toList()))
                                .toList()))
                .toList();
        return new Affinity(
                new NodeSelector(terms), affinity.requiredPodAffinity(), affinity.requiredPodAntiAffinity());
    }

    @Property(tries = 300, seed = "16")
    void labelsNobodyAsksForDoNotMatter(@ForAll("clusters") SmallCluster cluster) {
        List<Node> nodes = cluster.nodes().stream()
                .map(node -> new Node(labelled(node.metadata()), node.spec(), node.status()))
                .toList();
        List<Pod> pods = cluster.pods().stream()
                .map(pod -> new Pod(labelled(pod.metadata()), pod.spec(), pod.status()))
                .toList();
        Verdict before = verdict(cluster);
        Verdict after = verdict(cluster.withNodes(nodes).withPods(pods));
        assertThat(gist(after)).isEqualTo(gist(before));
        assertThat(after.steps()).isEqualTo(before.steps());
    }

    private static ObjectMeta labelled(ObjectMeta metadata) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("example.com/serial", metadata.name());
        labels.putAll(metadata.labels());
        return metadata.toBuilder().labels(labels).build();
    }
}
