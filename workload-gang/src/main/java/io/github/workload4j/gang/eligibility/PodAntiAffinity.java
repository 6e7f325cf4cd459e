package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Required pod anti-affinity, from both sides. Node {@code n} is forbidden for pod {@code p} if
 * <ul>
 *   <li>a pod on a node with {@code n}'s value of a term's key matches that term of {@code p} (a node without the key:
 *   term ignored), or
 *   <li>a pod already placed has a term that matches {@code p}, and {@code n} has its node's value of the key.
 * </ul> It is symmetric: whichever of two pods comes first, they do not share a domain if either has a term that
 * matches the other. So among pods that are placed together the order does not matter.
 */
public final class PodAntiAffinity {

    private PodAntiAffinity() {}

    /** {@return the terms of a pod} */
    public static List<PodTerm> terms(Pod pod) {
        Affinity affinity = pod.spec().affinity();
        return affinity == null ? List.of() : PodTerm.of(affinity.requiredPodAntiAffinity(), pod);
    }

    /** {@return the label keys in whose domains the two pods must not meet, without repetition} */
    public static Set<String> keysBetween(Pod a, Pod b, ClusterView view) {
        Set<String> keys = new LinkedHashSet<>();
        addKeys(terms(a), b, view, keys);
        addKeys(terms(b), a, view, keys);
        return keys;
    }

    /** Adds the keys of those terms that match a pod. */
    public static void addKeys(List<PodTerm> terms, Pod pod, ClusterView view, Set<String> keys) {
        for (PodTerm term : terms) {
            if (term.matches(pod, view)) {
                keys.add(term.topologyKey());
            }
        }
    }

    /**
     * Takes out of {@code eligible} every node that pods already there forbid; all nodes if a term of the pod has a
     * malformed selector.
     *
     * @param repelling terms of theirs, those that match the pod among them
     */
    public static void forbid(Pod pod, ClusterView view, List<Closed> repelling, long[] eligible) {
        for (PodTerm term : terms(pod)) {
            if (!term.isReadable()) {
                Arrays.fill(eligible, 0);
                return;
            }
            Domains domains = view.domains(term.topologyKey());
            BitSet taken = new BitSet();
            view.forEachPod(term.selector(), (node, other) -> {
                int domain = domains.of()[node];
                if (domain >= 0 && !taken.get(domain) && term.matches(other, view)) {
                    taken.set(domain);
                }
            });
            remove(domains, taken, eligible);
        }
        for (Closed each : repelling) {
            if (each.term.matches(pod, view)) {
                remove(view.domains(each.term.topologyKey()), each.domains, eligible);
            }
        }
    }

    /**
     * Visits every pod that is there and keeps one of some pods away by a term of its own, once, with the label of its
     * first such term for the first of these.
     *
     * @param byLabel the pods by their labels
     */
    public static void forEachRepelling(List<Pod> pods, LabelIndex byLabel, ClusterView view, Repelling found) {
        for (int node = 0; node < view.nodes(); node++) {
            for (Pod other : view.repellingPods(node)) {
                int first = pods.size();
                String key = "";
                for (PodTerm term : terms(other)) {
                    if (view.domains(term.topologyKey()).of()[node] < 0) {
                        continue;
                    }
                    for (int some : byLabel.candidates(term.selector())) {
                        if (some < first && term.matches(pods.get(some), view)) {
                            first = some;
                            key = term.topologyKey();
                        }
                    }
                }
                if (first < pods.size()) {
                    found.visit(node, other, key);
                }
            }
        }
    }

    /** Takes pods that keep another away. */
    @FunctionalInterface
    public interface Repelling {
        /** Called for each pod, with its node and the label over which it keeps the other away. */
        void visit(int node, Pod pod, String topologyKey);
    }

    private static void remove(Domains domains, BitSet taken, long[] eligible) {
        for (int n = 0; n < domains.of().length && !taken.isEmpty(); n++) {
            int domain = domains.of()[n];
            if (domain >= 0 && taken.get(domain)) {
                eligible[n >> 6] &= ~(1L << (n & 63));
            }
        }
    }

    /**
     * A term of pods on nodes.
     *
     * @param term the term
     * @param domains those in which they are, closed to pods that it matches; must not be changed
     */
    public record Closed(PodTerm term, BitSet domains) {}

    /**
     * The distinct terms of the pods on nodes, each with the domains it closes. Costs one pass over the pods that have
     * such terms.
     */
    public static final class Repelled {

        /** Nothing is forbidden. */
        public static final Repelled NONE = new Repelled(List.of());

        private final List<Closed> terms;

        private Repelled(List<Closed> terms) {
            this.terms = terms;
        }

        /** {@return what the pods on nodes forbid others} */
        public static Repelled of(ClusterView view) {
            Map<PodTerm, Closed> taken = new LinkedHashMap<>();
            for (int node = 0, left = view.repellingPods(); left > 0; node++) {
                for (Pod pod : view.repellingPods(node)) {
                    left--;
                    for (PodTerm term : PodAntiAffinity.terms(pod)) {
                        close(taken, term, view.domains(term.topologyKey()), node);
                    }
                }
            }
            return new Repelled(List.copyOf(taken.values()));
        }

        private static void close(Map<PodTerm, Closed> taken, PodTerm term, Domains domains, int node) {
            Closed closed = taken.computeIfAbsent(term, t -> new Closed(t, new BitSet()));
            if (domains.of()[node] >= 0) {
                closed.domains.set(domains.of()[node]);
            }
        }

        /** {@return by place in a list of pods, the terms that match a pod; without those of which none does} */
        public Map<Integer, List<Closed>> matching(List<Pod> pods, LabelIndex byLabel, ClusterView view) {
            Map<Integer, List<Closed>> matching = new HashMap<>();
            for (Closed each : terms) {
                for (int p : byLabel.candidates(each.term.selector())) {
                    if (each.term.matches(pods.get(p), view)) {
                        matching.computeIfAbsent(p, any -> new ArrayList<>()).add(each);
                    }
                }
            }
            return matching;
        }

        /** {@return the terms} */
        public List<Closed> terms() {
            return terms;
        }
    }
}
