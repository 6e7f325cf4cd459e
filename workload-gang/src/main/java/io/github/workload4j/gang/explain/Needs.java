package io.github.workload4j.gang.explain;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The least that the pods of a group must ask together for the group to succeed. */
final class Needs {

    private Needs() {}

    /**
     * {@return by resource; at least what one pod asks}
     *
     * <p>Each resource on its own: the pods that ask least of it.
     */
    static long[] least(Packing packing, PackingGroup group) {
        long[] least = new long[packing.nodes().resources()];
        for (int r = 0; r < least.length; r++) {
            least[r] = least(packing, group, r, Math.max(1, group.minimum()));
        }
        return least;
    }

    private static long least(Packing packing, PackingGroup group, int resource, int minimum) {
        if (minimum <= 0) {
            return 0;
        }
        if (group.children().isEmpty()) {
            List<PodClass> classes = new ArrayList<>();
            group.classes().forEach(j -> classes.add(packing.classes().get(j)));
            classes.sort(Comparator.comparingLong(each -> each.request()[resource]));
            long missing = minimum;
            long sum = 0;
            for (PodClass each : classes) {
                long taken = Math.min(missing, each.count());
                sum = add(sum, taken, each.request()[resource]);
                missing -= taken;
            }
            return sum;
        }
        return group.children().stream()
                .map(child -> least(packing, child, resource, child.minimum()))
                .sorted()
                .limit(minimum)
                .reduce(0L, (a, b) -> add(a, 1, b));
    }

    private static long add(long sum, long times, long amount) {
        long high = Math.multiplyHigh(times, amount);
        long product = high != 0 || times * amount < 0 ? Long.MAX_VALUE : times * amount;
        return sum + product < 0 ? Long.MAX_VALUE : sum + product;
    }
}
