package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against trying everything. */
class PointsKnapsackTest {

    private final Random random = new Random(6);

    private int classes;
    private int resources;
    private Packing packing;
    private Units units;
    private long[] capacity;
    private long[] points;
    private int[] least;
    private int[] most;

    private void draw() {
        classes = 1 + random.nextInt(4);
        resources = 1 + random.nextInt(2);
        List<PodClass> all = new ArrayList<>();
        for (int j = 0; j < classes; j++) {
            long[] request = new long[resources];
            for (int r = 0; r < resources; r++) {
                request[r] = random.nextInt(4);
            }
            all.add(PodClass.of(4, request));
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (int c = random.nextInt(4); c > 0; c--) {
            conflicts.add(new Conflict(
                    random.nextInt(classes), random.nextInt(classes), random.nextInt(4) == 0 ? new int[] {0} : null));
        }
        packing = new Packing(PackingNodes.of(1, new long[resources][1]), all, conflicts, PackingGroup.leaf(1));
        units = new Units(packing);
        capacity = new long[resources];
        points = new long[classes];
        least = new int[classes];
        most = new int[classes];
        for (int r = 0; r < resources; r++) {
            capacity[r] = random.nextInt(9);
        }
        for (int j = 0; j < classes; j++) {
            points[j] = random.nextInt(9) - 2;
            most[j] = random.nextInt(5);
            least[j] = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
        }
    }

    private long brute(int j, int[] taken) {
        if (j == classes) {
            for (int r = 0; r < resources; r++) {
                long used = 0;
                for (int i = 0; i < classes; i++) {
                    used += taken[i] * units.requests()[i][r];
                }
                if (used > capacity[r]) {
                    return PointsKnapsack.NEVER;
                }
            }
            for (Conflict conflict : packing.conflicts()) {
                boolean ofTwo = conflict.domainOf() == null && conflict.a() != conflict.b();
                if (ofTwo && taken[conflict.a()] > 0 && taken[conflict.b()] > 0) {
                    return PointsKnapsack.NEVER;
                }
            }
            long sum = 0;
            for (int i = 0; i < classes; i++) {
                sum += taken[i] * points[i];
            }
            return sum;
        }
        long best = PointsKnapsack.NEVER;
        for (int count = least[j]; count <= most[j]; count++) {
            taken[j] = count;
            best = Math.max(best, brute(j + 1, taken));
        }
        taken[j] = 0;
        return best;
    }

    @Test
    void isTheMostThatTryingEverythingFinds() {
        for (int i = 0; i < 4_000; i++) {
            draw();
            PointsKnapsack knapsack = PointsKnapsack.of(packing, units, new Work(Budget.DEFAULT.meter()));
            long best = brute(0, new int[classes]);
            assertThat(knapsack.of(capacity, points, least, most, 1_000_000)).isEqualTo(best);
            if (best != PointsKnapsack.NEVER) {
                assertThat(knapsack.isExact()).isTrue();
                assertThat(knapsack.found()).isEqualTo(best);
            }
        }
    }

    @Test
    void withFewLooksIsNoLessAndWhatIsFoundIsNoMore() {
        int inexact = 0;
        for (int i = 0; i < 4_000; i++) {
            draw();
            PointsKnapsack knapsack = PointsKnapsack.of(packing, units, new Work(Budget.DEFAULT.meter()));
            long best = brute(0, new int[classes]);
            long bound = knapsack.of(capacity, points, least, most, random.nextInt(4));
            if (best == PointsKnapsack.NEVER) {
                assertThat(bound).isEqualTo(PointsKnapsack.NEVER);
            } else {
                assertThat(bound).isGreaterThanOrEqualTo(best);
                assertThat(knapsack.found()).isLessThanOrEqualTo(best);
                inexact += knapsack.isExact() ? 0 : 1;
                assertThat(!knapsack.isExact() || bound == best).isTrue();
            }
        }
        assertThat(inexact).isGreaterThan(100);
    }

    private static PointsKnapsack of(Work work, PodClass... classes) {
        Packing packing =
                new Packing(PackingNodes.of(1, new long[] {9}), List.of(classes), List.of(), PackingGroup.leaf(1));
        return PointsKnapsack.of(packing, new Units(packing), work);
    }

    @Test
    void pointsBeyondSixtyFourBitsAreTheMostThereAre() {
        PointsKnapsack knapsack = of(new Work(Budget.DEFAULT.meter()), PodClass.of(4, 1));
        long[] huge = {Long.MAX_VALUE / 2};
        assertThat(knapsack.of(new long[] {4}, huge, new int[1], new int[] {4}, 100))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(knapsack.of(new long[] {4}, huge, new int[] {4}, new int[] {4}, 100))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(knapsack.of(new long[] {2}, huge, new int[1], new int[] {4}, 100))
                .isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void stepsAreSpent() {
        Work work = new Work(Budget.steps(1).meter());
        PointsKnapsack knapsack = of(work, PodClass.of(4, 1), PodClass.of(4, 2));
        assertThatThrownBy(() -> knapsack.of(new long[] {9}, new long[] {1, 3}, new int[2], new int[] {4, 4}, 100))
                .isInstanceOf(Refused.class);
    }
}
