package io.github.workload4j.gang.words;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What a group asks of one resource in total, beside what is free of it.
 *
 * @param resource index of the resource
 * @param asked the least that the pods of any answer ask together
 * @param free what is free on all nodes that one of the asking pods may use
 * @param isOfAllPods whether {@code asked} is what all pods ask, not only the smallest that are enough
 * @param isOnAllNodes whether {@code free} counts all nodes
 */
public record ResourceTotal(int resource, long asked, long free, boolean isOfAllPods, boolean isOnAllNodes) {

    /** {@return the resource that is shortest, as a share of what is asked; empty if there is enough of each} */
    static Optional<ResourceTotal> mostMissing(Packing packing) {
        return IntStream.range(0, packing.nodes().resources())
                .mapToObj(r -> of(packing, r))
                .flatMap(Optional::stream)
                .filter(ResourceTotal::isShort)
                .min(Comparator.comparingDouble(total -> (double) total.free() / total.asked()));
    }

    /** {@return the totals of one resource; empty if they are beyond the range of {@code long}} */
    public static Optional<ResourceTotal> of(Packing packing, int resource) {
        try {
            long all = 0;
            for (PodClass pods : packing.classes()) {
                all = Math.addExact(all, Math.multiplyExact(pods.request()[resource], (long) pods.count()));
            }
            List<PodClass> asking = packing.classes().stream()
                    .filter(pods -> pods.request()[resource] > 0)
                    .toList();
            long asked = leastAsked(packing, packing.root(), resource);
            long free = 0;
            boolean onAllNodes = true;
            for (int n = 0; n < packing.nodes().count(); n++) {
                int node = n;
                boolean isOpen =
                        packing.classes().stream().anyMatch(pods -> pods.request()[resource] > 0 && pods.mayUse(node));
                onAllNodes &= isOpen;
                free = isOpen ? Math.addExact(free, Math.max(0, packing.nodes().free(resource, n))) : free;
            }
            return Optional.of(new ResourceTotal(resource, asked, free, asked == all, onAllNodes));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** {@return whether the totals alone show that the group does not fit} */
    boolean isShort() {
        return asked > free;
    }

    /** {@return a lower bound of what the pods ask with which a group succeeds} */
    private static long leastAsked(Packing packing, PackingGroup group, int resource) {
        List<Long> single = new ArrayList<>();
        group.children().forEach(child -> single.add(leastAsked(packing, child, resource)));
        if (!single.isEmpty()) {
            return sum(single.stream().mapToLong(Long::longValue).sorted().limit(Math.max(0, group.minimum())));
        }
        long rest = Math.max(0, group.minimum());
        long asked = 0;
        List<PodClass> smallestFirst = group.classes().stream()
                .map(packing.classes()::get)
                .sorted(Comparator.comparingLong(pods -> pods.request()[resource]))
                .toList();
        for (PodClass pods : smallestFirst) {
            long taken = Math.min(rest, pods.count());
            asked = Math.addExact(asked, Math.multiplyExact(taken, pods.request()[resource]));
            rest -= taken;
        }
        return asked;
    }

    private static long sum(LongStream numbers) {
        return numbers.reduce(0, Math::addExact);
    }
}
