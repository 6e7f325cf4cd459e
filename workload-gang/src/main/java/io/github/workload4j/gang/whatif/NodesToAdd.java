package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.ClusterSnapshot;
import io.github.workload4j.gang.GroupLevel;
import io.github.workload4j.gang.GroupQuestion;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Groups;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many nodes must be added, and where, for a group to fit. */
public final class NodesToAdd {

    private static final int MOST_SHAPES = 6;
    private static final int MOST_DOMAINS = 2;
    private static final String HOSTNAME = "kubernetes.io/hostname";

    private NodesToAdd() {}

    /**
     * {@return for each shape of node that is there and helps, the fewest such nodes that make the group fit, and the domain where so few are
     * enough; fewest first} Empty if the group fits or may not be tried.
     *
     * <p>Nodes have one shape if they have the same allocatable resources and taints; of many shapes the most frequent are tried, and of many
     * domains the best. Each number that is tried costs a pass over the cluster and an answer.
     */
    public static List<Suggestion.MoreNodes> of(
            ClusterSnapshot snapshot, Groups groups, GroupRef group, Budget budget) {
        Map<List<Object>, Node> shapes = new LinkedHashMap<>();
        Map<List<Object>, Integer> count = new LinkedHashMap<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            Node node = snapshot.node(n);
            List<Object> shape = List.of(node.status().allocatable(), node.spec().taints());
            shapes.putIfAbsent(shape, node);
            count.merge(shape, 1, Integer::sum);
        }
        List<List<Object>> frequent = new ArrayList<>(shapes.keySet());
        frequent.sort((a, b) -> count.getOrDefault(b, 0) - count.getOrDefault(a, 0));
        List<Node> some = new ArrayList<>();
        for (List<Object> shape : frequent.subList(0, Math.min(MOST_SHAPES, frequent.size()))) {
            some.add(shapes.get(shape));
        }
        return of(snapshot, groups, group, some, budget);
    }

    /** {@return the same for given shapes, which need not be in the snapshot} */
    public static List<Suggestion.MoreNodes> of(
            ClusterSnapshot snapshot, Groups groups, GroupRef group, List<Node> shapes, Budget budget) {
        Optional<GroupQuestion> question = GroupQuestion.of(snapshot, groups, group);
        if (question.isEmpty()) {
            return List.of();
        }
        Verdict verdict = question.get().answer(budget);
        if (verdict instanceof Verdict.Feasible) {
            return List.of();
        }
        Explanation explanation = Explanation.of(snapshot, groups, group, verdict, budget);
        int most = pods(question.get());
        Asking asking = new Asking(budget, verdict instanceof Verdict.Infeasible);
        List<Suggestion.MoreNodes> found = new ArrayList<>();
        for (Node shape : shapes) {
            Suggestion.MoreNodes best = null;
            for (@Nullable String domain : domains(explanation)) {
                Suggestion.MoreNodes enough =
                        fewest(question.get(), shape, explanation.key(), domain, most, asking);
                if (enough != null && (best == null || enough.count() < best.count())) {
                    best = enough;
                }
            }
            if (best != null) {
                found.add(best);
            }
        }
        found.sort((a, b) -> a.count() - b.count());
        return found;
    }

    private static int pods(GroupQuestion question) {
        GroupLevel root = question.groups().get(0);
        int pending = question.packing().pods();
        return root.isComposite() ? pending : Math.max(1, root.minimum() - root.members().running());
    }

    private static List<@Nullable String> domains(Explanation explanation) {
        List<@Nullable String> domains = new ArrayList<>();
        for (DomainFit fit : explanation.domains()) {
            if (domains.size() < MOST_DOMAINS) {
                domains.add(fit.domain());
            }
        }
        if (domains.isEmpty()) {
            domains.add(explanation.key() == null ? null : "new");
        }
        return domains;
    }

    private static Suggestion.@Nullable MoreNodes fewest(
            GroupQuestion question, Node like, @Nullable String key, @Nullable String domain, int most, Asking asking) {
        GroupQuestion all = question.on(question.snapshot().withNodes(nodes(like, key, domain, most)));
        if (!asking.fits(all)) {
            return null;
        }
        Asking.Edge edge = asking.edge(
                most,
                0,
                count -> question.on(question.snapshot().withNodes(nodes(like, key, domain, (int) count))));
        return new Suggestion.MoreNodes(like, key, domain, (int) edge.last(), edge.exact());
    }

    /** {@return the nodes that a suggestion means, by names that no node has} */
    public static List<Node> nodes(Suggestion.MoreNodes suggestion) {
        return nodes(suggestion.like(), suggestion.key(), suggestion.domain(), suggestion.count());
    }

    /** {@return empty nodes like one: its labels with another name, allocatable and taints; open for pods} */
    static List<Node> nodes(Node like, @Nullable String key, @Nullable String domain, int count) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = like.metadata().name() + "-added-" + i;
            Map<String, String> labels = new LinkedHashMap<>(like.metadata().labels());
            labels.replace(HOSTNAME, name);
            if (key != null && domain != null) {
                labels.put(key, domain);
            }
            nodes.add(new Node(
                    ObjectMeta.builder().name(name).labels(labels).build(),
                    new NodeSpec(false, like.spec().taints()),
                    like.status()));
        }
        return nodes;
    }
}
