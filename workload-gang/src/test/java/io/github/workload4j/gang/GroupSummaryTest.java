package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupSummaryTest {

    private static final AnswerRelease RELEASE = new AnswerRelease(KubernetesRelease.V1_37, AnswerRelease.Source.GIVEN);

    private final GroupSummary known =
            new GroupSummary(GroupRef.podGroup("ml", "train"), 2, new MemberCounts(0, 2, 0), List.of(), RELEASE);

    @Test
    void furtherDoubtIsAdded() {
        Unmodelled volumes = new Unmodelled(Unmodelled.What.VOLUMES, 2, "ml/a");
        assertThat(known.dependingOn(volumes).unmodelled()).containsExactly(volumes);
        assertThat(known.unmodelled()).isEmpty();
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> known.dependingOn(null)).hasMessage("further");
        assertThatThrownBy(() -> new GroupSummary(null, 0, new MemberCounts(0, 0, 0), List.of(), RELEASE))
                .hasMessage("group");
        assertThatThrownBy(() -> new AnswerRelease(null, AnswerRelease.Source.GIVEN))
                .hasMessage("release");
    }
}
