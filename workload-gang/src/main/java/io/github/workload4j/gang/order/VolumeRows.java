package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.SharedLimit;
import java.math.BigInteger;
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
 * common. A claim that k pods share counts a k-th for each of them: all of it only if all of them are placed.
 */
final class VolumeRows {

    /** Kinds that share volumes, of which all sets are looked at; of more, each alone and all together. */
    private static final int MOST_KINDS = 5;

    /** Most limits; further ones are left out. */
    private static final int MOST_LIMITS = 64;

    /** A volume is cut into no more parts than these; a share is rounded down to whole ones. */
    private static final long MOST_PARTS = 720_720;

    private final Packing packing;
    private final VolumeRule rule;
    private final Set<SharedLimit> limits;

    /** How many pods share each claim. */
    private final long[] users;

    private final BitSet onOneNode;

    private VolumeRows(Packing packing, VolumeRule rule, BitSet onOneNode) {
        this.onOneNode = onOneNode;
        this.packing = packing;
        this.rule = rule;
        this.limits = new LinkedHashSet<>(packing.limits());
        this.users = new long[rule.sharedKinds().length];
        for (int c = 0; c < rule.shared().length; c++) {
            for (int claim : rule.shared()[c]) {
                users[claim] += packing.classes().get(c).count();
            }
        }
    }

    /** {@return the least number of parts into which a volume is cut so that each share of it is whole; or the most} */
    private static long parts(long[] shares) {
        BigInteger all = BigInteger.ONE;
        for (long k : shares) {
            BigInteger share = BigInteger.valueOf(Math.max(1, k));
            all = all.multiply(share).divide(all.gcd(share));
            if (all.compareTo(BigInteger.valueOf(MOST_PARTS)) > 0) {
                return MOST_PARTS;
            }
        }
        return all.longValue();
    }

    /**
     * {@return the limits of a packing and those of its volumes}
     *
     * @param onOneNode shared claims whose pods are known to be on one node
     */
    static List<SharedLimit> and(Packing packing, VolumeRule rule, BitSet onOneNode) {
        VolumeRows rows = new VolumeRows(packing, rule, onOneNode);
        BitSet left = new BitSet();
        for (int[] own : rule.own()) {
            Arrays.stream(own).forEach(left::set);
        }
        Arrays.stream(rule.sharedKinds()).forEach(left::set);
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
        List<VolumeRule.Supply> supplies =
                supplies(kinds).stream().mapToObj(rule.supplies()::get).toList();
        addNotMade(kinds, supplies);
        addMadeOrNot(kinds, supplies);
    }

    private void addNotMade(BitSet kinds, List<VolumeRule.Supply> supplies) {
        long parts = parts(users);
        long[] amounts = new long[rule.own().length];
        for (int c = 0; c < amounts.length; c++) {
            amounts[c] = parts * Arrays.stream(rule.own()[c]).filter(kinds::get).count();
            for (int claim : rule.shared()[c]) {
                amounts[c] += kinds.get(rule.sharedKinds()[claim]) ? parts / users[claim] : 0;
            }
        }
        long[] open = new long[packing.nodes().count() + 63 >> 6];
        for (int n = 0; n < packing.nodes().count(); n++) {
            int node = n;
            boolean made =
                    kinds.stream().anyMatch(kind -> rule.kinds().get(kind).isMade(node));
            open[n >> 6] |= made ? 0 : 1L << (n & 63);
        }
        add(amounts, open, volumes(supplies, open) * parts);
        for (VolumeRule.Supply supply : supplies) {
            long[] reached = open.clone();
            for (int w = 0; w < reached.length; w++) {
                reached[w] &= supply.reach()[w];
            }
            add(amounts, reached, volumes(supplies, reached) * parts);
        }
    }

    /**
     * Of a claim that is made, no more pods are placed than one node holds. So what it has of pods beyond these counts
     * as its share of a volume, on all nodes.
     */
    private void addMadeOrNot(BitSet kinds, List<VolumeRule.Supply> supplies) {
        long[] beyond = new long[users.length];
        for (int claim = 0; claim < beyond.length; claim++) {
            boolean counts = kinds.get(rule.sharedKinds()[claim]) && !onOneNode.get(claim);
            beyond[claim] = counts ? Math.max(0, users[claim] - heldWhereMade(claim)) : 0;
        }
        if (Arrays.equals(beyond, users)) {
            return;
        }
        long parts = parts(beyond);
        long atMost = 0;
        long[] amounts = new long[rule.own().length];
        for (int claim = 0; claim < beyond.length; claim++) {
            if (beyond[claim] > 0) {
                atMost += parts / beyond[claim] * (users[claim] - beyond[claim]);
            }
        }
        long[] everywhere = new long[packing.nodes().count() + 63 >> 6];
        for (int n = 0; n < packing.nodes().count(); n++) {
            everywhere[n >> 6] |= 1L << (n & 63);
        }
        for (int c = 0; c < amounts.length; c++) {
            amounts[c] = parts
                    * Arrays.stream(rule.own()[c])
                            .filter(kind -> kinds.get(kind)
                                    && !meet(rule.kinds().get(kind).made(), everywhere))
                            .count();
            for (int claim : rule.shared()[c]) {
                amounts[c] += beyond[claim] > 0 ? parts / beyond[claim] : 0;
            }
        }
        add(amounts, everywhere, atMost + volumes(supplies, everywhere) * parts);
    }

    /** {@return the most pods of a shared claim that are on a node on which it is made} */
    private long heldWhereMade(int claim) {
        long most = 0;
        for (int n = 0; n < packing.nodes().count(); n++) {
            long held = 0;
            for (int c = 0;
                    c < rule.shared().length
                            && rule.kinds().get(rule.sharedKinds()[claim]).isMade(n);
                    c++) {
                int own = c;
                held += Arrays.stream(rule.shared()[own]).anyMatch(each -> each == claim)
                        ? VolumeBound.held(packing, own, n)
                        : 0;
            }
            most = Math.max(most, held);
        }
        return most;
    }

    /** {@return how many volumes reach any of these nodes} */
    private static long volumes(List<VolumeRule.Supply> supplies, long[] nodes) {
        return supplies.stream()
                .filter(supply -> meet(supply.reach(), nodes))
                .mapToLong(VolumeRule.Supply::count)
                .sum();
    }

    /** Limits what classes take on some nodes, if that is less than all. */
    private void add(long[] amounts, long[] nodes, long atMost) {
        long all = 0;
        for (int c = 0; c < amounts.length; c++) {
            all += amounts[c] * packing.classes().get(c).count();
        }
        if (atMost < all && meet(nodes, nodes) && limits.size() < MOST_LIMITS) {
            limits.add(new SharedLimit(amounts, nodes, atMost));
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
