package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodGroupSpecTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new PodGroupSpec(
                        "parent",
                        TemplateRef.of("workload", "template"),
                        new SchedulingPolicy.Gang(2),
                        SchedulingConstraints.sameDomain("rack"),
                        List.of(new PodGroupResourceClaim("gpu", ClaimSource.of("claim", null))),
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
        PodGroupSpec spec = PodGroupSpec.builder()
                .schedulingPolicy(new SchedulingPolicy.Gang(2))
                .priorityClassName("high")
                .build();
        assertThat(spec.toBuilder().build()).isEqualTo(spec);
    }
}
