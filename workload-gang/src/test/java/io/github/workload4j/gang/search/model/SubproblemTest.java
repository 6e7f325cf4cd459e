package io.github.workload4j.gang.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.search.SmallPackings;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SubproblemTest {

    private static final int[] RACKS = {0, 0, 1, -1};

    private static Packing packing(Conflict... conflicts) {
        return Questions.of(
                new long[] {6, 6, 6, 2},
                List.of(conflicts),
                PackingGroup.leaf(2, 0, 1),
                PodClass.of(4, 2),
                PodClass.of(4, 3));
    }

    @Test
    void nodeClassesAreTheTypesOfACaseThatChoosesNothing() {
        Subproblem subproblem = Questions.whole(packing());
        assertThat(subproblem.types).hasSize(2).isInstanceOf(UnsplitTypes.class);
        assertThat(subproblem.sizes()).containsExactly(1, 3);
        assertThat(subproblem.total()).containsExactly(20);
        assertThat(subproblem.maxByType(0)).containsExactly(1, 3);
        assertThat(subproblem.places(1)).isEqualTo(6);
    }

    @Test
    void theDomainsOfAWideConflictSplitANodeClass() {
        Subproblem subproblem = Questions.whole(packing(new Conflict(0, 1, RACKS)));
        assertThat(subproblem.sizes()).containsExactlyInAnyOrder(2, 1, 1);
        assertThat(subproblem.types).extracting(type -> type.domains[0]).containsExactlyInAnyOrder(0, 1, -1);
    }

    @Test
    void fixedPodsLeaveFewerForOtherNodes() {
        Subproblem whole = Questions.whole(packing());
        NodeType large = whole.types.get(1);
        Subproblem branch = whole.with(1, large.firstWithMin(0, 3), large.rest());
        assertThat(whole.hasFixedPods()).isFalse();
        assertThat(branch.hasFixedPods()).isTrue();
        assertThat(branch.sizes()).containsExactly(1, 1, 2);
        assertThat(branch.max(1)[0]).isEqualTo(3);
        assertThat(branch.max(2)[0]).isEqualTo(1);
    }

    @Test
    void aClassLeavesTheDomainThatItIsKeptOutOf() {
        Subproblem whole = Questions.whole(packing(new Conflict(0, 1, RACKS)));
        Subproblem without = whole.without(0, 0, 0);
        for (int t = 0; t < without.types.size(); t++) {
            boolean inside = without.types.get(t).domains[0] == 0;
            assertThat(without.max(t)[0]).isEqualTo(inside ? 0 : whole.max(t)[0]);
            assertThat(without.max(t)[1]).isEqualTo(whole.max(t)[1]);
        }
    }

    @Test
    void whatIsForgottenIsComputedAgain() {
        Subproblem subproblem = Questions.whole(packing(new Conflict(0, 1, RACKS)));
        int[] max = subproblem.maxByType(0).clone();
        int[] order = subproblem.byScarcity().order().clone();
        assertThat(subproblem.forget()).isPositive();
        assertThat(subproblem.maxByType(0)).isEqualTo(max);
        assertThat(subproblem.byScarcity().order()).isEqualTo(order);
    }

    /** The two kinds of node types answer alike where both are possible. */
    @Property(seed = "20261130", tries = 500)
    void columnsOfNodeClassesAreThoseOfTheirTypes(@ForAll @IntRange(min = 0) int seed) {
        ReducedPacking reduced = new ReducedPacking(new SmallPackings(seed).next());
        UnsplitTypes unsplit = new UnsplitTypes(reduced);
        SplitTypes split = new SplitTypes(reduced, List.copyOf(unsplit));
        assertThat(split.sizes()).isEqualTo(unsplit.sizes());
        assertThat(split.total()).isEqualTo(unsplit.total());
        for (int j = 0; j < reduced.classes; j++) {
            int[] column = unsplit.maxByType(j);
            assertThat(split.maxByType(j)).isEqualTo(column);
            assertThat(split.places(j, column)).isEqualTo(unsplit.places(j, column));
            assertThat(split.takers(unsplit.ranking(), j, column))
                    .isEqualTo(unsplit.takers(unsplit.ranking(), j, column));
        }
        for (int r = 0; r < reduced.resources; r++) {
            assertThat(split.freeByType(r)).isEqualTo(unsplit.freeByType(r));
        }
        for (int t = 0; t < unsplit.size(); t++) {
            assertThat(split.max(t)).isEqualTo(unsplit.max(t));
            assertThat(split.to(t)).isEqualTo(unsplit.to(t));
        }
    }
}
