package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules that count pods over domains of nodes: anti-affinity, affinity, spread. What pods of equal rules count is
 * counted once, and kept as pods come. Mutable, not thread-safe.
 */
final class CountChecks {

    private final Assumed assumed;
    private final NodeChecks nodeChecks;
    private final ReplayRules rules;

    /** The kinds of pods that may be put. */
    private final KindIndex coming = new KindIndex();

    /** These and those of pods that are there; made when it is asked for. */
    private @Nullable KindIndex kinds;

    private final Map<Object, Tally> tallies = new HashMap<>();
    private final Map<Spreading.Content, Spreading> spreading = new HashMap<>();
    private final Map<SpreadNodes.Content, SpreadNodes> spreadNodes = new HashMap<>();

    /** By kind of pods, what counts them. */
    private final Map<Kind, List<Tally>> counting = new HashMap<>();

    /** By key and value of nodes' labels, for keys of anti-affinity, the kinds of pods there. */
    private final Map<String, Map<String, Set<Kind>>> there = new HashMap<>();

    /** By kind of pods, the terms of anti-affinity of other kinds which match them. */
    private final Map<Kind, List<Repelling>> repelling = new HashMap<>();

    /** What terms of anti-affinity of pods that may be put match. */
    private final Map<Repelling, List<Kind>> matched = new HashMap<>();

    /** A term of a kind of pods. */
    private record Repelling(PodAffinityTerm term, Kind owner) {}

    /** One of the terms of affinity as it reads for the pods that have them. */
    private record Together(List<PodAffinityTerm> terms, int index, String namespace, Map<String, String> labels) {}

    /** A constraint as it reads for the pods that have it. */
    private record Even(TopologySpreadConstraint constraint, Spreading of) {}

    /**
     * Starts with the pods that are there.
     *
     * @param coming those that may be put
     */
    CountChecks(Assumed assumed, NodeChecks nodeChecks, ReplayRules rules, List<Pod> coming) {
        this.assumed = assumed;
        this.nodeChecks = nodeChecks;
        this.rules = rules;
        coming.forEach(pod -> this.coming.add(assumed.kind(pod)));
        Set<Kind> concerned = new HashSet<>();
        Set<Kind> owners = new LinkedHashSet<>(assumed.population().keySet());
        owners.addAll(this.coming.all());
        for (Kind owner : owners) {
            for (PodAffinityTerm term : owner.antiAffinity()) {
                for (Kind other : matched(term, owner, this.coming)) {
                    repelling.computeIfAbsent(other, k -> new ArrayList<>()).add(new Repelling(term, owner));
                    there.put(term.topologyKey(), new HashMap<>());
                    concerned.add(owner);
                }
            }
        }
        for (Kind owner : this.coming.all()) {
            for (PodAffinityTerm term : owner.antiAffinity()) {
                List<Kind> all = matched(term, owner, kinds());
                matched.put(new Repelling(term, owner), all);
                there.put(term.topologyKey(), new HashMap<>());
                concerned.addAll(all);
            }
        }
        concerned.forEach(kind -> assumed.population()
                .getOrDefault(kind, Map.of())
                .keySet()
                .forEach(node -> settle(kind, assumed.node(node))));
    }

    private KindIndex kinds() {
        KindIndex known = kinds;
        if (known == null) {
            known = new KindIndex();
            assumed.population().keySet().forEach(known::add);
            coming.all().forEach(known::add);
            kinds = known;
        }
        return known;
    }

    /** Counts a pod that comes to a node. */
    void put(Kind kind, String node) {
        Node on = assumed.node(node);
        counting.getOrDefault(kind, List.of()).forEach(tally -> tally.add(on, 1));
        settle(kind, on);
    }

    private void settle(Kind kind, Node node) {
        node.metadata().labels().forEach((key, value) -> {
            Map<String, Set<Kind>> byValue = there.get(key);
            if (byValue != null) {
                byValue.computeIfAbsent(value, v -> new HashSet<>()).add(kind);
            }
        });
    }

    /** {@return the kinds of pods in the domain of a node} */
    private Set<Kind> near(Node node, String key) {
        String value = value(node, key);
        return value == null ? Set.of() : there.getOrDefault(key, Map.of()).getOrDefault(value, Set.of());
    }

    private List<Kind> matched(PodAffinityTerm term, Kind owner, KindIndex among) {
        List<Kind> selected = among.mayMatch(term.labelSelector()).stream()
                .filter(other -> selects(term, owner, other))
                .toList();
        return selected.isEmpty() || isReadable(term) ? selected : List.of();
    }

    /**
     * {@return a tally, with the pods that are there counted}
     *
     * @param what tells it from others
     * @param fresh counts nothing yet
     * @param selector a selector of all pods that are counted, and maybe of others
     * @param counts which pods are counted
     */
    private Tally tally(Object what, Tally fresh, @Nullable LabelSelector selector, Predicate<Kind> counts) {
        Tally known = tallies.putIfAbsent(what, fresh);
        if (known != null) {
            return known;
        }
        for (Kind kind : kinds().mayMatch(selector)) {
            if (counts.test(kind)) {
                counting.computeIfAbsent(kind, k -> new ArrayList<>()).add(fresh);
                assumed.population()
                        .getOrDefault(kind, Map.of())
                        .forEach((node, pods) -> fresh.add(assumed.node(node), pods));
            }
        }
        return fresh;
    }

    private static @Nullable String value(Node node, String key) {
        return node.metadata().labels().get(key);
    }

    /**
     * {@return whether anti-affinity allows it}
     *
     * @param waiting pods that are to be seen as if they were on the node
     */
    boolean keepsApart(Pod pod, Node node, List<Pod> waiting) {
        List<PodAffinityTerm> own = pod.spec().affinity() == null
                ? List.of()
                : pod.spec().affinity().requiredPodAntiAffinity();
        if (!own.stream().allMatch(CountChecks::isReadable)) {
            return false;
        }
        Kind self = assumed.kind(pod);
        for (PodAffinityTerm term : own) {
            if (!Collections.disjoint(
                    near(node, term.topologyKey()), matched.getOrDefault(new Repelling(term, self), List.of()))) {
                return false;
            }
        }
        for (Pod other : waiting) {
            Kind there = assumed.kind(other);
            for (PodAffinityTerm term : own) {
                if (value(node, term.topologyKey()) != null && matches(term, self, there)) {
                    return false;
                }
            }
            for (PodAffinityTerm term : there.antiAffinity()) {
                if (value(node, term.topologyKey()) != null && matches(term, there, self)) {
                    return false;
                }
            }
        }
        return repelling.getOrDefault(self, List.of()).stream()
                .noneMatch(each -> near(node, each.term().topologyKey()).contains(each.owner()));
    }

    private boolean matches(PodAffinityTerm term, Kind owner, Kind other) {
        return selects(term, owner, other) && isReadable(term);
    }

    private boolean selects(PodAffinityTerm term, Kind owner, Kind other) {
        boolean allowed;
        if (term.namespaces().isEmpty() && term.namespaceSelector() == null) {
            allowed = other.namespace().equals(owner.namespace());
        } else {
            allowed = term.namespaces().contains(other.namespace())
                    || term.namespaceSelector() != null
                            && term.namespaceSelector().matches(assumed.namespaceLabels(other.namespace()));
        }
        return allowed
                && term.labelSelector() != null
                && term.labelSelector().matches(other.labels())
                && term.matchLabelKeys().stream()
                        .allMatch(key -> !owner.labels().containsKey(key)
                                || owner.labels().get(key).equals(other.labels().get(key)))
                && term.mismatchLabelKeys().stream()
                        .allMatch(key -> !owner.labels().containsKey(key)
                                || !owner.labels()
                                        .get(key)
                                        .equals(other.labels().get(key)));
    }

    private static boolean isReadable(PodAffinityTerm term) {
        return Labels.isSelector(term.labelSelector()) && Labels.isSelector(term.namespaceSelector());
    }

    boolean isAttracted(Pod pod, Node node) {
        List<PodAffinityTerm> terms = pod.spec().affinity() == null
                ? List.of()
                : pod.spec().affinity().requiredPodAffinity();
        if (terms.isEmpty()) {
            return true;
        }
        Kind self = assumed.kind(pod);
        boolean anyCounts = false;
        boolean allMet = true;
        for (int t = 0; t < terms.size(); t++) {
            String key = terms.get(t).topologyKey();
            Tally there = tally(
                    new Together(terms, t, self.namespace(), self.labels()),
                    new Tally(on -> value(on, key)),
                    terms.get(0).labelSelector(),
                    other -> terms.stream().allMatch(term -> matches(term, self, other)));
            anyCounts |= there.total() > 0;
            allMet &= there.in(value(node, key)) > 0;
        }
        boolean hasKeys = terms.stream().allMatch(term -> value(node, term.topologyKey()) != null);
        boolean first = !anyCounts && terms.stream().allMatch(term -> matches(term, self, self));
        return hasKeys && (allMet || first);
    }

    /** {@return the topology key of the first constraint in the way, or null} */
    @Nullable
    String unevenOver(Pod pod, Node node, List<Pod> waiting) {
        Kind self = assumed.kind(pod);
        Spreading spread = Spreading.Content.of(pod, self).in(spreading);
        for (TopologySpreadConstraint constraint : spread.constraints()) {
            String value = value(node, constraint.topologyKey());
            if (value == null || !Labels.isSelector(constraint.labelSelector())) {
                return constraint.topologyKey();
            }
            SpreadNodes nodes = spreadNodes.computeIfAbsent(
                    SpreadNodes.Content.of(pod, constraint, spread), c -> nodes(pod, constraint, spread));
            Tally there = tally(
                    new Even(constraint, spread),
                    new Tally(nodes::domainOf),
                    constraint.labelSelector(),
                    kind -> !kind.terminating() && !countsNobody(constraint, self) && counted(constraint, self, kind));
            int least = constraint.minDomains() == null ? 1 : constraint.minDomains();
            boolean sees = nodes.domainOf(node) != null;
            int further = (int) waiting.stream()
                    .filter(other -> sees && counted(constraint, self, assumed.kind(other)))
                    .count();
            int smallest = nodes.domains() < least ? 0 : there.fewestOf(nodes.domains(), sees ? value : null, further);
            if (there.in(value) + further + (counted(constraint, self, self) ? 1 : 0) - smallest
                    > constraint.maxSkew()) {
                return constraint.topologyKey();
            }
        }
        return null;
    }

    private SpreadNodes nodes(Pod pod, TopologySpreadConstraint constraint, Spreading spread) {
        return new SpreadNodes(
                assumed.nodes().values(),
                constraint.topologyKey(),
                node -> node.metadata().labels().keySet().containsAll(spread.keys())
                        && (constraint.nodeAffinityPolicy().equals("Ignore") || NodeChecks.isSelected(pod, node))
                        && (!constraint.nodeTaintsPolicy().equals("Honor")
                                || nodeChecks.taintInTheWay(pod, node) == null));
    }

    /** Whether the selector, the pod's own keys added, asks for nothing and therefore counts nobody that is there. */
    private boolean countsNobody(TopologySpreadConstraint constraint, Kind owner) {
        return !rules.emptySelectorCounts()
                && LabelSelector.EVERYTHING.equals(constraint.labelSelector())
                && constraint.matchLabelKeys().stream()
                        .noneMatch(key -> owner.labels().containsKey(key));
    }

    private static boolean counted(TopologySpreadConstraint constraint, Kind owner, Kind other) {
        LabelSelector selector = constraint.labelSelector();
        return selector != null
                && other.namespace().equals(owner.namespace())
                && selector.matches(other.labels())
                && constraint.matchLabelKeys().stream()
                        .allMatch(key -> !owner.labels().containsKey(key)
                                || owner.labels().get(key).equals(other.labels().get(key)));
    }
}
