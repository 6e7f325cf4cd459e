package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Required pod affinity, in numbers. A pod counts only if it matches all terms; it counts for the value of each term's
 * key at its node. Node {@code n} passes if it has every key and for every term some pod counts at {@code n}'s value.
 * Exception: if no pod in the cluster counts at all and the pod matches all its own terms, every node that has all keys
 * passes.
 *
 * <p>Placing a pod may open nodes for another, or close the exception: order matters.
 */
public final class PodAffinity {

    private final List<PodTerm> terms;
    private final List<Domains> domains;
    private final List<int[]> counts;
    private final boolean selfMatching;

    private PodAffinity(List<PodTerm> terms, List<Domains> domains, List<int[]> counts, boolean selfMatching) {
        this.terms = terms;
        this.domains = domains;
        this.counts = counts;
        this.selfMatching = selfMatching;
    }

    /** {@return the terms of a pod} */
    public static List<PodTerm> terms(Pod pod) {
        Affinity affinity = pod.spec().affinity();
        return affinity == null ? List.of() : PodTerm.of(affinity.requiredPodAffinity(), pod);
    }

    /** {@return the rule of a pod that has terms, counted in one pass over the pods on nodes} */
    public static PodAffinity of(Pod pod, ClusterView view) {
        List<PodTerm> terms = terms(pod);
        List<Domains> domains = new ArrayList<>();
        List<int[]> counts = new ArrayList<>();
        for (PodTerm term : terms) {
            domains.add(view.domains(term.topologyKey()));
            counts.add(new int[domains.get(domains.size() - 1).values().size()]);
        }
        // All terms must match, so that those that the first may match are enough.
        view.forEachPod(terms.get(0).selector(), (node, other) -> {
            if (matchesAll(terms, other, view)) {
                for (int t = 0; t < terms.size(); t++) {
                    int domain = domains.get(t).of()[node];
                    if (domain >= 0) {
                        counts.get(t)[domain]++;
                    }
                }
            }
        });
        return new PodAffinity(terms, domains, counts, matchesAll(terms, pod, view));
    }

    /** {@return for each term of a pod that matches another the domain of each node, -1 where the key is missing} */
    public static List<int[]> draws(Pod owner, Pod other, ClusterView view) {
        List<int[]> draws = new ArrayList<>();
        for (PodTerm term : terms(owner)) {
            if (term.matches(other, view)) {
                draws.add(view.domains(term.topologyKey()).of());
            }
        }
        return draws;
    }

    private static boolean matchesAll(List<PodTerm> terms, Pod pod, ClusterView view) {
        for (PodTerm term : terms) {
            if (!term.matches(pod, view)) {
                return false;
            }
        }
        return true;
    }

    /** {@return a selector of all pods that count, and maybe of others; null for none} */
    public @Nullable LabelSelector selector() {
        return terms.get(0).selector();
    }

    /** {@return whether another pod, once placed, counts} */
    public boolean counts(Pod other, ClusterView view) {
        return matchesAll(terms, other, view);
    }

    /** {@return for each term the domain of each node, -1 where the key is missing} */
    public int[][] domainOf() {
        return domains.stream().map(Domains::of).toArray(int[][]::new);
    }

    /** {@return for each term and domain the pods that count already} */
    public int[][] counts() {
        return counts.toArray(int[][]::new);
    }

    /** {@return whether the pod matches all its own terms} */
    public boolean selfMatching() {
        return selfMatching;
    }
}
