package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PotentialVictimTest {

    private static final ClusterSnapshot ONE_POD =
            TightGang.of(3, 4_000, List.of(1_000L), false).snapshot();

    private static String node(KubernetesRelease release, PotentialVictim... victims) {
        GroupQuestion question = GroupQuestion.of(
                        ONE_POD.withSetup(ClusterSetup.of(release)),
                        Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 1))),
                        TightGang.TRAIN)
                .orElseThrow();
        return Greedy.preempting(question, List.of(victims), Budget.DEFAULT.meter()).placement().stream()
                .map(Assignment::node)
                .findFirst()
                .orElseThrow();
    }

    private static PotentialVictim pod(int priority, int violations, Integer... nodes) {
        return new PotentialVictim(priority, 1, violations, List.of(nodes));
    }

    @Test
    void nodeFromWhichNothingHasToLeaveIsPreferred() {
        assertThat(node(KubernetesRelease.V1_38, pod(0, 0, 0), pod(0, 0, 1))).isEqualTo("n2");
    }

    @Test
    void victimOfTheLowestPriorityLeavesFirst() {
        assertThat(node(KubernetesRelease.V1_38, pod(9, 0, 0), pod(5, 0, 2), pod(1, 0, 1)))
                .isEqualTo("n1");
    }

    @Test
    void releasesBefore138DoNotLookAtVictims() {
        assertThat(node(KubernetesRelease.V1_37, pod(9, 0, 0), pod(5, 0, 2), pod(1, 0, 1)))
                .isEqualTo(node(KubernetesRelease.V1_37));
    }

    @Test
    void nodesAreCopied() {
        List<Integer> nodes = new ArrayList<>(List.of(1, 2));
        PotentialVictim victim = new PotentialVictim(0, 2, 0, nodes);
        nodes.clear();
        assertThat(victim.nodes()).containsExactly(1, 2);
        assertThatThrownBy(() -> new PotentialVictim(0, 2, 0, null)).hasMessage("nodes");
    }
}
