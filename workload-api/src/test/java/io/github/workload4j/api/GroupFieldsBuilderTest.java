package io.github.workload4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.PreemptionPolicy;
import org.junit.jupiter.api.Test;

class GroupFieldsBuilderTest {

    private static final PodGroupTemplate TEMPLATE = PodGroupTemplate.builder()
            .name("a")
            .schedulingConstraints(SchedulingConstraints.sameDomain("rack"))
            .disruptionMode(DisruptionMode.ALL)
            .priorityClassName("high")
            .priority(7)
            .preemptionPolicy(PreemptionPolicy.PREEMPT_LOWER_PRIORITY)
            .build();

    @Test
    void aGroupTakesTheSharedFieldsOfATemplateAndNoOthers() {
        CompositePodGroupSpec spec =
                CompositePodGroupSpec.builder().fields(TEMPLATE).build();
        assertThat(spec.schedulingConstraints()).isEqualTo(TEMPLATE.schedulingConstraints());
        assertThat(spec.disruptionMode()).isEqualTo(DisruptionMode.ALL);
        assertThat(spec.priorityClassName()).isEqualTo("high");
        assertThat(spec.priority()).isEqualTo(7);
        assertThat(spec.preemptionPolicy()).isEqualTo(PreemptionPolicy.PREEMPT_LOWER_PRIORITY);
        assertThat(spec.schedulingPolicy()).isEqualTo(CompositeSchedulingPolicy.NONE);
    }

    @Test
    void aCopyHasEverything() {
        assertThat(TEMPLATE.toBuilder().build()).isEqualTo(TEMPLATE);
    }
}
