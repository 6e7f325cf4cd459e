package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.search.lp.ConfigurationLp;
import io.github.workload4j.gang.search.model.Question;
import io.github.workload4j.gang.search.model.Situation;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Bounds by points: first such as can be guessed, then the prices of the configuration LP.
 *
 * <p>Guessed are one point for each pod, for each pod of one class or of one group, and points in proportion to what is asked of a
 * resource. They settle capacities of a class, aggregates, halves and granules without any search.
 */
public final class Bounds {

    /** Branches looked at for each knapsack; guesses that need more are left to the prices, which are better than they. */
    private static final long QUICK_LOOK = 200;

    private static final long LONG_LOOK = 5_000;

    private static final double NOTHING = 1e-6;

    /** Most sets of classes that are guessed one by one. */
    private static final int MOST_GUESSES = 32;

    private final Question question;
    private final Weighing quick;
    private final Weighing thorough;
    private final List<long[]> guesses;
    private final boolean selfConflict;

    public Bounds(Question question, WorkMeter steps) {
        this.question = question;
        this.quick = new Weighing(question, steps, QUICK_LOOK);
        this.thorough = new Weighing(question, steps, LONG_LOOK);
        this.guesses = guesses();
        this.selfConflict = question.wide.stream().anyMatch(conflict -> conflict.a() == conflict.b());
    }

    /** {@return the first bound below {@code target} by guessed points and what all nodes have together, or null if there is none} */
    @Nullable
    public Bound byTotals(Situation situation, int target) {
        for (long[] points : guesses) {
            Bound bound = quick.weighTotals(situation, points);
            if (bound != null && bound.atMost() < target) {
                return bound;
            }
        }
        return null;
    }

    /** {@return the lowest bound by guessed points, or the first below {@code target}; null if they prove nothing} */
    @Nullable
    public Bound guessed(Situation situation, int target) {
        return lowest(quick, situation, guesses, target, null);
    }

    /**
     * {@return the lowest bound by the prices of a solved LP, or {@code known} if that is not higher} Where the LP itself leaves nothing out,
     * its prices prove nothing.
     */
    @Nullable
    public Bound priced(Situation situation, ConfigurationLp lp, int target, @Nullable Bound known) {
        if (!selfConflict && lp.leftOut() < NOTHING && lp.shortfall() < NOTHING) {
            return known;
        }
        return lowest(thorough, situation, Prices.asPoints(lp, question.classes), target, known);
    }

    private @Nullable Bound lowest(
            Weighing weighing, Situation situation, List<long[]> all, int target, @Nullable Bound known) {
        Bound lowest = known;
        for (long[] points : all) {
            for (int shared = 0; shared <= (selfConflict ? 1 : 0); shared++) {
                Bound bound = weighing.weigh(situation, points, shared == 1);
                if (bound != null && (lowest == null || bound.atMost() < lowest.atMost())) {
                    lowest = bound;
                    if (lowest.atMost() < target) {
                        return lowest;
                    }
                }
            }
        }
        return lowest;
    }

    private List<long[]> guesses() {
        int classes = question.classes;
        List<long[]> all = new ArrayList<>(classes > 1 ? alike(byClass()) : List.of());
        for (int r = 0; classes > 1 && r < question.resources; r++) {
            long[] asked = new long[classes];
            long most = 0;
            for (int j = 0; j < classes; j++) {
                asked[j] = question.request[j][r];
                most = Math.max(most, asked[j]);
            }
            if (most > 0 && most < 1L << 40) {
                all.add(asked);
            }
        }
        long[] each = new long[classes];
        Arrays.fill(each, 1);
        all.add(each);
        all.addAll(alike(byGroup()));
        return all;
    }

    private List<int[]> byClass() {
        return IntStream.range(0, question.classes).mapToObj(j -> new int[] {j}).toList();
    }

    private List<int[]> byGroup() {
        return Arrays.stream(question.tree.classes)
                .skip(1)
                .filter(some -> some.length > 1)
                .toList();
    }

    /** A point for each pod of some classes; where there are many such, as of replicas, those that ask the same get theirs together. */
    private List<long[]> alike(List<int[]> sets) {
        Map<Object, long[]> points = new LinkedHashMap<>();
        for (int[] classes : sets) {
            List<Object> asked = new ArrayList<>();
            for (int j : classes) {
                PodClass podClass = question.packing.classes().get(j);
                asked.add(LongBuffer.wrap(podClass.request()));
                asked.add(podClass.eligible() == null ? List.of() : LongBuffer.wrap(podClass.eligible()));
            }
            long[] some = points.computeIfAbsent(
                    sets.size() > MOST_GUESSES ? asked : classes, any -> new long[question.classes]);
            for (int j : classes) {
                some[j] = 1;
            }
        }
        return List.copyOf(points.values());
    }
}
