package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private final Verdict verdict = new Verdict.Gated(
            new GroupSummary(
                    GroupRef.podGroup("ml", "train"),
                    0,
                    new MemberCounts(0, 0, 0),
                    List.of(),
                    new AnswerRelease(KubernetesRelease.newestFinal(), AnswerRelease.Source.NEWEST)),
            Reason.GROUP_NOT_FOUND,
            "PodGroup ml/train is not there");

    @Test
    void decidedOpeningAnswersWithoutSpending() {
        var meter = Budget.DEFAULT.meter();
        assertThat(new Opening.Decided(verdict, List.of()).answer(meter, Preference.SEARCH))
                .isSameAs(verdict);
        assertThat(meter.spent()).isZero();
    }

    @Test
    void groupThatIsNotThereIsDecided() {
        Opening opening = Feasibility.open(
                ClusterSnapshot.of(List.of(), List.of()), Groups.of(List.of()), GroupRef.podGroup("ml", "train"));
        assertThat(opening).isEqualTo(new Opening.Decided(verdict, List.of()));
        assertThat(opening.tree()).isEmpty();
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new Opening.Decided(null, List.of())).hasMessage("verdict");
        assertThatThrownBy(() -> new Opening.Open(null)).hasMessage("question");
        assertThatThrownBy(() -> new Opening.Decided(verdict, List.of()).answer(null, Preference.SEARCH))
                .hasMessage("meter");
    }
}
