package io.github.workload4j.gang.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which nodes a preempting group prefers: those where the least would have to leave. Mutable, not thread-safe.
 *
 * <p>All that may leave from a node counts, needed or not; what is to leave because of a pod placed before counts no
 * more.
 */
public final class VictimRanks {

    private final List<Unit> units;
    private final int[][] unitsOn;
    private final boolean[] condemned;
    private final Deque<int[]> placed = new ArrayDeque<>();

    /**
     * What leaves as one.
     *
     * @param priority its priority
     * @param rank 3 for a composite group, 2 for a group, 1 for a pod
     * @param violations how many of its pods break a disruption budget
     * @param nodes for each of its pods the node
     */
    public record Unit(int priority, int rank, int violations, int[] nodes) {}

    /**
     * Nobody is condemned yet.
     *
     * @param units what may leave, most important first
     * @param nodes how many nodes there are
     */
    public VictimRanks(List<Unit> units, int nodes) {
        this.units = List.copyOf(units);
        this.condemned = new boolean[units.size()];
        this.unitsOn = new int[nodes][];
        for (int n = 0; n < nodes; n++) {
            int node = n;
            unitsOn[n] = IntStream.range(0, units.size())
                    .filter(u -> Arrays.stream(units.get(u).nodes()).anyMatch(at -> at == node))
                    .toArray();
        }
    }

    private int[] leaving(int node) {
        return Arrays.stream(unitsOn[node]).filter(u -> !condemned[u]).toArray();
    }

    /** Condemns all that is left on a node. */
    void place(int node) {
        int[] leaving = leaving(node);
        for (int u : leaving) {
            condemned[u] = true;
        }
        placed.push(leaving);
    }

    /** Takes the last placing back. */
    void takeBack() {
        for (int u : placed.pop()) {
            condemned[u] = false;
        }
    }

    /** {@return those of some nodes that cost least, in the same order} */
    int[] cheapest(int[] nodes) {
        List<Integer> cheapest = new ArrayList<>();
        int[] least = {};
        for (int node : nodes) {
            int[] leaving = leaving(node);
            int more = cheapest.isEmpty() ? -1 : compare(leaving, least);
            if (more < 0) {
                cheapest.clear();
                least = leaving;
            }
            if (more <= 0) {
                cheapest.add(node);
            }
        }
        return cheapest.stream().mapToInt(Integer::intValue).toArray();
    }

    private int compare(int[] some, int[] others) {
        if (some.length == 0 || others.length == 0) {
            return Integer.compare(some.length, others.length);
        }
        int order = Integer.compare(violations(some), violations(others));
        order = order != 0 ? order : byPriorities(some, others);
        order = order != 0 ? order : Integer.compare(pods(some, 0, some.length), pods(others, 0, others.length));
        for (int i = 0; order == 0 && i < Math.min(some.length, others.length); i++) {
            Unit one = units.get(some[i]);
            Unit other = units.get(others[i]);
            order = Integer.compare(one.rank(), other.rank());
            order = order != 0 ? order : Integer.compare(one.nodes().length, other.nodes().length);
        }
        return order != 0 ? order : Integer.compare(some.length, others.length);
    }

    /** Compares priority by priority from the highest down: the priority itself, then how many pods have it. */
    private int byPriorities(int[] some, int[] others) {
        int order = 0;
        int i = 0;
        int j = 0;
        while (order == 0 && i < some.length && j < others.length) {
            order = Integer.compare(
                    units.get(some[i]).priority(), units.get(others[j]).priority());
            if (order == 0) {
                int nextI = next(some, i);
                int nextJ = next(others, j);
                order = Integer.compare(pods(some, i, nextI), pods(others, j, nextJ));
                i = nextI;
                j = nextJ;
            }
        }
        return order;
    }

    private int next(int[] some, int from) {
        int to = from;
        while (to < some.length
                && units.get(some[to]).priority() == units.get(some[from]).priority()) {
            to++;
        }
        return to;
    }

    private int violations(int[] some) {
        return Arrays.stream(some).map(u -> units.get(u).violations()).sum();
    }

    private int pods(int[] some, int from, int to) {
        return Arrays.stream(some, from, to)
                .map(u -> units.get(u).nodes().length)
                .sum();
    }
}
