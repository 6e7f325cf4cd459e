package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.gang.replay.Assumed.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that count pods over domains of nodes: anti-affinity, affinity, spread. */
final class CountChecks {

    private final Assumed assumed;

    CountChecks(Assumed assumed) {
        this.assumed = assumed;
    }

    boolean keepsApart(Pod pod, Node node) {
        List<PodAffinityTerm> own =
                pod.spec().affinity() == null ? List.of() : pod.spec().affinity().requiredPodAntiAffinity();
        if (!own.stream().allMatch(CountChecks::isReadable)) {
            return false;
        }
        Kind self = new Kind(Assumed.namespace(pod), pod.metadata().labels(), false, own);
        Map<Kind, Map<String, Integer>> concerned = own.isEmpty() ? assumed.repelling() : assumed.population();
        for (Map.Entry<Kind, Map<String, Integer>> some : concerned.entrySet()) {
            Kind other = some.getKey();
            for (PodAffinityTerm term : own) {
                if (matches(term, self, other) && sharesDomain(term.topologyKey(), node, some.getValue())) {
                    return false;
                }
            }
            for (PodAffinityTerm term : other.antiAffinity()) {
                if (matches(term, other, self) && sharesDomain(term.topologyKey(), node, some.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean sharesDomain(String key, Node node, Map<String, Integer> where) {
        String value = node.metadata().labels().get(key);
        return value != null
                && where.keySet().stream()
                        .anyMatch(name -> value.equals(assumed.nodes().get(name).metadata().labels().get(key)));
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
                                || !owner.labels().get(key).equals(other.labels().get(key)));
    }

    private static boolean isReadable(PodAffinityTerm term) {
        return Labels.isSelector(term.labelSelector()) && Labels.isSelector(term.namespaceSelector());
    }

    boolean isAttracted(Pod pod, Node node) {
        List<PodAffinityTerm> terms =
                pod.spec().affinity() == null ? List.of() : pod.spec().affinity().requiredPodAffinity();
        Kind self = new Kind(Assumed.namespace(pod), pod.metadata().labels(), false, List.of());
        boolean anyCounts = false;
        boolean[] met = new boolean[terms.size()];
        for (Map.Entry<Kind, Map<String, Integer>> some : assumed.population().entrySet()) {
            if (terms.stream().allMatch(term -> matches(term, self, some.getKey()))) {
                for (int t = 0; t < met.length; t++) {
                    String key = terms.get(t).topologyKey();
                    anyCounts |= some.getValue().keySet().stream()
                            .anyMatch(name -> assumed.nodes().get(name).metadata().labels().containsKey(key));
                    met[t] |= sharesDomain(key, node, some.getValue());
                }
            }
        }
        boolean first = !anyCounts && terms.stream().allMatch(term -> matches(term, self, self));
        for (int t = 0; t < met.length; t++) {
            if (!node.metadata().labels().containsKey(terms.get(t).topologyKey()) || !met[t] && !first) {
                return false;
            }
        }
        return true;
    }

    /** {@return the topology key of the first constraint in the way, or null} */
    @Nullable String unevenOver(Pod pod, Node node) {
        List<TopologySpreadConstraint> constraints = pod.spec().topologySpreadConstraints().stream()
                .filter(constraint -> constraint.whenUnsatisfiable().equals("DoNotSchedule"))
                .toList();
        for (TopologySpreadConstraint constraint : constraints) {
            String value = node.metadata().labels().get(constraint.topologyKey());
            if (value == null || !Labels.isSelector(constraint.labelSelector())) {
                return constraint.topologyKey();
            }
            Map<String, Long> counts = counts(pod, constraint, constraints);
            long smallest = counts.values().stream().mapToLong(count -> count).min().orElse(0);
            if (counts.size() < (constraint.minDomains() == null ? 1 : constraint.minDomains())) {
                smallest = 0;
            }
            Kind self = new Kind(Assumed.namespace(pod), pod.metadata().labels(), false, List.of());
            long after = counts.getOrDefault(value, 0L) + (counted(constraint, pod, self) ? 1 : 0);
            if (after - smallest > constraint.maxSkew()) {
                return constraint.topologyKey();
            }
        }
        return null;
    }

    private Map<String, Long> counts(
            Pod pod, TopologySpreadConstraint constraint, List<TopologySpreadConstraint> all) {
        Map<String, Long> counts = new HashMap<>();
        for (Node node : assumed.nodes().values()) {
            if (isEligible(pod, node, constraint, all)) {
                counts.putIfAbsent(node.metadata().labels().get(constraint.topologyKey()), 0L);
            }
        }
        assumed.population().forEach((kind, where) -> {
            if (!kind.terminating() && counted(constraint, pod, kind)) {
                where.forEach((name, count) -> {
                    Node node = assumed.nodes().get(name);
                    if (isEligible(pod, node, constraint, all)) {
                        counts.merge(node.metadata().labels().get(constraint.topologyKey()), (long) count, Long::sum);
                    }
                });
            }
        });
        return counts;
    }

    private static boolean isEligible(
            Pod pod, Node node, TopologySpreadConstraint constraint, List<TopologySpreadConstraint> all) {
        return all.stream().allMatch(each -> node.metadata().labels().containsKey(each.topologyKey()))
                && (constraint.nodeAffinityPolicy().equals("Ignore") || NodeChecks.isSelected(pod, node))
                && (!constraint.nodeTaintsPolicy().equals("Honor") || NodeChecks.taintInTheWay(pod, node) == null);
    }

    private static boolean counted(TopologySpreadConstraint constraint, Pod owner, Kind other) {
        LabelSelector selector = constraint.labelSelector();
        return selector != null
                && other.namespace().equals(Assumed.namespace(owner))
                && selector.matches(other.labels())
                && constraint.matchLabelKeys().stream()
                        .allMatch(key -> !owner.metadata().labels().containsKey(key)
                                || owner.metadata().labels().get(key).equals(other.labels().get(key)));
    }
}
