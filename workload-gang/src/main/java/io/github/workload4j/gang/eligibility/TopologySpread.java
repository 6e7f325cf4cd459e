package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.TopologySpreadConstraint;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One topology spread constraint with {@code DoNotSchedule}, in numbers.
 *
 * <p>Eligible nodes have the keys of all such constraints of the pod, pass its node selector and affinity unless {@code
 * nodeAffinityPolicy} is {@code Ignore}, and have no taint in its way if {@code nodeTaintsPolicy} is {@code Honor}. The
 * count of a value is the pods in the pod's namespace, not terminating, that the selector (with the pod's own values of
 * {@code matchLabelKeys}) matches, on eligible nodes with that value. The minimum is the smallest count over the values
 * of eligible nodes, or 0 if there are fewer of them than {@code minDomains}. A node passes if it has the key and its
 * value's count, plus 1 if the pod matches the selector itself, exceeds the minimum by at most {@code maxSkew}. No
 * selector matches no pod, and up to 1.37 an empty one counts none either; a malformed one lets no node pass.
 *
 * <p>Placing a pod may raise the minimum or the count: order matters.
 */
public final class TopologySpread {

    private final TopologySpreadConstraint constraint;
    private final @Nullable LabelSelector selector;
    private final String namespace;
    private final int[] domainOf;
    private final boolean[] eligible;
    private final int[] counts;
    private final boolean[] exists;
    private final boolean selfMatching;
    private final boolean countsNone;

    private TopologySpread(
            Pod pod, TopologySpreadConstraint constraint, boolean[] eligible, ClusterView view, SchedulerRules rules) {
        Domains domains = view.domains(constraint.topologyKey());
        this.constraint = constraint;
        this.selector = selector(constraint, pod);
        this.countsNone = !rules.emptySelectorCounts() && LabelSelector.EVERYTHING.equals(selector);
        this.namespace = pod.metadata().namespaceOrDefault();
        this.domainOf = LabelSyntax.isReadable(constraint.labelSelector()) ? domains.of() : nowhere(eligible.length);
        this.eligible = eligible;
        this.counts = new int[domains.values().size()];
        this.exists = new boolean[counts.length];
        for (int n = 0; n < eligible.length; n++) {
            if (eligible[n]) {
                exists[domainOf[n]] = true;
            }
        }
        view.forEachPod(selector, (node, other) -> {
            if (eligible[node] && !other.isTerminating() && counts(other)) {
                counts[domainOf[node]]++;
            }
        });
        this.selfMatching = matches(pod);
    }

    private static int[] nowhere(int nodes) {
        int[] none = new int[nodes];
        Arrays.fill(none, -1);
        return none;
    }

    private static @Nullable LabelSelector selector(TopologySpreadConstraint constraint, Pod pod) {
        LabelSelector selector = constraint.labelSelector();
        if (selector == null || constraint.matchLabelKeys().isEmpty()) {
            return selector;
        }
        List<LabelSelectorRequirement> requirements = new ArrayList<>(selector.matchExpressions());
        PodTerm.add(constraint.matchLabelKeys(), "In", pod.metadata().labels(), requirements);
        return new LabelSelector(selector.matchLabels(), requirements);
    }

    /** {@return the constraints of a pod that block, in manifest order} */
    public static List<TopologySpreadConstraint> blocking(Pod pod) {
        List<TopologySpreadConstraint> all = pod.spec().topologySpreadConstraints();
        return all.isEmpty()
                ? all
                : all.stream()
                        .filter(constraint -> constraint.whenUnsatisfiable().equals("DoNotSchedule"))
                        .toList();
    }

    /**
     * {@return the rules of a pod, one for each constraint that blocks, each counted in one pass over the pods on
     * nodes}
     */
    public static List<TopologySpread> of(Pod pod, ClusterView view, SchedulerRules rules) {
        List<TopologySpreadConstraint> blocking = blocking(pod);
        List<TopologySpread> counted = new ArrayList<>();
        NodeRules nodeRules = NodeRules.of(pod, rules);
        boolean[] hasKeys = new boolean[view.nodes()];
        Arrays.fill(hasKeys, true);
        for (TopologySpreadConstraint constraint : blocking) {
            int[] domainOf = view.domains(constraint.topologyKey()).of();
            for (int n = 0; n < hasKeys.length; n++) {
                hasKeys[n] &= domainOf[n] >= 0;
            }
        }
        for (TopologySpreadConstraint constraint : blocking) {
            boolean[] eligible = new boolean[view.nodes()];
            boolean readable = LabelSyntax.isReadable(constraint.labelSelector());
            for (int n = 0; readable && n < eligible.length; n++) {
                eligible[n] = hasKeys[n]
                        && (constraint.nodeAffinityPolicy().equals("Ignore") || nodeRules.selects(view.node(n)))
                        && (!constraint.nodeTaintsPolicy().equals("Honor") || nodeRules.toleratesTaints(view.node(n)));
            }
            counted.add(new TopologySpread(pod, constraint, eligible, view, rules));
        }
        return counted;
    }

    /** {@return a selector of all pods that count, and maybe of others; null for none} */
    public @Nullable LabelSelector selector() {
        return selector;
    }

    /** {@return whether another pod, once on an eligible node, counts} */
    public boolean counts(Pod other) {
        return !countsNone && matches(other);
    }

    /** {@return whether a pod that is only nominated counts on its node: also for an empty selector} */
    public boolean matches(Pod other) {
        return selector != null
                && other.metadata().namespaceOrDefault().equals(namespace)
                && selector.matches(other.metadata().labels());
    }

    /** {@return the domain of each node, -1 where the key is missing} */
    public int[] domainOf() {
        return domainOf;
    }

    /** {@return on which nodes pods count} */
    public boolean[] eligible() {
        return eligible;
    }

    /** {@return for each domain the pods that count already} */
    public int[] counts() {
        return counts;
    }

    /** {@return which domains have an eligible node} */
    public boolean[] exists() {
        return exists;
    }

    /** {@return whether the pod matches the selector itself} */
    public boolean selfMatching() {
        return selfMatching;
    }

    /** {@return largest difference to the minimum} */
    public int maxSkew() {
        return constraint.maxSkew();
    }

    /** {@return whether the minimum is 0 whatever is counted, for want of domains} */
    public boolean minimumIsZero() {
        int values = 0;
        for (boolean value : exists) {
            values += value ? 1 : 0;
        }
        Integer minDomains = constraint.minDomains();
        return values < (minDomains == null ? 1 : minDomains);
    }
}
