package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.PreemptionPolicy;
import org.junit.jupiter.api.Test;

class CompositePodGroupSpecTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new CompositePodGroupSpec(
                        "parent",
                        TemplateRef.of("workload", "template"),
                        new CompositeSchedulingPolicy.Gang(2),
                        SchedulingConstraints.sameDomain("rack"),
                        DisruptionMode.ALL,
                        "high",
                        7,
                        PreemptionPolicy.NEVER),
                "parentCompositePodGroupName",
                "workloadRef",
                "schedulingConstraints",
                "disruptionMode",
                "priority",
                "preemptionPolicy");
    }

    @Test
    void aBuilderOfItMakesItAgain() {
        CompositePodGroupSpec spec = CompositePodGroupSpec.builder()
                .schedulingPolicy(new CompositeSchedulingPolicy.Gang(2))
                .priority(7)
                .build();
        assertThat(spec.toBuilder().build()).isEqualTo(spec);
    }

    @Test
    void aBuilderStartsWithNothingSet() {
        CompositePodGroupSpec spec = CompositePodGroupSpec.builder().build();
        assertThat(spec.schedulingPolicy()).isEqualTo(CompositeSchedulingPolicy.of(null, null));
        assertThat(spec.priorityClassName()).isEmpty();
        assertThat(spec.workloadRef()).isNull();
    }
}
