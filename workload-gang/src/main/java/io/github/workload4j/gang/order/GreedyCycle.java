package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documented cycle of kube-scheduler for a group: pod by pod, the best node that fits, never moved again.
 *
 * <p>A leaf goes on as long as its minimum can still be reached, and after it is reached with every further pod that
 * fits; a composite does the same with the groups inside. A group bound to a domain is tried in each domain of its
 * parent's nodes and keeps the best by score. What fails is taken back.
 *
 * <p>Ties, which the scheduler breaks at random, go to the first node, and to the domain of the first rank.
 */
public final class GreedyCycle {

    private final Board board;
    private final CycleScores scores;
    private final WorkMeter meter;
    private final int nodes;
    private final long[][] taken;
    private final List<Placing> path = new ArrayList<>();

    /**
     * A pod that was placed.
     *
     * @param queue the queue it was in
     * @param index its place there
     * @param podClass its class
     * @param node the node
     */
    public record Placing(CycleQueue queue, int index, int podClass, int node) {}

    private GreedyCycle(OrderedPacking question, CycleScores scores, WorkMeter meter) {
        this.board = new Board(question);
        this.scores = scores;
        this.meter = meter;
        this.nodes = question.relaxed().nodes().count();
        this.taken = new long[scores.used().length][];
        Arrays.setAll(taken, r -> scores.used()[r].clone());
    }

    /**
     * {@return the pods placed, in order; null if the cycle fails, for then nothing is bound}
     *
     * @param meter what it may spend: a step for four nodes looked at
     * @throws WorkMeter.Stopped if that is not enough
     */
    public static @Nullable List<Placing> run(
            OrderedPacking question, CycleQueue root, CycleScores scores, WorkMeter meter) {
        GreedyCycle cycle = new GreedyCycle(question, scores, meter);
        boolean[] all = new boolean[cycle.nodes];
        Arrays.fill(all, true);
        boolean success = cycle.place(root, all);
        return success && !cycle.path.isEmpty() ? List.copyOf(cycle.path) : null;
    }

    private boolean place(CycleQueue queue, boolean[] among) {
        int[] domainOf = queue.group().domainOf();
        if (domainOf == null) {
            return attempt(queue, among);
        }
        int[] domains =
                Arrays.stream(domainOf).filter(domain -> domain >= 0).distinct().toArray();
        List<Tried> tried = new ArrayList<>();
        int most = 0;
        for (int domain : domains) {
            look();
            boolean[] inside = new boolean[nodes];
            boolean any = false;
            for (int n = 0; n < nodes; n++) {
                inside[n] = among[n] && domainOf[n] == domain;
                any |= inside[n];
            }
            int start = path.size();
            if (any && attempt(queue, inside)) {
                List<Placing> placed = List.copyOf(path.subList(start, path.size()));
                tried.add(new Tried(domain, placed, fullness(inside)));
                most = Math.max(most, queue.scheduled() + placed.size());
            }
            takeBack(start);
        }
        Tried best = null;
        long bestScore = -1;
        for (Tried one : tried) {
            long count = most == 0 ? 0 : (queue.scheduled() + one.placed().size()) * 100L / most;
            long score = count + one.fullness();
            int rank = queue.domainRank()[one.domain()];
            if (best == null || score > bestScore || score == bestScore && rank < queue.domainRank()[best.domain()]) {
                best = one;
                bestScore = score;
            }
        }
        if (best == null) {
            return false;
        }
        best.placed().forEach(this::put);
        return true;
    }

    private record Tried(int domain, List<Placing> placed, long fullness) {}

    private boolean attempt(CycleQueue queue, boolean[] among) {
        int start = path.size();
        boolean success = queue.children().isEmpty() ? attemptPods(queue, among) : attemptGroups(queue, among);
        if (!success) {
            takeBack(start);
        }
        return success;
    }

    private boolean attemptPods(CycleQueue queue, boolean[] among) {
        int missing = queue.group().minimum();
        int left = queue.pods().size();
        for (int i = 0; i < queue.pods().size() && left >= missing; i++) {
            int c = queue.pods().get(i);
            int node = best(c, among);
            if (node >= 0) {
                put(new Placing(queue, i, c, node));
                missing--;
            }
            left--;
        }
        return missing <= 0;
    }

    private boolean attemptGroups(CycleQueue queue, boolean[] among) {
        int missing = queue.group().minimum();
        int left = queue.children().size();
        for (int i = 0; i < queue.children().size() && left >= missing; i++) {
            if (place(queue.children().get(i), among)) {
                missing--;
            }
            left--;
        }
        return missing <= 0;
    }

    /**
     * {@return the node that fits and is used least in the mean of its resources, the first of equals; -1 if none fits}
     */
    private int best(int c, boolean[] among) {
        look();
        int best = -1;
        long most = -1;
        for (int n = 0; n < nodes; n++) {
            if (among[n] && board.fits(c, n)) {
                long score = leastAllocated(c, n);
                if (score > most) {
                    most = score;
                    best = n;
                }
            }
        }
        return best;
    }

    private void look() {
        meter.spend(1 + nodes / 4);
    }

    private long leastAllocated(int c, int node) {
        long sum = 0;
        int resources = 0;
        for (int r = 0; r < taken.length; r++) {
            long all = scores.allocatable()[r][node];
            if (all > 0) {
                long asked = taken[r][node] + scores.counted()[c][r];
                sum += asked >= all ? 0 : hundredths(all - asked, all);
                resources++;
            }
        }
        return resources == 0 ? 0 : sum / resources;
    }

    /**
     * {@return how full a domain is, in hundredths: the mean over cpu and memory of taken to allocatable, of all its
     * nodes together}
     */
    private long fullness(boolean[] inside) {
        long sum = 0;
        int resources = 0;
        for (int r = 0; r < taken.length; r++) {
            long all = 0;
            long used = 0;
            for (int n = 0; n < nodes; n++) {
                if (inside[n]) {
                    all += scores.allocatable()[r][n];
                    used += taken[r][n];
                }
            }
            if (all > 0) {
                sum += hundredths(Math.min(used, all), all);
                resources++;
            }
        }
        return resources == 0 ? 0 : sum / resources;
    }

    /**
     * {@return the part of the whole in hundredths, rounded down; amounts beyond a 128th of 64 bits lose their last
     * bits}
     */
    private static long hundredths(long part, long whole) {
        return whole < Long.MAX_VALUE / 128 ? part * 100 / whole : (part >> 7) * 100 / (whole >> 7);
    }

    private void put(Placing placing) {
        change(placing, 1);
        path.add(placing);
    }

    private void takeBack(int start) {
        while (path.size() > start) {
            change(path.remove(path.size() - 1), -1);
        }
    }

    private void change(Placing placing, int by) {
        if (by > 0) {
            board.place(placing.podClass(), placing.node());
        } else {
            board.takeBack(placing.podClass(), placing.node());
        }
        for (int r = 0; r < taken.length; r++) {
            taken[r][placing.node()] += by * scores.counted()[placing.podClass()][r];
        }
    }
}
