package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadSpecTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new WorkloadSpec(
                        new ControllerRef("batch", "Job", "train"),
                        List.of(PodGroupTemplate.basic("a")),
                        List.of(CompositePodGroupTemplate.builder().name("b").build())),
                "controllerRef");
    }

    @Test
    void withAnotherPartKeepsTheRest() {
        WorkloadSpec spec = WorkloadSpec.EMPTY.withPodGroupTemplates(List.of(PodGroupTemplate.basic("a")));
        ControllerRef owner = new ControllerRef("batch", "Job", "train");
        assertThat(spec.withControllerRef(owner).podGroupTemplates()).isEqualTo(spec.podGroupTemplates());
        assertThat(spec.withCompositePodGroupTemplates(List.of())).isEqualTo(spec);
    }
}
