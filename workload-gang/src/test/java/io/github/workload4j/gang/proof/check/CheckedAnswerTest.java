package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedAnswerTest {

    private static final PackingNodes NODES = PackingNodes.of(3, new long[] {1, 1, 0});
    private static final Packing THREE_PODS =
            new Packing(NODES, List.of(PodClass.of(3, 1)), List.of(), PackingGroup.leaf(3, 0));

    @Test
    void aProofHoldsAsLongAsTheChangedNodesDoNotAddEnough() {
        CheckedAnswer answer = CheckedAnswer.of(THREE_PODS, new PackingAnswer.DoesNotFit(Weights.of(1L), 0));
        assertThat(answer.isDecided()).isTrue();
        assertThat(answer.on(NODES.with(0, 0))).isPresent();
        assertThat(answer.on(NODES.with(2, 1))).isEmpty();
    }

    @Test
    void anAnswerThatIsNotAcceptedIsRefused() {
        PackingAnswer forged = new PackingAnswer.DoesNotFit(Weights.of(0L), 0);
        assertThatThrownBy(() -> CheckedAnswer.of(THREE_PODS, forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("answer: WORTH: nodes are worth 0 points, 0 are needed (expected: one that is accepted)");
    }

    @Test
    void aForgedAnswerIsUndeterminedByADefect() {
        for (PackingAnswer forged : List.of(
                new PackingAnswer.DoesNotFit(Weights.of(0L), 7),
                new PackingAnswer.Fits(Placement.of(List.of(new Placed(0, 0, 2))), 3, null, 7),
                new PackingAnswer.Fits(Placement.empty(), 2, Weights.of(0L), 7))) {
            CheckedAnswer believed = CheckedAnswer.believed(THREE_PODS, forged, Budget.DEFAULT.meter());
            assertThat(believed.answer())
                    .isEqualTo(new PackingAnswer.Undetermined(Placement.empty(), 3, null, StopReason.DEFECT, 7));
        }
    }

    @Test
    void anAnswerThatCannotBeLookedAtIsUndeterminedByTheBudget() {
        PackingAnswer right = new PackingAnswer.DoesNotFit(Weights.of(1L), 7);
        WorkMeter meter = Budget.steps(1).meter();
        assertThat(CheckedAnswer.believed(THREE_PODS, right, meter).answer())
                .isEqualTo(new PackingAnswer.Undetermined(Placement.empty(), 3, null, StopReason.STEPS, 7));
        assertThat(CheckedAnswer.believed(THREE_PODS, right, Budget.DEFAULT.meter())
                        .answer())
                .isSameAs(right);
    }

    private static final PackingNodes WIDE = PackingNodes.of(2, new long[] {2, 2});
    private static final PodClass POD = PodClass.of(2, 1);

    private static Packing two(PackingGroup root, List<Conflict> conflicts, PodClass... classes) {
        return new Packing(WIDE, List.of(classes), conflicts, root);
    }

    private static CheckedAnswer placed(Packing packing, int node) {
        Placement both = Placement.of(List.of(new Placed(0, node, 2)));
        return CheckedAnswer.of(packing, new PackingAnswer.Fits(both, packing.pods(), null, 0));
    }

    @Test
    void aPlacementHoldsWhereItsNodesStillDo() {
        CheckedAnswer answer = placed(two(PackingGroup.leaf(1, 0), List.of(), POD), 0);
        assertThat(answer.isDecided()).isTrue();
        assertThat(answer.on(WIDE.with(1, 0))).isPresent();
        assertThat(answer.on(WIDE.with(0, 3))).isPresent();
        assertThat(answer.on(WIDE.with(0, 1))).isEmpty();
        Packing fewer = answer.packing().on(PackingNodes.of(2, new long[] {1, 9}));
        assertThat(answer.on(fewer)).isEmpty();
        assertThat(answer.isPlacedOn(fewer)).isFalse();
        Packing more = answer.packing().on(PackingNodes.of(2, new long[] {2, 0}));
        assertThat(answer.on(more).orElseThrow().packing()).isSameAs(more);
        assertThat(answer.isPlacedOn(more)).isTrue();
    }

    @Test
    void aPlacementOfSomePodsIsNotAllThatThereIsToKnow() {
        Placement one = Placement.of(List.of(new Placed(0, 0, 1)));
        Packing packing = two(PackingGroup.leaf(1, 0), List.of(), POD);
        CheckedAnswer some = CheckedAnswer.of(packing, new PackingAnswer.Fits(one, 2, null, 0));
        assertThat(some.isDecided()).isFalse();
        assertThat(some.on(WIDE.with(1, 9))).isPresent();
        PackingAnswer unknown =
                new PackingAnswer.Undetermined(Placement.empty(), packing.pods(), null, StopReason.STEPS, 0);
        CheckedAnswer open = CheckedAnswer.of(packing, unknown);
        assertThat(open.isDecided()).isFalse();
        assertThat(open.isPlacedOn(packing)).isFalse();
        assertThat(open.on(WIDE.with(1, 0)).orElseThrow().answer()).isSameAs(unknown);
    }

    @Test
    void anotherQuestionIsLookedAtAsAWhole() {
        CheckedAnswer answer = placed(two(PackingGroup.leaf(1, 0), List.of(), POD), 0);
        for (Packing other : List.of(
                two(PackingGroup.leaf(3, 0), List.of(), POD),
                two(PackingGroup.leaf(1, 0), List.of(), PodClass.of(1, 1)),
                two(PackingGroup.leaf(1, 0), List.of(), PodClass.of(2, 2)),
                two(PackingGroup.leaf(1, 0).inOneDomain(-1, 0), List.of(), POD))) {
            assertThat(answer.on(other)).as(other.toString()).isEmpty();
        }
        PodClass other = PodClass.of(1, 0);
        Placement mixed = Placement.of(List.of(new Placed(0, 0, 1), new Placed(1, 0, 1)));
        Packing together = two(PackingGroup.leaf(1, 0, 1), List.of(), POD, other);
        CheckedAnswer both = CheckedAnswer.of(together, new PackingAnswer.Fits(mixed, 3, null, 0));
        assertThat(both.on(two(PackingGroup.leaf(1, 0, 1), List.of(Conflict.onNode(0, 1)), POD, other)))
                .isEmpty();
        SharedLimit limit = new SharedLimit(new long[] {1, 1}, new long[] {0b01}, 1);
        EvenSpread spread = new EvenSpread(List.of(0), List.of(1), new int[] {0, 1}, new int[] {3, 0});
        Packing limited = new Packing(WIDE, together.classes(), List.of(), together.root(), List.of(limit), List.of());
        Packing apart = new Packing(WIDE, together.classes(), List.of(), together.root(), List.of(), List.of(spread));
        assertThat(both.on(limited)).isEmpty();
        assertThat(both.on(apart)).isEmpty();
        assertThat(both.on(together)).isPresent();
    }

    @Test
    void namesItsQuestionAndItsAnswer() {
        Packing packing = two(PackingGroup.leaf(1, 0), List.of(), POD);
        CheckedAnswer answer = placed(packing, 1);
        assertThat(answer).hasToString("CheckedAnswer[" + packing + ", " + answer.answer() + "]");
    }
}
