package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Kinds of claims that are more than the volumes that serve any of them. Each claim of a kind that is made nowhere is
 * matched with a volume that reaches some node on which some pod fits by itself; what finds none, and all that have
 * what it might have had, are these kinds.
 *
 * <p>Costs kinds times supplies, by 64, and once more for each kind that finds no volume at once.
 *
 * @param kinds the kinds; empty if the volumes go round
 * @param volumes how many volumes serve one of them and can be reached
 */
record HallSet(BitSet kinds, long volumes) {

    /** {@return such kinds among some, the ones with the most claims too many} */
    static HallSet of(Packing packing, VolumeRule rule, List<Integer> among) {
        int[] claims = new int[rule.kinds().size()];
        for (int c = 0; c < rule.own().length; c++) {
            for (int kind : rule.own()[c]) {
                claims[kind] = (int) Math.min(
                        Integer.MAX_VALUE,
                        (long) claims[kind] + packing.classes().get(c).count());
            }
        }
        Arrays.stream(rule.sharedKinds()).forEach(kind -> claims[kind]++);
        List<Integer> kinds = new ArrayList<>(among);
        kinds.removeIf(kind -> {
            VolumeRule.Kind one = rule.kinds().get(kind);
            return claims[kind] == 0 || VolumeRule.meet(one.made(), one.made());
        });
        int[] supplies = new int[rule.kinds().size()];
        kinds.forEach(kind -> supplies[kind] =
                BitSet.valueOf(rule.kinds().get(kind).supplies()).cardinality());
        kinds.sort(Comparator.comparingInt(kind -> supplies[kind]));
        int[] capacity = capacity(packing, rule);
        VolumeMatching matching = new VolumeMatching(capacity);
        long[] open = new long[capacity.length + 63 >> 6];
        Arrays.fill(open, -1);
        BitSet found = new BitSet();
        SupplySet all = SupplySet.of(IntStream.range(0, capacity.length).toArray(), capacity.length);
        for (int i = 0; i < kinds.size(); i++) {
            matching.demand(all.and(rule.kinds().get(kinds.get(i)).supplies()).and(open));
            for (int claim = claims[kinds.get(i)]; claim > 0; claim--) {
                if (!matching.add(i)) {
                    BitSet seen = matching.seen();
                    seen.stream().map(kinds::get).forEach(found::set);
                    // What these may have is all taken, and stays so: nobody need look at it again.
                    seen.stream().forEach(each -> {
                        long[] own = rule.kinds().get(kinds.get(each)).supplies();
                        for (int w = 0; w < own.length; w++) {
                            open[w] &= ~own[w];
                        }
                    });
                    break;
                }
            }
        }
        long volumes = 0;
        for (int s = 0; s < capacity.length; s++) {
            volumes += VolumeRule.has(open, s) ? 0 : capacity[s];
        }
        return new HallSet(found, volumes);
    }

    /** {@return how many volumes there are of each supply, none where no pod could be that fits by itself} */
    private static int[] capacity(Packing packing, VolumeRule rule) {
        long[] usable = new long[packing.nodes().count() + 63 >> 6];
        for (int c = 0; c < rule.own().length; c++) {
            if (rule.own()[c].length + rule.shared()[c].length > 0) {
                addUsable(packing, packing.classes().get(c), usable);
            }
        }
        return rule.supplies().stream()
                .mapToInt(supply -> VolumeRule.meet(supply.reach(), usable) ? supply.count() : 0)
                .toArray();
    }

    private static void addUsable(Packing packing, PodClass podClass, long[] usable) {
        long[] request = podClass.request();
        long[] eligible = podClass.eligible();
        long[] all = eligible == null ? everywhere(packing.nodes().count()) : eligible;
        for (int w = 0; w < usable.length; w++) {
            for (long left = all[w] & ~usable[w]; left != 0; left &= left - 1) {
                int n = (w << 6) + Long.numberOfTrailingZeros(left);
                boolean fits = true;
                for (int r = 0; r < request.length && fits; r++) {
                    fits = request[r] == 0 || packing.nodes().free(r, n) >= request[r];
                }
                usable[w] |= fits ? left & -left : 0;
            }
        }
    }

    /** {@return all nodes, as bits} */
    static long[] everywhere(int nodes) {
        long[] all = new long[nodes + 63 >> 6];
        for (int n = 0; n < nodes; n++) {
            all[n >> 6] |= 1L << (n & 63);
        }
        return all;
    }
}
