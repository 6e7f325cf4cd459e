package io.github.workload4j.gang.search;

import io.github.workload4j.gang.cache.NodeCache;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.Reciprocal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers gangs of equal pods. How many pods a node holds does not depend on the others, so the answer is a sum.
 *
 * <p>One pass over the columns of free resources, with a multiplication in place of each division. The counts for one
 * request are remembered with the nodes. Time and memory are linear in the number of nodes; if the same nodes are asked
 * again, the placement is a prefix of what is remembered.
 */
final class EqualPods {

    private final Packing packing;
    private final PodClass podClass;
    private final Held held;

    private EqualPods(Packing packing) {
        this.packing = packing;
        this.podClass = packing.classes().get(0);
        this.held = held();
    }

    /** How many pods of one request each node holds. A placement of fewer pods is a prefix of the placement of all. */
    private static final class Held {

        private final int[] each;
        private final long all;

        /** Nodes that hold any. */
        private final int nodes;

        private volatile @Nullable Placement max;

        Held(int[] each) {
            this.each = each;
            long sum = 0;
            int some = 0;
            for (int pods : each) {
                sum += pods;
                some += pods > 0 ? 1 : 0;
            }
            this.all = sum;
            this.nodes = some;
        }

        /** {@return a placement of {@code pods} pods on the first nodes that hold any} */
        Placement first(int pods) {
            Placement known = max;
            if (known == null) {
                known = place();
                max = known;
            }
            if (pods == all) {
                return known;
            }
            long remaining = pods;
            int size = 0;
            while (remaining > 0) {
                remaining -= known.count(size++);
            }
            return known.first(size, (int) remaining + known.count(size - 1));
        }

        private Placement place() {
            int[] node = new int[nodes];
            int[] count = new int[nodes];
            int size = 0;
            for (int n = 0; size < nodes; n++) {
                node[size] = n;
                count[size] = each[n];
                size += each[n] > 0 ? 1 : 0;
            }
            return Placement.ofColumns(new int[nodes], node, count, nodes);
        }
    }

    /** {@return whether a question is about equal pods in one group, without wide conflicts} */
    static boolean asks(Packing packing) {
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() != null) {
                return false;
            }
        }
        return packing.classes().size() == 1
                && !packing.hasRows()
                && packing.root().children().isEmpty()
                && packing.root().classes().size() == 1;
    }

    static PackingAnswer answer(Packing packing) {
        return new EqualPods(packing).answer();
    }

    private Held held() {
        PackingNodes nodes = packing.nodes();
        List<Long> key = new ArrayList<>();
        for (long asked : podClass.request()) {
            key.add(asked);
        }
        Held known = NodeCache.of(nodes).get(key, Held.class);
        Held all = known != null
                ? known
                : NodeCache.of(nodes).keep(key, Held.class, new Held(held(nodes, podClass.request())));
        int max = podClass.maxPerNode();
        for (Conflict conflict : packing.conflicts()) {
            max = conflict.a() == conflict.b() ? 1 : max;
        }
        if (podClass.eligible() == null && max == Integer.MAX_VALUE) {
            return all;
        }
        int[] allowed = new int[all.each.length];
        for (int n = 0; n < allowed.length; n++) {
            allowed[n] = podClass.mayUse(n) ? Math.min(all.each[n], max) : 0;
        }
        return new Held(allowed);
    }

    /** {@return the number of pods of a request that each node holds} */
    static int[] held(PackingNodes nodes, long[] request) {
        long[][] free = new long[request.length][];
        for (int r = 0; r < free.length; r++) {
            free[r] = nodes.column(r);
        }
        return Reciprocal.fitting(free, new long[][] {request}, nodes.count())[0];
    }

    private PackingAnswer answer() {
        int[] domainOf = packing.root().domainOf();
        int[] each = held.each;
        long steps = 1 + each.length / 32;
        int needed = Math.max(1, Math.max(packing.root().minimum(), podClass.min()));
        if (domainOf == null) {
            int max = (int) Math.min(held.all, podClass.count());
            if (max < needed) {
                return new PackingAnswer.DoesNotFit(Weights.of(1L), steps);
            }
            return new PackingAnswer.Fits(held.first(max), max, max < podClass.count() ? Weights.of(1L) : null, steps);
        }
        DomainSums sums = DomainSums.of(each, domainOf);
        DomainBranch.Case all = new DomainBranch.Case(sums.domains(), Weights.of(1L));
        DomainBranch everywhere = new DomainBranch(0, sums.domains().isEmpty() ? List.of() : List.of(all));
        int chosen = sums.tightest(podClass.count());
        int max = chosen < 0 ? 0 : (int) Math.min(sums.held()[chosen], podClass.count());
        if (max < needed) {
            return new PackingAnswer.DoesNotFit(everywhere, steps);
        }
        return new PackingAnswer.Fits(
                place(max, domainOf, sums.domains().get(chosen)),
                max,
                max < podClass.count() ? everywhere : null,
                steps);
    }

    /**
     * How many pods the nodes of each domain hold.
     *
     * @param domains in rising order
     * @param held in the same order
     */
    private record DomainSums(List<Integer> domains, long[] held) {

        static DomainSums of(int[] each, int[] domainOf) {
            int highest = -1;
            for (int domain : domainOf) {
                highest = Math.max(highest, domain);
            }
            return highest < 2 * domainOf.length ? counted(each, domainOf, highest) : sorted(each, domainOf);
        }

        /** Mostly the numbers are small, and need not be sorted. */
        private static DomainSums counted(int[] each, int[] domainOf, int highest) {
            long[] held = new long[highest + 1];
            Arrays.fill(held, -1);
            for (int n = 0; n < each.length; n++) {
                int domain = domainOf[n];
                if (domain >= 0) {
                    held[domain] = Math.max(0, held[domain]) + each[n];
                }
            }
            List<Integer> domains = new ArrayList<>();
            for (int domain = 0; domain <= highest; domain++) {
                if (held[domain] >= 0) {
                    held[domains.size()] = held[domain];
                    domains.add(domain);
                }
            }
            return new DomainSums(domains, Arrays.copyOf(held, domains.size()));
        }

        private static DomainSums sorted(int[] each, int[] domainOf) {
            SortedMap<Integer, Long> sums = new TreeMap<>();
            for (int n = 0; n < each.length; n++) {
                if (domainOf[n] >= 0) {
                    sums.merge(domainOf[n], (long) each[n], Long::sum);
                }
            }
            long[] held = sums.values().stream().mapToLong(sum -> sum).toArray();
            return new DomainSums(List.copyOf(sums.keySet()), held);
        }

        /**
         * {@return the place of the smallest domain that holds all pods, or else of the largest; of several the first;
         * -1 if there is none}
         */
        int tightest(int pods) {
            int chosen = -1;
            for (int d = 0; d < held.length; d++) {
                boolean better = chosen < 0
                        || (held[chosen] < pods ? held[d] > held[chosen] : held[d] >= pods && held[d] < held[chosen]);
                chosen = better ? d : chosen;
            }
            return chosen;
        }
    }

    private Placement place(int pods, int[] domainOf, int domain) {
        int[] each = held.each;
        int[] node = new int[Math.min(pods, each.length)];
        int[] count = new int[node.length];
        int remaining = pods;
        int size = 0;
        for (int n = 0; remaining > 0; n++) {
            if (each[n] > 0 && domainOf[n] == domain) {
                int taken = Math.min(remaining, each[n]);
                node[size] = n;
                count[size++] = taken;
                remaining -= taken;
            }
        }
        return Placement.ofColumns(new int[size], node, count, size);
    }
}
