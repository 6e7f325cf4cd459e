package io.github.workload4j.gang.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.gang.Evidence;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofKindTest {

    private final GroupSummary about = TightGang.nine().about();

    @Test
    void fittingGroupHasNoProof() {
        Verdict fits = TightGang.of(1, 4_000, List.of(1_000L), false).answer(Budget.DEFAULT);
        assertThat(ProofKind.of(fits)).isEqualTo(ProofKind.NONE);
    }

    @Test
    void missingMembersAreTheirOwnProof() {
        assertThat(ProofKind.of(new Verdict.Gated(about, Reason.QUORUM_NOT_REACHED, "1 of 9 pods exist")))
                .isEqualTo(ProofKind.NOT_ENOUGH_MEMBERS);
        assertThat(ProofKind.of(new Verdict.Gated(about, Reason.SCHEDULING_GATES, "all held")))
                .isEqualTo(ProofKind.NONE);
    }

    @Test
    void exhaustiveSearchIsNamed() {
        assertThat(ProofKind.of(new Verdict.Infeasible(about, new Evidence.Exhausted(7), 7)))
                .isEqualTo(ProofKind.EXHAUSTED);
    }

    @Test
    void undeterminedProvesNothing() {
        assertThat(ProofKind.of(new Verdict.Undetermined(about, 0, 9, StopReason.STEPS, "", 7)))
                .isEqualTo(ProofKind.UNDETERMINED);
    }

    @Test
    void weightsOverAllNodesAreNamed() {
        Verdict no =
                TightGang.of(2, 4_000, List.of(3_000L, 3_000L, 3_000L), false).answer(Budget.DEFAULT);
        assertThat(ProofKind.of(no)).isEqualTo(ProofKind.WEIGHTS);
    }
}
