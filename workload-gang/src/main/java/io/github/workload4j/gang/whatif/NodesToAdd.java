package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.Taint;
import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.explain.Requirement;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many nodes must be added, and where, for a group to fit.
 *
 * @param suggestions for each shape of node that helps the fewest such nodes that make the group fit, and the domain
 *     where so few are enough; fewest first
 * @param notLookedAt shapes of which nothing was found out to the end, because the budget was spent: for each a node of
 *     the shape
 */
public record NodesToAdd(List<Suggestion.MoreNodes> suggestions, List<Node> notLookedAt) {

    private static final int MOST_SHAPES = 6;
    private static final String HOSTNAME = "kubernetes.io/hostname";

    /**
     * Taints that come and go with the state of a node: those of the node controller, of kubelet and of cloud
     * controllers.
     */
    private static final Set<String> PASSING = Set.of(
            "node.kubernetes.io/not-ready",
            "node.kubernetes.io/unreachable",
            "node.kubernetes.io/memory-pressure",
            "node.kubernetes.io/disk-pressure",
            "node.kubernetes.io/pid-pressure",
            "node.kubernetes.io/network-unavailable",
            "node.kubernetes.io/out-of-service",
            "node.cloudprovider.kubernetes.io/uninitialized",
            "node.cloudprovider.kubernetes.io/shutdown");

    public NodesToAdd {
        suggestions = List.copyOf(requireNonNull(suggestions, "suggestions"));
        notLookedAt = List.copyOf(requireNonNull(notLookedAt, "notLookedAt"));
    }

    /**
     * {@return what would be enough of the shapes of nodes that are there; nothing if the group fits}
     *
     * <p>Nodes have one shape if they have the same allocatable resources, taints, devices of their own, and values of
     * the labels by which the pods select nodes; of many shapes the most frequent are tried, and of many domains those
     * that an explanation lists, best first. Each number that is tried costs a pass over the cluster and an answer:
     * about the logarithm of the pods for a shape, and one more for each further domain.
     *
     * @param question whether the group fits
     * @param verdict the answer to it
     * @param meter what all answers together may spend
     */
    public static NodesToAdd of(GroupQuestion question, Verdict verdict, WorkMeter meter) {
        requireNonNull(question, "question");
        return of(question, verdict, frequentShapes(question), meter);
    }

    private static List<Node> frequentShapes(GroupQuestion question) {
        Set<String> selected = selectedLabels(question);
        Map<String, List<Device>> devices = AddedDevices.byNode(question.snapshot());
        Map<List<Object>, Node> shapes = new LinkedHashMap<>();
        Map<List<Object>, Integer> count = new LinkedHashMap<>();
        for (int n = 0; n < question.snapshot().nodes(); n++) {
            Node node = question.snapshot().node(n);
            Map<String, String> labels = new LinkedHashMap<>(node.metadata().labels());
            labels.keySet().retainAll(selected);
            List<Object> shape = List.of(
                    node.status().allocatable(),
                    healthy(node).spec().taints(),
                    labels,
                    devices.getOrDefault(node.metadata().name(), List.of()));
            shapes.putIfAbsent(shape, node);
            count.merge(shape, 1, Integer::sum);
        }
        List<Node> frequent = new ArrayList<>();
        count.entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .limit(MOST_SHAPES)
                .forEach(each -> frequent.add(requireNonNull(shapes.get(each.getKey()))));
        return frequent;
    }

    /** {@return labels by which the pods select nodes} */
    private static Set<String> selectedLabels(GroupQuestion question) {
        Set<String> keys = new TreeSet<>();
        for (NamedPodClass kind : question.podClasses()) {
            keys.addAll(kind.pod().spec().nodeSelector().keySet());
            Affinity affinity = kind.pod().spec().affinity();
            NodeSelector required = affinity == null ? null : affinity.requiredNodeAffinity();
            if (required != null) {
                required.nodeSelectorTerms()
                        .forEach(term -> term.matchExpressions().forEach(each -> keys.add(each.key())));
            }
        }
        keys.remove(HOSTNAME);
        return keys;
    }

    /** {@return the same for given shapes, which need not be in the snapshot} */
    public static NodesToAdd of(GroupQuestion question, Verdict verdict, List<Node> shapes, WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(verdict, "verdict");
        requireNonNull(shapes, "shapes");
        requireNonNull(meter, "meter");
        if (!(verdict instanceof Verdict.Infeasible || verdict instanceof Verdict.Undetermined)) {
            return new NodesToAdd(List.of(), List.of());
        }
        if (question.hasTooManyPairs()) {
            return new NodesToAdd(List.of(), shapes);
        }
        Explanation explanation = Explanation.of(question, verdict, meter.part(2));
        int most = pods(question);
        List<Suggestion.MoreNodes> found = new ArrayList<>();
        List<Node> notLookedAt = new ArrayList<>();
        for (int s = 0; s < shapes.size(); s++) {
            Probe probe = new Probe(question, meter.part(shapes.size() - s), verdict instanceof Verdict.Infeasible);
            Suggestion.MoreNodes best = null;
            for (Where where : where(question, explanation)) {
                // Once there is a number, a domain is of interest only if one fewer is enough there.
                int atMost = best == null ? most : best.count() - 1;
                Suggestion.MoreNodes enough =
                        atMost < 1 ? null : fewest(question, shapes.get(s), where.key(), where.domain(), atMost, probe);
                best = enough == null ? best : enough;
            }
            if (best != null) {
                found.add(best);
            }
            if (probe.ranOut()) {
                notLookedAt.add(shapes.get(s));
            }
        }
        found.sort((a, b) -> a.count() - b.count());
        return new NodesToAdd(found, notLookedAt);
    }

    private static int pods(GroupQuestion question) {
        GroupNode root = question.groups().get(0);
        int pending = question.packing().pods();
        return root.isComposite()
                ? pending
                : Math.max(1, root.minimum() - root.members().running());
    }

    /** The domain that nodes are added to, or nothing of the kind. */
    private record Where(@Nullable String key, @Nullable String domain) {}

    /**
     * {@return the domains that an explanation lists, then a new one of each label over which pods must be spread or
     * apart}
     */
    private static List<Where> where(GroupQuestion question, Explanation explanation) {
        List<Where> all = new ArrayList<>();
        explanation.domains().forEach(fit -> all.add(new Where(explanation.key(), fit.domain())));
        if (all.isEmpty()) {
            String key = explanation.key();
            all.add(new Where(key, key == null ? null : newDomain(key, question.snapshot())));
        }
        Set<String> keys = new TreeSet<>();
        for (Requirement requirement : Requirement.of(question)) {
            if (requirement instanceof Requirement.Spread spread) {
                keys.add(spread.topologyKey());
            } else if (requirement instanceof Requirement.AntiAffinity apart) {
                keys.add(apart.topologyKey());
            } else if (requirement instanceof Requirement.Repelled repelled) {
                repelled.pods().forEach(pod -> keys.add(pod.topologyKey()));
            }
        }
        keys.remove(HOSTNAME);
        keys.removeIf(key -> key.equals(explanation.key()));
        keys.forEach(key -> all.add(new Where(key, newDomain(key, question.snapshot()))));
        return all;
    }

    /** {@return a value of a label that no node has} */
    private static String newDomain(String key, ClusterSnapshot snapshot) {
        Set<String> values = new TreeSet<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            values.add(snapshot.node(n).metadata().labels().getOrDefault(key, ""));
        }
        String value = "new";
        for (int i = 2; values.contains(value); i++) {
            value = "new-" + i;
        }
        return value;
    }

    private static Suggestion.@Nullable MoreNodes fewest(
            GroupQuestion question, Node like, @Nullable String key, @Nullable String domain, int most, Probe probe) {
        LongFunction<GroupQuestion> with =
                count -> question.on(with(question.snapshot(), like, nodes(like, key, domain, (int) count)));
        if (!probe.fits(() -> with.apply(most))) {
            return null;
        }
        Probe.Threshold threshold = probe.threshold(most, 0, with);
        return new Suggestion.MoreNodes(like, key, domain, (int) threshold.last(), threshold.exact());
    }

    /** {@return the nodes that a suggestion means, by names that no node has} */
    public static List<Node> nodes(Suggestion.MoreNodes suggestion) {
        requireNonNull(suggestion, "suggestion");
        return nodes(suggestion.like(), suggestion.key(), suggestion.domain(), suggestion.count());
    }

    /**
     * {@return a snapshot with the nodes that a suggestion means, each with devices and CSI drivers like those of its
     * like}
     */
    public static ClusterSnapshot applyTo(ClusterSnapshot snapshot, Suggestion.MoreNodes suggestion) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(suggestion, "suggestion");
        return with(snapshot, suggestion.like(), nodes(suggestion));
    }

    private static ClusterSnapshot with(ClusterSnapshot snapshot, Node like, List<Node> nodes) {
        String name = like.metadata().name();
        List<String> names = nodes.stream().map(node -> node.metadata().name()).toList();
        ClusterSnapshot more = AddedDevices.ofNodes(snapshot.withNodes(nodes), name, names);
        return more.withStorage(StorageChanges.withNodes(more.storage(), name, names));
    }

    /**
     * {@return empty nodes like one: its labels with another name, allocatable and taints; in good health and open for
     * pods}
     */
    static List<Node> nodes(Node like, @Nullable String key, @Nullable String domain, int count) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = like.metadata().name() + "-added-" + i;
            Map<String, String> labels = new LinkedHashMap<>(like.metadata().labels());
            labels.replace(HOSTNAME, name);
            if (key != null && domain != null) {
                labels.put(key, domain);
            }
            nodes.add(healthy(
                    new Node(ObjectMeta.builder().name(name).labels(labels).build(), like.spec(), like.status())));
        }
        return nodes;
    }

    /**
     * {@return a node in good health: without cordon, and without the taints that tell how one node is and not what
     * kind it is}
     */
    private static Node healthy(Node node) {
        Node open = Suggestion.Uncordon.uncordoned(node);
        List<Taint> taints = open.spec().taints().stream()
                .filter(taint -> !PASSING.contains(taint.key()))
                .toList();
        return new Node(open.metadata(), new NodeSpec(false, taints), open.status());
    }
}
