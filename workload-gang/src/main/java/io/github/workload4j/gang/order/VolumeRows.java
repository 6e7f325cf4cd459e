package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.SharedLimit;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Volumes that several nodes reach, as limits that these nodes share. On some nodes, claims of some kinds that are made
 * on none of them each need a volume of their own, which serves one of the kinds and reaches one of the nodes. Looked
 * at are all sets of kinds that share volumes, if these are few, on all nodes and on those that some of the volumes
 * reach. By Hall's theorem that says all there is to say where any two of the volumes reach the same nodes or none in
 * common. A claim that k pods share counts a k-th for each of them: all of it only if all of them are placed.
 */
final class VolumeRows {

    /** Kinds that share volumes, of which all sets are looked at; of more, the worst set, each alone, all together. */
    private static final int MOST_KINDS = 5;

    /** Most limits; further ones are left out. */
    private static final int MOST_LIMITS = 64;

    /** Sets of nodes that some volumes reach and that are looked at, most. */
    private static final int MOST_LOOKS = 256;

    /** A volume is cut into no more parts than these; a share is rounded down to whole ones. */
    private static final long MOST_PARTS = 720_720;

    private final Packing packing;
    private final VolumeRule rule;
    private final Set<SharedLimit> limits;

    /** How many pods share each claim. */
    private final long[] users;

    /** The classes that share each claim, and how many of their pods a node holds on which it is made. */
    private final Map<Integer, List<Integer>> classesOf = new HashMap<>();

    private final Map<Integer, Long> held = new HashMap<>();

    private final long[] everywhere;
    private int looks;
    private final BitSet onOneNode;

    private VolumeRows(Packing packing, VolumeRule rule, BitSet onOneNode) {
        this.onOneNode = onOneNode;
        this.packing = packing;
        this.rule = rule;
        this.limits = new LinkedHashSet<>(packing.limits());
        this.everywhere = HallSet.everywhere(packing.nodes().count());
        this.users = new long[rule.sharedKinds().length];
        for (int c = 0; c < rule.shared().length; c++) {
            for (int claim : rule.shared()[c]) {
                users[claim] += packing.classes().get(c).count();
                classesOf.computeIfAbsent(claim, each -> new ArrayList<>()).add(c);
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
        BitSet used = new BitSet();
        for (int[] own : rule.own()) {
            Arrays.stream(own).forEach(used::set);
        }
        Arrays.stream(rule.sharedKinds()).forEach(used::set);
        for (List<Integer> together : KindsTogether.of(rule).values()) {
            BitSet kinds = new BitSet();
            together.stream().filter(used::get).forEach(kinds::set);
            if (!kinds.isEmpty()) {
                rows.sets(kinds).forEach(rows::add);
            }
        }
        return List.copyOf(rows.limits);
    }

    private static BitSet set(int... numbers) {
        BitSet set = new BitSet();
        Arrays.stream(numbers).forEach(set::set);
        return set;
    }

    private List<BitSet> sets(BitSet kinds) {
        List<BitSet> sets = new ArrayList<>();
        int count = kinds.cardinality();
        if (count > MOST_KINDS) {
            HallSet tooMany = HallSet.of(packing, rule, kinds.stream().boxed().toList());
            add(tooMany);
        }
        kinds.stream().limit(count > MOST_LIMITS ? 0 : count).forEach(kind -> {
            for (BitSet some : count > MOST_KINDS ? List.<BitSet>of() : List.copyOf(sets)) {
                BitSet larger = (BitSet) some.clone();
                larger.set(kind);
                sets.add(larger);
            }
            sets.add(set(kind));
        });
        sets.add(kinds);
        return sets;
    }

    private void add(HallSet tooMany) {
        long parts = parts(users);
        add(amounts(tooMany.kinds(), parts), everywhere, tooMany.volumes() * parts);
    }

    private void add(BitSet kinds) {
        if (limits.size() < MOST_LIMITS) {
            List<VolumeRule.Supply> supplies = supplies(kinds);
            addNotMade(kinds, supplies);
            addMadeOrNot(kinds, supplies);
        }
    }

    private List<VolumeRule.Supply> supplies(BitSet kinds) {
        BitSet supplies = new BitSet();
        kinds.stream()
                .forEach(kind ->
                        supplies.or(BitSet.valueOf(rule.kinds().get(kind).supplies())));
        return supplies.stream().mapToObj(rule.supplies()::get).toList();
    }

    private long[] amounts(BitSet kinds, long parts) {
        long[] amounts = new long[rule.own().length];
        for (int c = 0; c < amounts.length; c++) {
            for (int kind : rule.own()[c]) {
                amounts[c] += kinds.get(kind) ? parts : 0;
            }
            for (int claim : rule.shared()[c]) {
                amounts[c] += kinds.get(rule.sharedKinds()[claim]) ? parts / users[claim] : 0;
            }
        }
        return amounts;
    }

    private void addNotMade(BitSet kinds, List<VolumeRule.Supply> supplies) {
        long parts = parts(users);
        long[] amounts = amounts(kinds, parts);
        long[] open = everywhere.clone();
        kinds.stream().forEach(kind -> {
            long[] made = rule.kinds().get(kind).made();
            for (int w = 0; w < open.length; w++) {
                open[w] &= ~made[w];
            }
        });
        add(amounts, open, volumes(supplies, open) * parts);
        Set<ReachedNodes> reaches = new LinkedHashSet<>();
        supplies.forEach(supply -> reaches.add(new ReachedNodes(supply.reach())));
        if (reaches.size() > MOST_LIMITS) {
            reaches.removeIf(reach -> BitSet.valueOf(reach.nodes()).cardinality() < 2);
        }
        for (ReachedNodes reach : reaches) {
            if (limits.size() >= MOST_LIMITS || looks++ >= MOST_LOOKS) {
                return;
            }
            long[] reached = open.clone();
            for (int w = 0; w < reached.length; w++) {
                reached[w] &= reach.nodes()[w];
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
        for (int c = 0; c < amounts.length; c++) {
            amounts[c] = parts
                    * Arrays.stream(rule.own()[c])
                            .filter(kind -> kinds.get(kind)
                                    && !VolumeRule.meet(rule.kinds().get(kind).made(), everywhere))
                            .count();
            for (int claim : rule.shared()[c]) {
                amounts[c] += beyond[claim] > 0 ? parts / beyond[claim] : 0;
            }
        }
        add(amounts, everywhere, atMost + volumes(supplies, everywhere) * parts);
    }

    /** {@return the most pods of a shared claim that are on a node on which it is made} */
    private long heldWhereMade(int claim) {
        return held.computeIfAbsent(claim, each -> {
            BitSet made =
                    BitSet.valueOf(rule.kinds().get(rule.sharedKinds()[each]).made());
            int[] classes = classesOf.getOrDefault(each, List.of()).stream()
                    .mapToInt(c -> c)
                    .toArray();
            return made.stream()
                    .mapToLong(n -> Arrays.stream(classes)
                            .mapToLong(c -> VolumeBound.held(packing, c, n))
                            .sum())
                    .max()
                    .orElse(0);
        });
    }

    /** {@return how many volumes reach any of these nodes} */
    private static long volumes(List<VolumeRule.Supply> supplies, long[] nodes) {
        return supplies.stream()
                .filter(supply -> VolumeRule.meet(supply.reach(), nodes))
                .mapToLong(VolumeRule.Supply::count)
                .sum();
    }

    /** Limits what classes take on some nodes, if that is less than all. */
    private void add(long[] amounts, long[] nodes, long atMost) {
        long all = 0;
        for (int c = 0; c < amounts.length; c++) {
            all += amounts[c] * packing.classes().get(c).count();
        }
        if (atMost < all && VolumeRule.meet(nodes, nodes) && limits.size() < MOST_LIMITS) {
            limits.add(new SharedLimit(amounts, nodes, atMost));
        }
    }
}
