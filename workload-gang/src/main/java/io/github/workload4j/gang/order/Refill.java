package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places the same pods once more, in the domains they are in, each on the node where least or most is left. Costs pods
 * times nodes, a step for four of these.
 */
public final class Refill {

    private final OrderedPacking question;
    private final Packing packing;
    private final Board board;
    private final long[] most;
    private final WorkMeter meter;

    private Refill(OrderedPacking question, WorkMeter meter) {
        this.question = question;
        this.meter = meter;
        this.packing = question.relaxed();
        this.board = new Board(question);
        this.most = new long[packing.nodes().resources()];
        for (int r = 0; r < most.length; r++) {
            most[r] = Math.max(1, Arrays.stream(packing.nodes().column(r)).max().orElse(1));
        }
    }

    /**
     * {@return an answer with as many pods of every class, or the given one if there is none to be had this way, or
     * not within the budget}
     */
    public static List<Step> of(OrderedPacking question, List<Step> answer, boolean packed, WorkMeter meter) {
        try {
            List<Step> again = new Refill(question, meter).place(answer, packed);
            return again.size() == answer.size() ? again : answer;
        } catch (WorkMeter.Stopped spent) {
            return answer;
        }
    }

    private List<Step> place(List<Step> answer, boolean packed) {
        int[] count = new int[packing.classes().size()];
        answer.forEach(step -> count[step.podClass()]++);
        meter.spend((long) count.length * packing.nodes().count() / 8);
        boolean[][] allowed = new boolean[count.length][packing.nodes().count()];
        for (boolean[] nodes : allowed) {
            Arrays.fill(nodes, true);
        }
        restrict(packing.root(), answer, allowed);
        List<Step> steps = new ArrayList<>();
        List<Integer> order = new GreedyFill(question, meter).largestFirst();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int c : order) {
                for (int node = count[c] > 0 ? best(c, allowed[c], packed) : -1;
                        node >= 0;
                        node = count[c] > 0 ? best(c, allowed[c], packed) : -1) {
                    board.place(c, node);
                    steps.add(new Step(c, node));
                    count[c]--;
                    moved = true;
                }
            }
        }
        return steps;
    }

    /** A group stays in the domain of its first pod. */
    private void restrict(PackingGroup group, List<Step> answer, boolean[][] allowed) {
        List<Integer> inside = new ArrayList<>();
        collect(group, inside);
        int[] domainOf = group.domainOf();
        if (domainOf != null) {
            answer.stream()
                    .filter(step -> inside.contains(step.podClass()))
                    .findFirst()
                    .ifPresent(first -> {
                        for (int c : inside) {
                            for (int n = 0; n < domainOf.length; n++) {
                                allowed[c][n] &= domainOf[n] == domainOf[first.node()];
                            }
                        }
                    });
        }
        group.children().forEach(child -> restrict(child, answer, allowed));
    }

    private static void collect(PackingGroup group, List<Integer> classes) {
        classes.addAll(group.classes());
        group.children().forEach(child -> collect(child, classes));
    }

    private int best(int c, boolean[] allowed, boolean packed) {
        meter.spend(1 + allowed.length / 4);
        int best = -1;
        double bestLeft = 0;
        for (int n = 0; n < allowed.length; n++) {
            if (allowed[n] && board.fits(c, n)) {
                double left = left(c, n);
                if (best < 0 || (packed ? left < bestLeft : left > bestLeft)) {
                    best = n;
                    bestLeft = left;
                }
            }
        }
        return best;
    }

    /** {@return what is left of the resources the class asks for, as parts of what the emptiest node has, added up} */
    private double left(int c, int node) {
        PodClass podClass = packing.classes().get(c);
        double left = 0;
        for (int r = 0; r < most.length; r++) {
            if (podClass.request()[r] > 0) {
                left += (double) board.free(r, node) / most[r];
            }
        }
        return left;
    }
}
