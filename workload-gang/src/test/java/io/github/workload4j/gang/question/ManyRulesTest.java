package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSpec;
import io.github.workload4j.api.core.NodeStatus;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodAffinityTerm;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.words.StopText;
import io.github.workload4j.gang.words.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members that each keep everybody away, by a term with a label of the owner's own. */
class ManyRulesTest {

    private static final GroupRef GANG = GroupRef.podGroup("ml", "train");

    private static Verdict answer(int members) {
        List<Pod> pods = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            PodAffinityTerm term =
                    new PodAffinityTerm(LabelSelector.EVERYTHING, List.of(), null, "none" + i, List.of(), List.of());
            PodSpec spec = PodSpec.builder()
                    .schedulingGroup(new PodSchedulingGroup("train"))
                    .affinity(new Affinity(null, List.of(), List.of(term)))
                    .build();
            pods.add(new Pod(ObjectMeta.of("ml", "p" + i), spec, PodStatus.EMPTY));
        }
        Node node = new Node(
                ObjectMeta.of("n"),
                new NodeSpec(false, List.of()),
                new NodeStatus(Map.of(), Map.of("pods", Quantity.of(10_000))));
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", members)));
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(node), pods);
        GroupQuestion question = GroupQuestion.of(snapshot, groups, GANG).orElseThrow();
        Greedy greedy = Greedy.of(question, Budget.DEFAULT.meter());
        assertThat(greedy.placement()).hasSize(question.hasTooManyPairs() ? 0 : members);
        return question.answer(Budget.DEFAULT);
    }

    @Test
    void asManyAsAreLookedAtAreAnswered() {
        assertThat(answer(1024)).isInstanceOf(Verdict.Feasible.class);
    }

    @Test
    void moreAreUndeterminedWithAReason() {
        assertThat(answer(1025)).isInstanceOfSatisfying(Verdict.Undetermined.class, open -> {
            assertThat(open.stopped()).isEqualTo(StopReason.MEMORY);
            assertThat(open.atMost()).isEqualTo(1025);
            assertThat(StopText.why(open, Voice.LIBRARY))
                    .startsWith("the rules about other pods have more than 1,048,576 pairs of pods of the group");
        });
    }
}
