package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.search.bound.RequiredWeight;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import io.github.workload4j.gang.search.model.StepPrice;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The domains that some groups may choose from, and the capacity of each. Domains with the same nodes by class are
 * asked once.
 */
final class DomainCapacities {

    private static final int MIN_PARTS = 16;
    private static final int MAX_PARTS = 256;

    private final ReducedPacking reduced;
    private final WorkMeter meter;
    private final RequiredWeight need;
    private final SubSearch subSearch;
    final List<int[]> groupClasses;
    final GroupCounts counts;
    private final int[] domains;
    private final int[][] nodes;
    private final DomainCapacity[] capacities;

    /** Whether these groups cannot tell nodes of one class apart. */
    private final boolean plain;

    private final Map<IntBuffer, DomainCapacity> sameCapacities = new HashMap<>();

    DomainCapacities(
            ReducedPacking reduced,
            WorkMeter meter,
            List<int[]> groupClasses,
            GroupCounts counts,
            Case current,
            SubSearch subSearch) {
        this.subSearch = subSearch;
        this.reduced = reduced;
        this.meter = meter;
        this.need = new RequiredWeight(reduced);
        this.groupClasses = groupClasses;
        this.counts = counts;
        Map<Integer, List<Integer>> byDomain = byDomain(current);
        this.domains = byDomain.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.nodes = byDomain.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.capacities = new DomainCapacity[domains.length];
        boolean nested = groupClasses.stream().anyMatch(groupClass -> hasDomainsInside(groupClass[0]));
        this.plain = !nested && reduced.wide.isEmpty();
    }

    private boolean hasDomainsInside(int group) {
        for (int g = group + 1; g < reduced.tree.end[group]; g++) {
            if (reduced.tree.domainOf[g] != null) {
                return true;
            }
        }
        return false;
    }

    /** All nodes of each domain within the domains chosen for the groups around. */
    private Map<Integer, List<Integer>> byDomain(Case current) {
        PackingTree tree = reduced.tree;
        int group = groupClasses.get(0)[0];
        int[] domainOf = tree.domainOf[group];
        Map<Integer, List<Integer>> byDomain = new TreeMap<>();
        List<Integer> last = List.of();
        meter.spend(StepPrice.ofDomains(reduced.nodes));
        for (int n = 0; n < reduced.nodes; n++) {
            int domain = domainOf == null ? 0 : domainOf[n];
            boolean inside = domain >= 0;
            for (int g = tree.parent[group]; inside && g >= 0; g = tree.parent[g]) {
                inside = current.domain()[g] < 0 || tree.domainOf[g][n] == current.domain()[g];
            }
            if (inside) {
                boolean same = n > 0
                        && !last.isEmpty()
                        && last.get(last.size() - 1) == n - 1
                        && (domainOf == null || domainOf[n - 1] == domain);
                last = same ? last : byDomain.computeIfAbsent(domain, any -> new ArrayList<>());
                last.add(n);
            }
        }
        return byDomain;
    }

    /** {@return the number of domains} */
    int count() {
        return domains.length;
    }

    int domain(int index) {
        return domains[index];
    }

    /** {@return the number of pods of the groups of a count vector} */
    int pods(int number) {
        int[] vector = counts.counts(number);
        int pods = 0;
        for (int t = 0; t < vector.length; t++) {
            for (int g = groupClasses.get(t)[0];
                    g < reduced.tree.end[groupClasses.get(t)[0]];
                    g++) {
                for (int j : reduced.tree.classes[g]) {
                    pods += vector[t] * reduced.count[j];
                }
            }
        }
        return pods;
    }

    /**
     * Whether {@code target} pods may be placed and every minimum met, if only the groups of a count vector have pods.
     */
    boolean isEnough(Case current, int number, int target) {
        meter.spend(StepPrice.ofMinima(reduced.classes, reduced.tree.size));
        int[] open = counts.counts(number);
        byte[] state = current.state().clone();
        for (int t = 0; t < open.length; t++) {
            for (int i = open[t]; i < groupClasses.get(t).length; i++) {
                int group = groupClasses.get(t)[i];
                if (state[group] == PackingTree.PLACED) {
                    return false;
                }
                Arrays.fill(state, group, reduced.tree.end[group], PackingTree.EMPTY);
            }
        }
        return need.of(state, new long[reduced.classes], target) != RequiredWeight.NEVER;
    }

    /** {@return why the domains have no room for an answer with {@code target} pods, or null if that is not known} */
    @Nullable
    Certificate refutation(Case current, int target) {
        BitSet possible = CapacitySum.nothing();
        Map<List<DomainCount.TooMany>, List<Integer>> cases = new LinkedHashMap<>();
        for (int i = 0; i < domains.length; i++) {
            List<DomainCount.TooMany> tooMany = capacity(i).tooMany;
            List<int[]> allowed =
                    counts.free(tooMany.stream().map(DomainCount.TooMany::toArray).toList());
            meter.spend(StepPrice.ofCapacitySum(counts.size, allowed.size()));
            possible = CapacitySum.with(counts, possible, allowed);
            if (!tooMany.isEmpty()) {
                cases.computeIfAbsent(tooMany, any -> new ArrayList<>()).add(domains[i]);
            }
        }
        for (int number : CapacitySum.maximal(counts, possible)) {
            if (isEnough(current, number, target)) {
                return null;
            }
        }
        List<List<Integer>> alike = groupClasses.stream()
                .map(groupClass -> Arrays.stream(groupClass).boxed().toList())
                .toList();
        List<DomainCount.Case> all = new ArrayList<>();
        cases.forEach((tooMany, numbers) -> all.add(new DomainCount.Case(numbers, tooMany)));
        return new DomainCount(alike, all);
    }

    /**
     * One question gets one part in twice the number of domains, so that all domains together take about half of the
     * steps: at most a sixteenth each, and enough to answer easy questions where there are very many.
     */
    private int parts() {
        return Math.max(MIN_PARTS, Math.min(MAX_PARTS, 2 * domains.length));
    }

    DomainCapacity capacity(int index) {
        if (capacities[index] == null) {
            IntBuffer types = plain ? IntBuffer.wrap(sortedByNodeClass(nodes[index], true)) : null;
            DomainCapacity capacity = plain ? sameCapacities.get(types) : null;
            if (capacity == null || !capacity.isSame()) {
                capacity = new DomainCapacity(reduced, meter, parts(), groupClasses, nodes[index], subSearch);
                if (plain) {
                    sameCapacities.put(types, capacity);
                }
            }
            capacities[index] = capacity;
        }
        return capacities[index];
    }

    /** The nodes, or their classes, by rising node class. */
    private int[] sortedByNodeClass(int[] own, boolean nodeClasses) {
        long[] sorted = new long[own.length];
        for (int i = 0; i < own.length; i++) {
            sorted[i] = (long) reduced.nodeClassOf[own[i]] << 32 | own[i];
        }
        Arrays.sort(sorted);
        return Arrays.stream(sorted)
                .mapToInt(both -> (int) (nodeClasses ? both >> 32 : both))
                .toArray();
    }

    /** {@return the node of a domain for each node of the domain that was asked in its place; 0 for other nodes} */
    int[] nodesFor(int index) {
        int[] from = sortedByNodeClass(capacities[index].nodes, false);
        int[] to = sortedByNodeClass(nodes[index], false);
        int[] nodesFor = new int[reduced.nodes];
        for (int i = 0; i < from.length; i++) {
            nodesFor[from[i]] = to[i];
        }
        return nodesFor;
    }
}
