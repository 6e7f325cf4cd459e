package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Volumes that several nodes reach, as limits that these nodes share. On some nodes, claims of some kinds that are made
 * on none of them each need a volume of their own, which serves one of the kinds and reaches one of the nodes. Looked
 * at are all sets of kinds that share volumes, if these are few, on all nodes and on those that some of the volumes
 * reach. By Hall's theorem that says all there is to say where any two of the volumes reach the same nodes or none in
 * common.
 */
final class VolumeRows {

    /** Kinds that share volumes, of which all sets are looked at; of more, each alone and all together. */
    private static final int MOST_KINDS = 5;

    /** Most limits; further ones are left out. */
    private static final int MOST_LIMITS = 64;

    private final Packing packing;
    private final VolumeRule rule;
    private final Set<SharedLimit> limits;

    private VolumeRows(Packing packing, VolumeRule rule) {
        this.packing = packing;
        this.rule = rule;
        this.limits = new LinkedHashSet<>(packing.limits());
    }

    /** {@return the limits of a packing and those of its volumes} */
    static List<SharedLimit> and(Packing packing, VolumeRule rule) {
        VolumeRows rows = new VolumeRows(packing, rule);
        BitSet left = new BitSet();
        for (int[] own : rule.own()) {
            Arrays.stream(own).forEach(left::set);
        }
        while (!left.isEmpty()) {
            BitSet together = rows.together(left.nextSetBit(0), left);
            left.andNot(together);
            rows.sets(together).forEach(rows::add);
        }
        return List.copyOf(rows.limits);
    }

    /** Kinds that are connected by volumes that serve several of them. */
    private BitSet together(int kind, BitSet all) {
        BitSet together = set(kind);
        for (int before = 0; before < together.cardinality(); ) {
            before = together.cardinality();
            BitSet volumes = supplies(together);
            all.stream()
                    .filter(other ->
                            Arrays.stream(rule.kinds().get(other).supplies()).anyMatch(volumes::get))
                    .forEach(together::set);
        }
        return together;
    }

    private BitSet supplies(BitSet kinds) {
        return set(kinds.stream()
                .flatMap(kind -> Arrays.stream(rule.kinds().get(kind).supplies()))
                .toArray());
    }

    private static BitSet set(int... numbers) {
        BitSet set = new BitSet();
        Arrays.stream(numbers).forEach(set::set);
        return set;
    }

    private List<BitSet> sets(BitSet kinds) {
        List<BitSet> sets = new ArrayList<>();
        kinds.stream().forEach(kind -> {
            for (BitSet some : kinds.cardinality() > MOST_KINDS ? List.<BitSet>of() : List.copyOf(sets)) {
                BitSet larger = (BitSet) some.clone();
                larger.set(kind);
                sets.add(larger);
            }
            sets.add(set(kind));
        });
        sets.add(kinds);
        return sets;
    }

    private void add(BitSet kinds) {
        long[] amounts = new long[rule.own().length];
        long all = 0;
        for (int c = 0; c < amounts.length; c++) {
            amounts[c] = Arrays.stream(rule.own()[c]).filter(kinds::get).count();
            all += amounts[c] * packing.classes().get(c).count();
        }
        long[] open = new long[packing.nodes().count() + 63 >> 6];
        for (int n = 0; n < packing.nodes().count(); n++) {
            int node = n;
            boolean made =
                    kinds.stream().anyMatch(kind -> rule.kinds().get(kind).isMade(node));
            open[n >> 6] |= made ? 0 : 1L << (n & 63);
        }
        List<VolumeRule.Supply> supplies =
                supplies(kinds).stream().mapToObj(rule.supplies()::get).toList();
        add(amounts, all, open, supplies);
        for (VolumeRule.Supply supply : supplies) {
            long[] reached = open.clone();
            for (int w = 0; w < reached.length; w++) {
                reached[w] &= supply.reach()[w];
            }
            add(amounts, all, reached, supplies);
        }
    }

    /** Limits what classes take on some nodes to the volumes that reach any of these, if that is less than all. */
    private void add(long[] amounts, long all, long[] nodes, List<VolumeRule.Supply> supplies) {
        long volumes = supplies.stream()
                .filter(supply -> meet(supply.reach(), nodes))
                .mapToLong(VolumeRule.Supply::count)
                .sum();
        if (volumes < all && meet(nodes, nodes) && limits.size() < MOST_LIMITS) {
            limits.add(new SharedLimit(amounts, nodes, volumes));
        }
    }

    private static boolean meet(long[] a, long[] b) {
        for (int w = 0; w < a.length; w++) {
            if ((a[w] & b[w]) != 0) {
                return true;
            }
        }
        return false;
    }
}
