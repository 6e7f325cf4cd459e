package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeasibilityTest {

    private static final GroupRef LEFT = GroupRef.podGroup("ml", "left");
    private static final GroupRef RIGHT = GroupRef.podGroup("ml", "right");
    private static final GroupRef BOTH = GroupRef.compositePodGroup("ml", "both");

    /** Two groups of one pod in a group of both, and a node for one of the pods. */
    private static final Groups TREE = Groups.of(List.of(leaf("left"), leaf("right"), both()));

    private static final ClusterSnapshot ONE_NODE = ClusterSnapshot.builder()
            .node("n", Map.of(), Map.of("cpu", "4", "pods", "9"))
            .pending("l", LEFT, Map.of("cpu", "3"))
            .pending("r", RIGHT, Map.of("cpu", "3"))
            .build();

    private static PodGroup leaf(String name) {
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA3, "ml", name, 1);
        return group.withSpec(
                group.spec().toBuilder().parentCompositePodGroupName("both").build());
    }

    private static CompositePodGroup both() {
        return new CompositePodGroup(
                ApiVersion.V1ALPHA3,
                ObjectMeta.of("ml", "both"),
                CompositePodGroupSpec.builder()
                        .schedulingPolicy(new CompositeSchedulingPolicy.Gang(2))
                        .build(),
                CompositePodGroupStatus.EMPTY);
    }

    private static Verdict answer(ClusterSnapshot snapshot, GroupRef group) {
        return Feasibility.answer(snapshot, TREE, group, Budget.DEFAULT);
    }

    @Test
    void groupInsideAnotherIsJudgedByTheRootOfItsTree() {
        assertThat(answer(ONE_NODE, LEFT))
                .isInstanceOf(Verdict.Infeasible.class)
                .isEqualTo(answer(ONE_NODE, BOTH));
        assertThat(answer(ONE_NODE, LEFT).about().group()).isEqualTo(BOTH);
    }

    @Test
    void placementNamesEveryPodAndItsNode() {
        ClusterSnapshot twoNodes = ClusterSnapshot.builder()
                .node("a", Map.of(), Map.of("cpu", "4", "pods", "9"))
                .node("b", Map.of(), Map.of("cpu", "4", "pods", "9"))
                .pending("l", LEFT, Map.of("cpu", "3"))
                .pending("r", RIGHT, Map.of("cpu", "3"))
                .build();
        assertThat(answer(twoNodes, BOTH)).isInstanceOfSatisfying(Verdict.Feasible.class, yes -> {
            assertThat(yes.placement()).extracting(Assignment::pod).containsExactlyInAnyOrder("l", "r");
            assertThat(yes.placement()).extracting(Assignment::node).containsExactlyInAnyOrder("a", "b");
            assertThat(yes.isMaximal()).isTrue();
        });
    }

    @Test
    void groupThatIsNotThereIsSaidWithoutLookingAtNodes() {
        assertThat(answer(ONE_NODE, GroupRef.podGroup("ml", "gone")))
                .isInstanceOfSatisfying(
                        Verdict.Gated.class, gated -> assertThat(gated.reason()).contains(Reason.GROUP_NOT_FOUND));
    }

    @Test
    void budgetTooSmallForAnAnswerLeavesItUndetermined() {
        GroupQuestion hard = TightGang.triples(30, false);
        assertThat(hard.answer(Budget.steps(10)))
                .isInstanceOfSatisfying(
                        Verdict.Undetermined.class,
                        open -> assertThat(open.stopped()).isEqualTo(StopReason.STEPS));
    }

    @Test
    void timeOfTheBudgetBeginsWithTheOpening() {
        assertThat(Feasibility.answer(ONE_NODE, TREE, BOTH, new Budget(1_000_000, Duration.ofNanos(1))))
                .isInstanceOfSatisfying(
                        Verdict.Undetermined.class,
                        open -> assertThat(open.stopped()).isEqualTo(StopReason.TIME));
    }

    @Test
    void missingArgumentIsNamed() {
        assertThatThrownBy(() -> Feasibility.answer(null, TREE, BOTH, Budget.DEFAULT))
                .hasMessage("snapshot");
        assertThatThrownBy(() -> Feasibility.answer(ONE_NODE, null, BOTH, Budget.DEFAULT))
                .hasMessage("groups");
        assertThatThrownBy(() -> Feasibility.answer(ONE_NODE, TREE, null, Budget.DEFAULT))
                .hasMessage("group");
        assertThatThrownBy(() -> Feasibility.answer(ONE_NODE, TREE, BOTH, null)).hasMessage("budget");
        assertThatThrownBy(() -> Feasibility.answer(ONE_NODE, TREE, BOTH, Budget.DEFAULT, null))
                .hasMessage("preference");
    }
}
