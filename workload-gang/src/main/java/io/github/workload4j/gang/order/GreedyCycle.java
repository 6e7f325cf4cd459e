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
    private final WorkMeter meter;
    private final int nodes;
    private final NodeScores nodeScores;
    private final @Nullable VictimRanks ranks;
    private final List<Placing> path = new ArrayList<>();
    private boolean domainsTied;

    /**
     * A pod that was placed.
     *
     * @param queue the queue it was in
     * @param index its place there
     * @param podClass its class
     * @param node the node
     */
    public record Placing(CycleQueue queue, int index, int podClass, int node) {}

    /**
     * What a cycle did.
     *
     * @param placed the pods placed, in order; empty if the cycle fails, for then nothing is bound
     * @param nodesTied whether somewhere on the way several nodes were best
     * @param domainsTied whether somewhere on the way several domains were best
     */
    public record Outcome(List<Placing> placed, boolean nodesTied, boolean domainsTied) {

        public Outcome {
            placed = List.copyOf(placed);
        }
    }

    private GreedyCycle(OrderedPacking question, CycleScores scores, @Nullable VictimRanks ranks, WorkMeter meter) {
        this.ranks = ranks;
        this.board = new Board(question);
        this.meter = meter;
        this.nodes = question.relaxed().nodes().count();
        this.nodeScores = new NodeScores(scores);
    }

    /**
     * {@return what a cycle does}
     *
     * @param ranks which nodes come before others whatever their score, or null
     * @param meter what it may spend: a step for four nodes looked at
     * @throws WorkMeter.Stopped if that is not enough
     */
    public static Outcome run(
            OrderedPacking question,
            CycleQueue root,
            CycleScores scores,
            @Nullable VictimRanks ranks,
            WorkMeter meter) {
        GreedyCycle cycle = new GreedyCycle(question, scores, ranks, meter);
        boolean[] all = new boolean[cycle.nodes];
        Arrays.fill(all, true);
        boolean success = cycle.place(root, all);
        return new Outcome(success ? cycle.path : List.of(), cycle.nodeScores.hadTies(), cycle.domainsTied);
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
                tried.add(new Tried(domain, placed, nodeScores.fullness(inside)));
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
            domainsTied |= best != null && score == bestScore;
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

    /** {@return the node that fits and has the best score, the first of equals; -1 if none fits} */
    private int best(int c, boolean[] among) {
        look();
        int[] fitting = new int[nodes];
        int count = 0;
        for (int n = 0; n < nodes; n++) {
            if (among[n] && board.fits(c, n)) {
                fitting[count++] = n;
            }
        }
        int[] found = Arrays.copyOf(fitting, count);
        return count == 0 ? -1 : nodeScores.best(c, ranks == null ? found : ranks.cheapest(found));
    }

    private void look() {
        meter.spend(1 + nodes / 4);
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
        nodeScores.change(placing.podClass(), placing.node(), by);
        if (ranks != null && by > 0) {
            ranks.place(placing.node());
        } else if (ranks != null) {
            ranks.takeBack();
        }
    }
}
