package io.github.workload4j.gang.proof.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.CheckFailure.Rule;
import io.github.workload4j.gang.proof.GroupBranch;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.proof.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackingCheckerTest {

    /** Two pods of each of two classes, of which none may share one of the two domains with one of the other. */
    private static Packing apart(int b, int... domainOf) {
        return new Packing(
                PackingNodes.of(3, new long[] {2, 2, 2}),
                List.of(PodClass.of(2, 1), PodClass.of(2, 1)),
                List.of(new Conflict(0, b, domainOf)),
                PackingGroup.leaf(2, 0, 1));
    }

    private static Rule refusal(Packing packing, Placed... placed) {
        return new PackingChecker(packing)
                .objectionTo(Placement.of(List.of(placed)))
                .map(CheckFailure::rule)
                .orElse(null);
    }

    @Test
    void aDomainMayHaveAnyNumber() {
        Packing packing = apart(1, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 1);
        assertThat(refusal(packing, new Placed(0, 0, 1), new Placed(1, 1, 1))).isEqualTo(Rule.CONFLICT);
        assertThat(refusal(packing, new Placed(0, 0, 1), new Placed(1, 2, 1))).isNull();
    }

    @Test
    void aClassInConflictWithItselfHasOnePodInADomain() {
        Packing packing = apart(0, 7, 7, -1);
        assertThat(refusal(packing, new Placed(0, 0, 1), new Placed(0, 1, 1))).isEqualTo(Rule.CONFLICT);
        assertThat(refusal(packing, new Placed(0, 0, 2))).isEqualTo(Rule.CONFLICT);
        assertThat(refusal(packing, new Placed(0, 0, 1), new Placed(0, 2, 1))).isNull();
        assertThat(refusal(packing, new Placed(0, 2, 2))).isNull();
    }

    @Test
    void aTreeOfTheMostLevelsIsChecked() {
        PackingGroup deep = PackingGroup.leaf(2, 0);
        for (int i = 1; i < PackingGroup.LEVELS; i++) {
            deep = PackingGroup.composite(1, deep);
        }
        Packing packing = new Packing(PackingNodes.of(1, new long[] {1}), List.of(PodClass.of(2, 1)), List.of(), deep);
        assertThat(refusal(packing, new Placed(0, 0, 2))).isEqualTo(Rule.RESOURCE);
        assertThat(refusal(packing.on(PackingNodes.of(1, new long[] {2})), new Placed(0, 0, 2)))
                .isNull();
        assertThat(new PackingChecker(packing).objectionTo(Weights.of(1L), 1)).isEmpty();
    }

    @Test
    void aBudgetThatIsSpentEndsACheck() {
        Packing packing = apart(1, 0, 0, 1);
        GroupBranch cases = new GroupBranch(0, Weights.of(1L, 1L), Weights.of(1L, 1L));
        assertThat(new PackingChecker(packing, Budget.steps(1).meter()).objectionTo(cases, 1))
                .hasValueSatisfying(no -> assertThat(no.rule()).isEqualTo(Rule.LIMIT));
    }

    @Test
    void aBoundWithoutAProofIsRefused() {
        PackingAnswer answer = new PackingAnswer.Fits(Placement.of(List.of(new Placed(0, 0, 2))), 3, null, 0);
        assertThat(new PackingChecker(apart(1, 0, 0, 1)).objectionTo(answer))
                .hasValueSatisfying(no -> assertThat(no).hasToString("BOUND: 3 at most, without a proof"));
    }

    @Test
    void aRefusedCertificateHasNoReading() {
        assertThatThrownBy(() -> new PackingChecker(apart(1, 0, 0, 1)).reading(Weights.of(1L, 1L), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: one that is accepted");
    }

    @Test
    void aPlacementIsLookedAtWhenNothingIsLeftAndSpendsItsElements() {
        Packing packing = apart(1, 0, 0, 1);
        WorkMeter meter = Budget.steps(2).meter();
        PackingChecker checker = new PackingChecker(packing, meter);
        Placement placement = Placement.of(List.of(new Placed(0, 0, 1), new Placed(1, 2, 1)));
        assertThat(checker.objectionTo(placement)).isEmpty();
        assertThat(meter.stopped()).isEqualTo(StopReason.STEPS);
        assertThat(checker.objectionTo(placement)).isEmpty();
    }
}
