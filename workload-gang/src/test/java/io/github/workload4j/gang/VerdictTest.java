package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.packing.StopReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final AnswerRelease RELEASE =
            new AnswerRelease(KubernetesRelease.V1_37, AnswerRelease.Source.API_VERSION);

    private final GroupSummary about =
            new GroupSummary(GroupRef.podGroup("ml", "train"), 2, new MemberCounts(0, 2, 0), List.of(), RELEASE);
    private final Assignment one = new Assignment("ml", "a", "n0");

    @Test
    void placementOfAllThatCanBePlacedIsMaximal() {
        assertThat(new Verdict.Feasible(about, List.of(one), List.of(), 1, null, 7).isMaximal())
                .isTrue();
        assertThat(new Verdict.Feasible(about, List.of(one), List.of(), 2, null, 7).isMaximal())
                .isFalse();
    }

    @Test
    void verdictPrintsOneLine() {
        assertThat(new Verdict.Feasible(about, List.of(one), List.of(), 2, null, 1_234))
                .hasToString("ml/train: feasible: 1 pod placed, at most 2 (1,234 steps)");
        assertThat(new Verdict.Undetermined(about, 1, 2, StopReason.STEPS, "", 0).toString())
                .startsWith("ml/train: undetermined: stopped by ")
                .endsWith("1 pod sure, at most 2");
    }

    @Test
    void onlyVerdictsBeforeAnyNodeHaveAReason() {
        assertThat(new Verdict.Gated(about, Reason.GROUP_NOT_FOUND, "not there").reason())
                .contains(Reason.GROUP_NOT_FOUND);
        assertThat(new Verdict.Satisfied(about).reason()).contains(Reason.NOTHING_PENDING);
        assertThat(new Verdict.Infeasible(about, new Evidence.Exhausted(1), 1).reason())
                .isEmpty();
    }

    @Test
    void membersOfGroupsAddUp() {
        assertThat(new MemberCounts(1, 2, 1).plus(new MemberCounts(3, 4, 0))).isEqualTo(new MemberCounts(4, 6, 1));
        assertThat(new MemberCounts(1, 2, 1).total()).isEqualTo(3);
    }
}
