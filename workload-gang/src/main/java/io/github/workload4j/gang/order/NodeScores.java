package io.github.workload4j.gang.order;

import java.util.Arrays;

/**
 * The scores of nodes and domains while pods come and go. Mutable, not thread-safe.
 *
 * <p>A node's score is the sum of three. {@code NodeResourcesFit}: how little is used, the mean over cpu and memory in
 * hundredths. {@code NodeResourcesBalancedAllocation}: 50 to 100, the more the closer to each other the pod brings what
 * is used of cpu and of memory; the same for all nodes if the pod asks neither. {@code InterPodAffinity}, twice: how
 * many terms of required affinity of pods that are there want the pod, spread to 0 to 100 over the nodes that fit. The
 * arithmetic is the scheduler's, down to what is rounded.
 */
final class NodeScores {

    private final CycleScores scores;
    private final long[][] taken;
    private final long[][] used;
    private final long[][] drawn;
    private boolean hadTies;

    NodeScores(CycleScores scores) {
        this.scores = scores;
        this.taken = copy(scores.taken());
        this.used = copy(scores.used());
        this.drawn = copy(scores.drawn());
    }

    private static long[][] copy(long[][] columns) {
        return Arrays.stream(columns).map(long[]::clone).toArray(long[][]::new);
    }

    /** Puts a pod of a class on a node, or takes it away. */
    void change(int podClass, int node, int by) {
        for (int r = 0; r < used.length; r++) {
            taken[r][node] += by * scores.asked()[podClass][r];
            used[r][node] += by * scores.counted()[podClass][r];
        }
        for (CycleScores.Draw draw : scores.draws()) {
            int domain = draw.domainOf()[node];
            if (draw.by() == podClass && domain >= 0) {
                for (int n = 0; n < draw.domainOf().length; n++) {
                    drawn[draw.drawn()][n] += draw.domainOf()[n] == domain ? by : 0;
                }
            }
        }
    }

    /** {@return the node with the best score for a pod of a class, the first of equals} */
    int best(int podClass, int[] nodes) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int n = 0; n < nodes.length && drawn.length > 0; n++) {
            least = Math.min(least, drawn[podClass][nodes[n]]);
            most = Math.max(most, drawn[podClass][nodes[n]]);
        }
        int best = -1;
        long bestScore = -1;
        for (int node : nodes) {
            long score = leastAllocated(podClass, node) + balance(podClass, node);
            if (most > least) {
                score += 2 * (long) (100.0 * ((double) (drawn[podClass][node] - least) / (most - least)));
            }
            hadTies |= score == bestScore;
            if (score > bestScore) {
                bestScore = score;
                best = node;
            }
        }
        return best;
    }

    /** {@return whether several nodes were best, at some time} */
    boolean hadTies() {
        return hadTies;
    }

    private long leastAllocated(int c, int node) {
        long sum = 0;
        int resources = 0;
        for (int r = 0; r < used.length; r++) {
            long all = scores.allocatable()[r][node];
            if (all > 0) {
                long asked = used[r][node] + scores.counted()[c][r];
                sum += asked >= all ? 0 : hundredths(all - asked, all);
                resources++;
            }
        }
        return resources == 0 ? 0 : sum / resources;
    }

    private long balance(int c, int node) {
        long[] asked = scores.asked()[c];
        if (Arrays.stream(asked).allMatch(amount -> amount == 0)) {
            return 0;
        }
        return 50 + (50 + evenness(asked, node) - evenness(new long[asked.length], node)) / 2;
    }

    /** {@return 100 if as much of cpu as of memory is asked, less by half of the difference in hundredths} */
    private long evenness(long[] further, int node) {
        double[] parts = new double[further.length];
        int known = 0;
        for (int r = 0; r < further.length; r++) {
            long all = scores.allocatable()[r][node];
            if (all > 0) {
                parts[known++] = Math.min(1, (double) (taken[r][node] + further[r]) / all);
            }
        }
        double deviation = known == 2 ? Math.abs((parts[0] - parts[1]) / 2) : 0;
        return (long) ((1 - deviation) * 100);
    }

    /**
     * {@return how full a domain is, in hundredths: the mean over cpu and memory of used to allocatable, of all its
     * nodes together}
     */
    long fullness(boolean[] inside) {
        long sum = 0;
        int resources = 0;
        for (int r = 0; r < used.length; r++) {
            long all = 0;
            long full = 0;
            for (int n = 0; n < inside.length; n++) {
                if (inside[n] && scores.allocatable()[r][n] > 0) {
                    all += scores.allocatable()[r][n];
                    full += used[r][n];
                }
            }
            if (all > 0) {
                sum += hundredths(Math.min(full, all), all);
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
}
