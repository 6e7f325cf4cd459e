package io.github.workload4j.gang.timetable;

import io.github.workload4j.gang.packing.PackingNodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is free on all nodes over time, more or less than now. Mutable. */
final class Ledger {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final @Nullable NodeLine[] lines;
    private int longest = 1;
    private boolean isExact = true;

    /** A ledger of some resources, in which nothing changes yet. */
    Ledger(Iterable<String> resources, int nodes) {
        resources.forEach(name -> numbers.put(name, numbers.size()));
        lines = new NodeLine[nodes];
    }

    /** {@return amounts by resource in the order of this ledger; those of other resources are left out} */
    long[] amounts(Map<String, Long> byName) {
        long[] amounts = new long[numbers.size()];
        byName.forEach((name, amount) -> {
            Integer number = numbers.get(name);
            if (number != null) {
                amounts[number] = amount;
            }
        });
        return amounts;
    }

    /** Lets amounts be free from one moment on until before another. */
    void free(int node, long from, long before, long[] amounts) {
        NodeLine line = lines[node];
        if (line == null) {
            line = new NodeLine(numbers.size());
            lines[node] = line;
        }
        isExact &= line.add(from, before, amounts);
        longest = Math.max(longest, line.stretches());
    }

    /** Lets amounts be taken from one moment on until before another. */
    void take(int node, long from, long before, long[] amounts) {
        long[] less = new long[amounts.length];
        for (int r = 0; r < less.length; r++) {
            less[r] = -amounts[r];
        }
        free(node, from, before, less);
    }

    /** {@return when there is less of a resource on a node than none in some time, of so much now; null if never} */
    NodeLine.@Nullable Low below(int node, String resource, long now, long from, long before) {
        NodeLine line = lines[node];
        Integer number = numbers.get(resource);
        return line == null || number == null ? null : line.below(-now, number, from, before);
    }

    /** {@return whether no sum went beyond 64 bits} */
    boolean isExact() {
        return isExact;
    }

    /** Takes what is free on a node, by resource. */
    @FunctionalInterface
    interface Look {

        /** {@return whether to look at the next node} */
        boolean at(int node, long[] free);
    }

    /**
     * {@return the resources of a packing that this ledger knows}
     *
     * @param needed by resource of the packing, the least on a node that is of use
     */
    NeededRoom asked(List<String> resources, long[] needed) {
        List<Integer> known = new ArrayList<>();
        for (int r = 0; r < resources.size(); r++) {
            if (numbers.containsKey(resources.get(r))) {
                known.add(r);
            }
        }
        return new NeededRoom(
                known.stream()
                        .mapToInt(r -> numbers.getOrDefault(resources.get(r), 0))
                        .toArray(),
                known.stream().mapToInt(r -> r).toArray(),
                known.stream().mapToLong(r -> needed[r]).toArray(),
                lines.length);
    }

    /**
     * Looks at what is free on each node through some time that begins at the best moment for that node and resource.
     *
     * <p>If {@code first} and {@code last} are one moment, that is what is free through the time that begins then.
     * Nodes that have less of a resource than is needed are passed over.
     *
     * @param now what is free of the resources now; what this ledger does not know stays as it is
     * @param look given the nodes in order, with the same array each time
     * @return how many nodes were looked at
     */
    int look(PackingNodes now, NeededRoom asked, long first, long last, long lasting, Look look) {
        int[] kept = new int[longest];
        long[][] columns = new long[now.resources()][];
        for (int r = 0; r < columns.length; r++) {
            columns[r] = now.column(r);
        }
        long[] free = new long[columns.length];
        for (int n = 0; n < lines.length; n++) {
            if (asked.isKnownShort(n, first, last)) {
                continue;
            }
            NodeLine line = lines[n];
            for (int r = 0; r < free.length; r++) {
                free[r] = columns[r][n];
            }
            if (line != null) {
                if (line.isShort(first, last, lasting, free, asked, n)) {
                    continue;
                }
                line.most(first, last, lasting, free, asked, kept);
            }
            if (!look.at(n, free)) {
                return n + 1;
            }
        }
        return lines.length;
    }

    /** {@return what {@link #look} sees; on nodes that are passed over, nothing is free} */
    PackingNodes room(PackingNodes now, NeededRoom asked, long first, long last, long lasting) {
        long[][] columns = new long[now.resources()][now.count()];
        look(now, asked, first, last, lasting, (node, free) -> {
            for (int r = 0; r < free.length; r++) {
                columns[r][node] = free[r];
            }
            return true;
        });
        return PackingNodes.of(now.count(), columns);
    }

    /** {@return the sum, held at the limits of 64 bits} */
    static long sum(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : sum;
    }
}
