package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One term of a required pod affinity or anti-affinity, as it reads for the pod that owns it.
 *
 * <p>It matches pod {@code q} if {@code q}'s namespace is allowed and the selector matches {@code q}'s labels. Allowed
 * are the namespaces named and those the namespace selector matches; with neither, the owner's own. No selector matches
 * no pod, an empty one every pod. A term with a selector that {@linkplain LabelSyntax cannot be read} matches no pod,
 * and no node takes its owner. The owner's values of {@code matchLabelKeys} must be shared, those of {@code
 * mismatchLabelKeys} must not; keys the owner lacks are left out.
 *
 * @param topologyKey label whose value names the domain
 * @param selector which pods, or null for none
 * @param namespaces namespaces allowed by name
 * @param namespaceSelector further namespaces, or null for none
 * @param isReadable whether the scheduler can read both selectors
 */
public record PodTerm(
        String topologyKey,
        @Nullable LabelSelector selector,
        List<String> namespaces,
        @Nullable LabelSelector namespaceSelector,
        boolean isReadable) {

    /** {@return the term as it reads for {@code owner}} */
    static PodTerm of(PodAffinityTerm term, Pod owner) {
        boolean own = term.namespaces().isEmpty() && term.namespaceSelector() == null;
        return new PodTerm(
                term.topologyKey(),
                selector(term, owner.metadata().labels()),
                own ? List.of(owner.metadata().namespaceOrDefault()) : term.namespaces(),
                term.namespaceSelector(),
                LabelSyntax.isReadable(term.labelSelector()) && LabelSyntax.isReadable(term.namespaceSelector()));
    }

    /** {@return the terms as they read for {@code owner}} */
    static List<PodTerm> of(List<PodAffinityTerm> terms, Pod owner) {
        return terms.stream().map(term -> of(term, owner)).toList();
    }

    private static @Nullable LabelSelector selector(PodAffinityTerm term, Map<String, String> labels) {
        LabelSelector selector = term.labelSelector();
        if (selector == null
                || term.matchLabelKeys().isEmpty() && term.mismatchLabelKeys().isEmpty()) {
            return selector;
        }
        List<LabelSelectorRequirement> requirements = new ArrayList<>(selector.matchExpressions());
        add(term.matchLabelKeys(), "In", labels, requirements);
        add(term.mismatchLabelKeys(), "NotIn", labels, requirements);
        return new LabelSelector(selector.matchLabels(), requirements);
    }

    static void add(List<String> keys, String operator, Map<String, String> labels, List<LabelSelectorRequirement> to) {
        for (String key : keys) {
            String value = labels.get(key);
            if (value != null) {
                to.add(new LabelSelectorRequirement(key, operator, List.of(value)));
            }
        }
    }

    public boolean matches(Pod pod, ClusterView view) {
        return selector != null
                && isReadable
                && selector.matches(pod.metadata().labels())
                && allows(pod.metadata().namespaceOrDefault(), view);
    }

    private boolean allows(String namespace, ClusterView view) {
        return namespaces.contains(namespace)
                || namespaceSelector != null && namespaceSelector.matches(view.namespaceLabels(namespace));
    }

    /** {@return whether the answer may depend on labels of namespaces} */
    public boolean asksForNamespaceLabels() {
        return namespaceSelector != null && !namespaceSelector.equals(LabelSelector.EVERYTHING);
    }
}
