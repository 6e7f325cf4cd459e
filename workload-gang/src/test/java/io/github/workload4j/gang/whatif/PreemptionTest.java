package io.github.workload4j.gang.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.TightGang;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreemptionTest {

    private final GroupQuestion nine = TightGang.nine();

    private static Preemption of(GroupQuestion question) {
        ClusterSnapshot bare = question.snapshot();
        DisruptionAllowance none = new DisruptionAllowance(List.of(), Importance.rules(question));
        return Preemption.of(question, Groups.of(List.of()), bare, List.of(), none, Budget.DEFAULT.meter());
    }

    @Test
    void groupThatFitsInNoOrderIsRefused() {
        assertThat(of(nine).refusal()).contains(Preemption.Refusal.NO_PLACEMENT);
        assertThat(of(nine).victims()).isEmpty();
    }

    @Test
    void podThatNeverPreemptsIsRefused() {
        GroupQuestion never = nine.withPods(pod -> pod.withSpec(
                pod.spec().toBuilder().preemptionPolicy(PreemptionPolicy.NEVER).build()));
        assertThat(of(never).refusal()).contains(Preemption.Refusal.NEVER);
    }

    @Test
    void placementOfTheCycleIsKept() {
        GroupQuestion two = TightGang.of(2, 4_000, List.of(3_000L, 3_000L), false);
        assertThat(of(two).refusal()).isEmpty();
        assertThat(of(two).placement()).hasSize(2);
    }
}
