package io.github.workload4j.gang.podclass;

import io.github.workload4j.gang.devices.SharedReach;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.proof.ClaimedDevices;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What things that are no resources of nodes (devices, volumes) add to the numbers of a question: columns beside those
 * of the resources, nodes that classes may not use, and classes kept apart. All of it is necessary: no valid placement
 * breaks any of it.
 *
 * @param columns further columns, which come after the resources and before the pod slots
 * @param replaced resources whose own column is left out, since a further one counts them
 * @param open for each class the nodes that it may use as far as these things go, as bits; null for all. Shorter than
 *     the classes if there is nothing to say
 * @param conflicts classes kept apart
 * @param limits what several nodes share
 * @param together classes of which all pods lie in one domain of a label
 * @param claimed what columns about devices rest on, the first column being 0; null if there are none
 */
record Extras(
        List<Column> columns,
        Set<String> replaced,
        List<long @Nullable []> open,
        List<Conflict> conflicts,
        List<SharedLimit> limits,
        List<SharedReach.Together> together,
        @Nullable Supplier<ClaimedDevices> claimed) {

    /** Nothing. */
    static final Extras NONE = new Extras(List.of(), Set.of(), List.of(), List.of());

    /** Extras without shared limits. */
    Extras(List<Column> columns, Set<String> replaced, List<long @Nullable []> open, List<Conflict> conflicts) {
        this(columns, replaced, open, conflicts, List.of(), List.of(), null);
    }

    /** On a node where a column does not count. More than any question asks. */
    static final long WITHOUT_LIMIT = Long.MAX_VALUE;

    /** In numbers, without limit is this at least, so that the numbers stay small. */
    private static final long MUCH = 1L << 42;

    /**
     * A column.
     *
     * @param name what it counts, such as {@code devices of class gpu.example.com}; unlike the name of any resource
     * @param request what a pod of each class takes, 0 or more
     * @param free what each node has, or {@link #WITHOUT_LIMIT}
     */
    record Column(String name, long[] request, long[] free) {

        /** {@return what each node has, as a number that sums can hold} */
        private long[] numbers(long pods) {
            long most = 1;
            for (long asked : request) {
                most = Math.max(most, asked);
            }
            long much = most > (Long.MAX_VALUE >> 8) / (pods + 1) ? Long.MAX_VALUE >> 8 : most * (pods + 1);
            long[] numbers = free.clone();
            for (int n = 0; n < numbers.length; n++) {
                numbers[n] = numbers[n] == WITHOUT_LIMIT ? Math.max(MUCH, much) : numbers[n];
            }
            return numbers;
        }
    }

    /** {@return these and others} */
    Extras and(Extras more) {
        if (this == NONE || more == NONE) {
            return this == NONE ? more : this;
        }
        Set<String> names = new HashSet<>(replaced);
        names.addAll(more.replaced);
        List<long @Nullable []> both = new ArrayList<>();
        for (int c = 0; c < Math.max(open.size(), more.open.size()); c++) {
            both.add(meet(openTo(c), more.openTo(c)));
        }
        return new Extras(
                joined(columns, more.columns),
                names,
                both,
                joined(conflicts, more.conflicts),
                joined(limits, more.limits),
                together,
                claimed);
    }

    private static long @Nullable [] meet(long @Nullable [] a, long @Nullable [] b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        long[] meet = a.clone();
        for (int w = 0; w < meet.length; w++) {
            meet[w] &= b[w];
        }
        return meet;
    }

    private static <T> List<T> joined(List<T> a, List<T> b) {
        List<T> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    /** {@return the nodes that a class may use as far as these things go, or null for all} */
    long @Nullable [] openTo(int podClass) {
        return podClass < open.size() ? open.get(podClass) : null;
    }

    /** Takes out of {@code eligible} the nodes that a class may not use. */
    void strike(int podClass, long[] eligible) {
        long[] nodes = openTo(podClass);
        for (int w = 0; nodes != null && w < eligible.length; w++) {
            eligible[w] &= nodes[w];
        }
    }

    /** {@return what is free of the resources, of the columns, and last the pod slots} */
    PackingNodes free(PackingNodes resources, long pods) {
        if (columns.isEmpty()) {
            return resources;
        }
        int own = resources.resources() - 1;
        long[][] free = new long[own + columns.size() + 1][];
        for (int r = 0; r < own; r++) {
            free[r] = resources.column(r);
        }
        for (int c = 0; c < columns.size(); c++) {
            free[own + c] = columns.get(c).numbers(pods);
        }
        free[free.length - 1] = resources.column(own);
        return PackingNodes.of(resources.count(), free);
    }
}
