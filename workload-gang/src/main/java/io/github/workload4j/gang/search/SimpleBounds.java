package io.github.workload4j.gang.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bounds from points that can be guessed: one point for each pod, for each pod of one class or of one group, and points in proportion to
 * what is asked of a resource. They settle capacities of a class, aggregates, halves and granules without any search.
 */
final class SimpleBounds {

    private final Question question;
    private final Weighing weighing;

    SimpleBounds(Question question, Steps steps) {
        this.question = question;
        this.weighing = new Weighing(question, steps);
    }

    /** {@return the lowest bound found, or the trivial one; the search for it ends below {@code target}} */
    Bound of(Situation situation, int target, Bound trivial) {
        Bound best = trivial;
        boolean selfConflict = question.wide.stream().anyMatch(conflict -> conflict.a() == conflict.b());
        for (long[] points : guesses()) {
            for (int shared = 0; shared <= (selfConflict ? 1 : 0); shared++) {
                Bound bound = weighing.weigh(situation, points, shared == 1);
                if (bound != null && bound.atMost() < best.atMost()) {
                    best = bound;
                    if (best.atMost() < target) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    private List<long[]> guesses() {
        List<long[]> guesses = new ArrayList<>();
        int classes = question.classes;
        long[] all = new long[classes];
        Arrays.fill(all, 1);
        guesses.add(all);
        for (int j = 0; classes > 1 && j < classes; j++) {
            long[] one = new long[classes];
            one[j] = 1;
            guesses.add(one);
        }
        for (int r = 0; classes > 1 && r < question.resources; r++) {
            long[] asked = new long[classes];
            long most = 0;
            for (int j = 0; j < classes; j++) {
                asked[j] = question.request[j][r];
                most = Math.max(most, asked[j]);
            }
            if (most > 0 && most < 1L << 40) {
                guesses.add(asked);
            }
        }
        for (int g = 1; g < question.tree.size; g++) {
            if (question.tree.classes[g].length > 1) {
                long[] group = new long[classes];
                for (int j : question.tree.classes[g]) {
                    group[j] = 1;
                }
                guesses.add(group);
            }
        }
        return guesses;
    }
}
