package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two pods of one core; a node with two cores free, and two nodes with four. */
class PreferenceTest {

    private static final GroupRef GROUP = GroupRef.podGroup("ml", "g");
    private static final ClusterSnapshot CLUSTER = ClusterSnapshot.builder()
            .node("large-1", Map.of(), Map.of("cpu", "4", "pods", "9"))
            .node("small", Map.of(), Map.of("cpu", "2", "pods", "9"))
            .node("large-2", Map.of(), Map.of("cpu", "4", "pods", "9"))
            .pending("a", GROUP, Map.of("cpu", "1"))
            .pending("b", GROUP, Map.of("cpu", "1"))
            .build();

    private static Verdict.Feasible answer(Preference preference) {
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "g", 2)));
        return (Verdict.Feasible) Feasibility.answer(CLUSTER, groups, GROUP, Budget.DEFAULT, preference);
    }

    private static Set<String> nodes(Preference preference) {
        Set<String> nodes = new TreeSet<>();
        answer(preference).placement().forEach(pod -> nodes.add(pod.node()));
        return nodes;
    }

    @Test
    void packedFillsTheNodeWithTheLeastLeft() {
        assertThat(nodes(Preference.PACKED)).containsExactly("small");
    }

    @Test
    void spreadTakesTheNodesWithTheMostLeft() {
        assertThat(nodes(Preference.SPREAD)).containsExactly("large-1", "large-2");
    }

    @Test
    void schedulerTakesTheNodesThatItsScoresPrefer() {
        assertThat(nodes(Preference.SCHEDULER)).containsExactly("large-1", "large-2");
    }

    @ParameterizedTest
    @EnumSource(Preference.class)
    void everyPreferencePlacesAsManyPods(Preference preference) {
        assertThat(answer(preference).placement()).hasSize(2);
        assertThat(answer(preference)).isEqualTo(answer(preference));
    }
}
