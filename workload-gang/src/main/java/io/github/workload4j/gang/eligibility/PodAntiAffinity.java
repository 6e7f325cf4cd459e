package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Pod;
import java.util.ArrayList;
import java.util.Arrays;
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
        for (PodTerm term : terms(a)) {
            if (term.matches(b, view)) {
                keys.add(term.topologyKey());
            }
        }
        for (PodTerm term : terms(b)) {
            if (term.matches(a, view)) {
                keys.add(term.topologyKey());
            }
        }
        return keys;
    }

    /**
     * Takes out of {@code eligible} every node that pods already there forbid; all nodes if a term of the pod has a
     * malformed selector.
     */
    public static void forbid(Pod pod, ClusterView view, Repelled repelled, long[] eligible) {
        for (PodTerm term : terms(pod)) {
            if (!term.isReadable()) {
                Arrays.fill(eligible, 0);
                return;
            }
            Domains domains = view.domains(term.topologyKey());
            boolean[] taken = new boolean[domains.values().size()];
            view.forEachPod((node, other) -> {
                int domain = domains.of()[node];
                if (domain >= 0 && !taken[domain] && term.matches(other, view)) {
                    taken[domain] = true;
                }
            });
            remove(domains, taken, eligible);
        }
        for (Map.Entry<PodTerm, boolean[]> each : repelled.taken.entrySet()) {
            PodTerm term = each.getKey();
            if (term.matches(pod, view)) {
                remove(view.domains(term.topologyKey()), each.getValue(), eligible);
            }
        }
    }

    /**
     * Visits every pod that is there and keeps a pod away by a term of its own, once, with the label of its first such
     * term.
     */
    public static void forEachRepelling(Pod pod, ClusterView view, Repelling found) {
        for (int node = 0; node < view.nodes(); node++) {
            for (Pod other : view.repellingPods(node)) {
                for (PodTerm term : terms(other)) {
                    if (view.domains(term.topologyKey()).of()[node] >= 0 && term.matches(pod, view)) {
                        found.visit(node, other, term.topologyKey());
                        break;
                    }
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

    private static void remove(Domains domains, boolean[] taken, long[] eligible) {
        for (int n = 0; n < domains.of().length; n++) {
            int domain = domains.of()[n];
            if (domain >= 0 && taken[domain]) {
                eligible[n >> 6] &= ~(1L << (n & 63));
            }
        }
    }

    /**
     * The distinct terms of the pods on nodes, each with the domains it closes. Costs one pass over the pods that have
     * such terms.
     */
    public static final class Repelled {

        /** Nothing is forbidden. */
        public static final Repelled NONE = new Repelled(Map.of());

        private final Map<PodTerm, boolean[]> taken;

        private Repelled(Map<PodTerm, boolean[]> taken) {
            this.taken = taken;
        }

        /** {@return what the pods on nodes forbid others} */
        public static Repelled of(ClusterView view) {
            Map<PodTerm, boolean[]> taken = new LinkedHashMap<>();
            for (int node = 0, left = view.repellingPods(); left > 0; node++) {
                for (Pod pod : view.repellingPods(node)) {
                    left--;
                    for (PodTerm term : PodAntiAffinity.terms(pod)) {
                        close(taken, term, view.domains(term.topologyKey()), node);
                    }
                }
            }
            return new Repelled(taken);
        }

        private static void close(Map<PodTerm, boolean[]> taken, PodTerm term, Domains domains, int node) {
            boolean[] closed = taken.computeIfAbsent(
                    term, t -> new boolean[domains.values().size()]);
            if (domains.of()[node] >= 0) {
                closed[domains.of()[node]] = true;
            }
        }

        /** {@return the terms} */
        public List<PodTerm> terms() {
            return new ArrayList<>(taken.keySet());
        }
    }
}
