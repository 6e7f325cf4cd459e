package io.github.workload4j.gang.search.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.DomainCount;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.PackingSearch;
import io.github.workload4j.gang.search.fill.Incumbent;
import io.github.workload4j.gang.search.model.Case;
import io.github.workload4j.gang.search.model.Questions;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainAssignmentTest {

    private static final int[] RACKS = {0, 0, 1, 1};

    private final List<Packing> questions = new ArrayList<>();

    /** A search that answers questions about single domains, and counts them. */
    private final SubSearch subSearch = new SubSearch() {
        @Override
        public PackingAnswer answer(Packing packing, WorkMeter meter) {
            questions.add(packing);
            return PackingSearch.answer(packing, meter);
        }

        @Override
        public void improve(Case chosen, WorkMeter meter) {
            throw new AssertionError("nothing is left to search");
        }
    };

    /** Replicas of two pods each that want a rack of their own choice. */
    private static Packing replicas(int count, int minimum) {
        PackingGroup[] groups = new PackingGroup[count];
        PodClass[] classes = new PodClass[count];
        for (int i = 0; i < count; i++) {
            groups[i] = PackingGroup.leaf(2, i).inOneDomain(RACKS);
            classes[i] = PodClass.of(2, 3);
        }
        return Questions.of(new long[] {4, 4, 4, 4}, List.of(), PackingGroup.composite(minimum, groups), classes);
    }

    @Test
    void replicasAreAssignedAndRacksOfTheSameNodesAreAskedOnce() {
        ReducedPacking reduced = new ReducedPacking(replicas(3, 1));
        Incumbent incumbent = new Incumbent(reduced);
        Certificate noBetter = new DomainAssignment(reduced, Budget.DEFAULT.meter(), incumbent, subSearch)
                .exhaust(Case.start(reduced));
        assertThat(incumbent.pods()).isEqualTo(4);
        assertThat(noBetter).isInstanceOf(DomainCount.class);
        // One rack alone: one replica fits, three do not, two do not.
        assertThat(questions).hasSize(3);
    }

    @Test
    void racksWithoutRoomForTheMinimumAreRefutedTogether() {
        ReducedPacking reduced = new ReducedPacking(replicas(3, 3));
        Incumbent incumbent = new Incumbent(reduced);
        Certificate noBetter = new DomainAssignment(reduced, Budget.DEFAULT.meter(), incumbent, subSearch)
                .exhaust(Case.start(reduced));
        assertThat(incumbent.pods()).isZero();
        assertThat(noBetter).isInstanceOf(DomainCount.class);
    }

    @Test
    void replicasAreOneGroupClass() {
        ReducedPacking reduced = new ReducedPacking(replicas(3, 1));
        List<int[]> classes = new GroupClasses(reduced)
                .partition(List.of(1, 2, 3), Case.start(reduced).state());
        assertThat(classes).hasSize(1);
        assertThat(classes.get(0)).containsExactly(1, 2, 3);
    }

    @Test
    void countVectorsOfTwoDomainsAddUp() {
        GroupCounts counts = new GroupCounts(new int[] {3, 3});
        BitSet one = CapacitySum.with(counts, CapacitySum.nothing(), List.of(new int[] {2, 1}));
        BitSet two = CapacitySum.with(counts, one, List.of(new int[] {1, 1}, new int[] {0, 2}));
        assertThat(CapacitySum.maximal(counts, one)).containsExactly(counts.number(new int[] {2, 1}));
        assertThat(CapacitySum.maximal(counts, two))
                .containsExactlyInAnyOrder(counts.number(new int[] {3, 2}), counts.number(new int[] {2, 3}));
    }
}
