package io.github.workload4j.gang.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.StopReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopTextTest {

    private static final AnswerRelease RELEASE = new AnswerRelease(KubernetesRelease.V1_37, AnswerRelease.Source.GIVEN);

    private static final GroupSummary ABOUT =
            new GroupSummary(GroupRef.podGroup("ml", "train"), 2, new MemberCounts(0, 4, 0), List.of(), RELEASE);

    private static Verdict.Undetermined open(int sure, int atMost, StopReason stopped, String objection) {
        return new Verdict.Undetermined(ABOUT, sure, atMost, stopped, objection, 0);
    }

    @ParameterizedTest
    @EnumSource(StopReason.class)
    void everyReasonIsASentence(StopReason stopped) {
        assertThat(StopText.sentences(open(0, 4, stopped, "this"), Voice.COMMAND))
                .singleElement()
                .asString()
                .hasSizeGreaterThan(20)
                .doesNotEndWith(".");
    }

    @Test
    void whatIsKnownComesFirst() {
        assertThat(StopText.sentences(open(1, 4, StopReason.TIME, ""), Voice.LIBRARY))
                .containsExactly(
                        "1 pod can be placed (checked); whether all 4 can be placed is not known",
                        "the time was over; a budget of more time may decide it");
        assertThat(StopText.sentences(open(0, 3, StopReason.STEPS, ""), Voice.COMMAND))
                .containsExactly(
                        "no placement of any pod was found; more than 3 cannot be placed (proved)",
                        "the limit of steps was reached; more --steps may decide it");
    }

    @Test
    void ofUnreadInputsTheShortFormSaysItAll() {
        GroupSummary unread = ABOUT.dependingOn(new Unmodelled(Unmodelled.What.UNREAD_INPUTS, 4, "a.yaml"));
        Verdict no = new Verdict.Undetermined(unread, 0, 4, StopReason.INPUTS, "", 0);
        assertThat(StopText.sentences(no, Voice.COMMAND)).isEmpty();
        assertThat(VerdictText.inShort(no)).startsWith(UnmodelledText.OPEN);
        Verdict spent = new Verdict.Undetermined(unread, 0, 4, StopReason.STEPS, "", 0);
        assertThat(StopText.sentences(spent, Voice.COMMAND)).hasSize(1);
        assertThat(VerdictText.inShort(spent)).startsWith("no placement found, and no proof that there is none");
    }

    @Test
    void tooMuchIsWhatNoBudgetDecides() {
        assertThat(StopText.isTooMuch(open(0, 4, StopReason.MEMORY, "more than 9 pairs")))
                .isTrue();
        assertThat(StopText.isTooMuch(open(0, 4, StopReason.MEMORY, ""))).isFalse();
        assertThat(StopText.isTooMuch(open(0, 4, StopReason.DEFECT, "wrong"))).isFalse();
    }
}
