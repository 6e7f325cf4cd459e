package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that count pods over domains of nodes: anti-affinity, affinity, spread. What pods of equal rules count is
 * counted once, and kept as pods come. Mutable, not thread-safe.
 */
final class CountChecks {

    private final Assumed assumed;
    private final NodeChecks nodeChecks;
    private final ReplayRules rules;
    private final Map<Object, Tally> tallies = new HashMap<>();
    private final Map<Spreading.Content, Spreading> spreading = new HashMap<>();

    /** For each kind of pods with anti-affinity, and each of its terms, where its pods are. */
    private final Map<Repelling, Tally> repelling = new LinkedHashMap<>();

    /** A term of a kind of pods that are there. */
    private record Repelling(PodAffinityTerm term, Kind owner) {}

    /** A term of anti-affinity as it reads for the pods that have it. */
    private record Apart(PodAffinityTerm term, String namespace, Map<String, String> labels) {}

    /** One of the terms of affinity as it reads for the pods that have them. */
    private record Together(List<PodAffinityTerm> terms, int index, String namespace, Map<String, String> labels) {}

    /** A constraint as it reads for the pods that have it. */
    private record Even(TopologySpreadConstraint constraint, Spreading of) {}

    CountChecks(Assumed assumed, NodeChecks nodeChecks, ReplayRules rules) {
        this.assumed = assumed;
        this.nodeChecks = nodeChecks;
        this.rules = rules;
        assumed.population().forEach((kind, where) -> {
            if (!kind.antiAffinity().isEmpty()) {
                where.forEach((node, pods) -> repel(kind, node, pods));
            }
        });
    }

    /** Counts a pod that comes to a node. */
    void put(Kind kind, String node) {
        Node on = assumed.node(node);
        tallies.values().forEach(tally -> tally.add(kind, on, 1));
        repel(kind, node, 1);
    }

    private void repel(Kind kind, String node, int pods) {
        for (PodAffinityTerm term : kind.antiAffinity()) {
            repelling
                    .computeIfAbsent(
                            new Repelling(term, kind),
                            r -> new Tally(kind::equals, on -> value(on, term.topologyKey())))
                    .add(kind, assumed.node(node), pods);
        }
    }

    private Tally tally(Object what, Tally fresh, boolean everyDomain) {
        Tally known = tallies.get(what);
        if (known != null) {
            return known;
        }
        if (everyDomain) {
            assumed.nodes().values().forEach(fresh::see);
        }
        assumed.population()
                .forEach((kind, where) -> where.forEach((node, pods) -> fresh.add(kind, assumed.node(node), pods)));
        tallies.put(what, fresh);
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
            Tally there = tally(
                    new Apart(term, self.namespace(), self.labels()),
                    new Tally(other -> matches(term, self, other), on -> value(on, term.topologyKey())),
                    false);
            if (there.in(value(node, term.topologyKey())) > 0) {
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
        for (Map.Entry<Repelling, Tally> some : repelling.entrySet()) {
            PodAffinityTerm term = some.getKey().term();
            if (some.getValue().in(value(node, term.topologyKey())) > 0
                    && matches(term, some.getKey().owner(), self)) {
                return false;
            }
        }
        return true;
    }

    private boolean matches(PodAffinityTerm term, Kind owner, Kind other) {
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
                && isReadable(term)
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
                    new Tally(
                            other -> terms.stream().allMatch(term -> matches(term, self, other)), on -> value(on, key)),
                    false);
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
            Tally there = tally(
                    new Even(constraint, spread),
                    new Tally(
                            kind -> !kind.terminating()
                                    && !countsNobody(constraint, self)
                                    && counted(constraint, self, kind),
                            on -> isEligible(pod, on, constraint, spread) ? value(on, constraint.topologyKey()) : null),
                    true);
            int least = constraint.minDomains() == null ? 1 : constraint.minDomains();
            boolean sees = isEligible(pod, node, constraint, spread);
            int further = (int) waiting.stream()
                    .filter(other -> sees && counted(constraint, self, assumed.kind(other)))
                    .count();
            int smallest = there.domains() < least ? 0 : there.fewestWith(sees ? value : null, further);
            if (there.in(value) + further + (counted(constraint, self, self) ? 1 : 0) - smallest
                    > constraint.maxSkew()) {
                return constraint.topologyKey();
            }
        }
        return null;
    }

    private boolean isEligible(Pod pod, Node node, TopologySpreadConstraint constraint, Spreading spread) {
        return spread.hasEveryKey(node)
                && (constraint.nodeAffinityPolicy().equals("Ignore") || NodeChecks.isSelected(pod, node))
                && (!constraint.nodeTaintsPolicy().equals("Honor") || nodeChecks.taintInTheWay(pod, node) == null);
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
