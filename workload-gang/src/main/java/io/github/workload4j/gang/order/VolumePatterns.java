package io.github.workload4j.gang.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The supplies that reach each node. Nodes that the same ones reach have one pattern. Costs time in the nodes of each
 * different reach, and in the supplies of each pattern. Immutable.
 */
public final class VolumePatterns {

    private final int[] patternOf;
    private final List<SupplySet> patterns = new ArrayList<>();

    /** Nodes that volumes reach which others reach too. */
    private final BitSet sharing;

    private VolumePatterns(int[] patternOf, BitSet sharing) {
        this.patternOf = patternOf;
        this.sharing = sharing;
    }

    /** {@return the patterns of so many nodes} */
    public static VolumePatterns of(VolumeRule rule, int nodes) {
        Map<ReachedNodes, List<Integer>> byReach = new LinkedHashMap<>();
        for (int s = 0; s < rule.supplies().size(); s++) {
            byReach.computeIfAbsent(new ReachedNodes(rule.supplies().get(s).reach()), r -> new ArrayList<>())
                    .add(s);
        }
        List<List<Integer>> reaching = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            reaching.add(new ArrayList<>(1));
        }
        BitSet sharing = new BitSet();
        List<List<Integer>> supplies = new ArrayList<>();
        byReach.forEach((reach, some) -> {
            Integer number = supplies.size();
            supplies.add(some);
            boolean shared = Arrays.stream(reach.nodes()).map(Long::bitCount).sum() > 1;
            for (int w = 0; w < reach.nodes().length; w++) {
                for (long left = reach.nodes()[w]; left != 0; left &= left - 1) {
                    int n = (w << 6) + Long.numberOfTrailingZeros(left);
                    reaching.get(n).add(number);
                    sharing.set(n, shared || sharing.get(n));
                }
            }
        });
        VolumePatterns found = new VolumePatterns(new int[nodes], sharing);
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int n = 0; n < nodes; n++) {
            found.patternOf[n] = known.computeIfAbsent(reaching.get(n), each -> {
                int[] all = each.stream()
                        .flatMap(r -> supplies.get(r).stream())
                        .mapToInt(s -> s)
                        .toArray();
                Arrays.sort(all);
                found.patterns.add(SupplySet.of(all, rule.supplies().size()));
                return found.patterns.size() - 1;
            });
        }
        return found;
    }

    /** {@return the number of the pattern of a node} */
    int of(int node) {
        return patternOf[node];
    }

    /** {@return the supplies that reach a node} */
    SupplySet on(int node) {
        return patterns.get(patternOf[node]);
    }

    /** {@return whether no volume that reaches a node reaches another} */
    boolean isAlone(int node) {
        return !sharing.get(node);
    }

    /** {@return the supplies that serve a kind and reach all these nodes, of which there is one at least} */
    public SupplySet reaching(VolumeRule.Kind kind, Collection<Integer> nodes) {
        SupplySet found = null;
        for (int node : nodes) {
            found = found == null ? on(node).and(kind.supplies()) : found.and(on(node));
        }
        return found == null ? SupplySet.of(new int[0], 0) : found;
    }
}
