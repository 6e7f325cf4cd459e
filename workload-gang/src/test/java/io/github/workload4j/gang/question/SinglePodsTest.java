package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SinglePodsTest {

    private static final GroupRef TRAIN = GroupRef.podGroup("ml", "train");

    private final ClusterSnapshot cluster = ClusterSnapshot.builder()
            .node("a", Map.of(), Map.of("cpu", "4", "pods", "9"))
            .node("b", Map.of(), Map.of("cpu", "2", "pods", "9"))
            .running("web", "large", "a", Map.of("cpu", "3"))
            .running("web", "small", "a", Map.of("cpu", "1"))
            .pending("train-0", TRAIN, Map.of("cpu", "3"))
            .build();

    private final GroupQuestion question = GroupQuestion.of(
                    cluster, Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 1))), TRAIN)
            .orElseThrow();

    private Pod running(String name) {
        return cluster.podsOn(0).stream()
                .filter(pod -> pod.metadata().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Verdict beside(String pod) {
        GroupQuestion without = question.on(cluster.removePod("web", pod));
        return SinglePods.beside(without, List.of(running(pod))).answer(Budget.DEFAULT);
    }

    @Test
    void everyPodMustHaveAPlaceBesideTheGroup() {
        assertThat(beside("small").word()).isEqualTo("infeasible");
        assertThat(beside("large").word()).isEqualTo("infeasible");
        GroupQuestion without = question.on(cluster.removePod("web", "large").removePod("web", "small"));
        assertThat(without.answer(Budget.DEFAULT).word()).isEqualTo("feasible");
        assertThat(SinglePods.beside(without, List.of(running("small")))
                        .answer(Budget.DEFAULT)
                        .word())
                .isEqualTo("feasible");
        assertThat(SinglePods.beside(without, List.of(running("small"), running("large")))
                        .answer(Budget.DEFAULT)
                        .word())
                .isEqualTo("infeasible");
    }

    private String admission(String pod, String node) {
        return SinglePods.admission(question, cluster.removePod("web", pod), running(pod), node, Budget.DEFAULT.meter())
                .word();
    }

    @Test
    void aPodIsAdmittedWhereItHasRoom() {
        assertThat(admission("small", "b")).isEqualTo("feasible");
        assertThat(admission("large", "b")).isEqualTo("infeasible");
        assertThat(admission("large", "a")).isEqualTo("feasible");
        assertThatThrownBy(() -> admission("small", "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("node: c");
    }
}
