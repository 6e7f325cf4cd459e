package io.github.workload4j.gang.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.proof.DomainBranch;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.Questions;
import java.util.List;
import org.junit.jupiter.api.Test;

class EqualPodsTest {

    private static final int[] RACKS = {0, 0, 1, 1};

    @Test
    void podsFillTheFirstNodesThatHoldAny() {
        PackingAnswer answer = EqualPods.answer(Questions.leaf(4, new long[] {1, 4, 7, 2}, PodClass.of(4, 2)));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        PackingAnswer.Fits.class,
                        fits -> assertThat(fits.placed()).containsExactly(new Placed(0, 1, 2), new Placed(0, 2, 2)));
    }

    @Test
    void weightOneForEachPodRefutesAGangThatIsTooLarge() {
        PackingAnswer answer = EqualPods.answer(Questions.leaf(7, new long[] {1, 4, 7, 2}, PodClass.of(7, 2)));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        PackingAnswer.DoesNotFit.class,
                        no -> assertThat(no.certificate()).isEqualTo(Weights.of(1L)));
    }

    @Test
    void theSmallestDomainThatHoldsAllPodsIsChosen() {
        PackingGroup root = PackingGroup.leaf(2, 0).inOneDomain(RACKS);
        Packing packing = Questions.of(new long[] {9, 9, 2, 2}, List.of(), root, PodClass.of(2, 2));
        assertThat(EqualPods.answer(packing))
                .isInstanceOfSatisfying(
                        PackingAnswer.Fits.class,
                        fits -> assertThat(fits.placed()).containsExactly(new Placed(0, 2, 1), new Placed(0, 3, 1)));
    }

    @Test
    void everyDomainIsRefutedWhereNoneHoldsTheGang() {
        PackingGroup root = PackingGroup.leaf(3, 0).inOneDomain(RACKS);
        Packing packing = Questions.of(new long[] {2, 2, 2, 2}, List.of(), root, PodClass.of(3, 2));
        assertThat(EqualPods.answer(packing))
                .isInstanceOfSatisfying(
                        PackingAnswer.DoesNotFit.class,
                        no -> assertThat(no.certificate()).isInstanceOf(DomainBranch.class));
    }

    @Test
    void questionsWithTwoClassesOrWideConflictsAreForTheSearch() {
        long[] free = {2, 2, 2, 2};
        PodClass pod = PodClass.of(2, 1);
        Packing wide = Questions.of(free, List.of(new Conflict(0, 0, RACKS)), PackingGroup.leaf(1, 0), pod);
        assertThat(EqualPods.asks(Questions.leaf(1, free, pod))).isTrue();
        assertThat(EqualPods.asks(Questions.leaf(1, free, pod, pod))).isFalse();
        assertThat(EqualPods.asks(wide)).isFalse();
    }
}
