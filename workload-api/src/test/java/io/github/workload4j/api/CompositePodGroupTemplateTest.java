package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositePodGroupTemplateTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new CompositePodGroupTemplate(
                        "name",
                        new CompositeSchedulingPolicy.Gang(2),
                        SchedulingConstraints.sameDomain("rack"),
                        DisruptionMode.ALL,
                        "high",
                        7,
                        PreemptionPolicy.NEVER,
                        List.of(PodGroupTemplate.basic("leaf")),
                        List.of(CompositePodGroupTemplate.builder()
                                .name("inner")
                                .build())),
                "schedulingConstraints",
                "disruptionMode",
                "priority",
                "preemptionPolicy");
    }

    @Test
    void aBuilderOfItMakesItAgain() {
        CompositePodGroupTemplate template = CompositePodGroupTemplate.builder()
                .name("replica")
                .schedulingPolicy(new CompositeSchedulingPolicy.Gang(2))
                .podGroupTemplates(PodGroupTemplate.gang("prefill", 4), PodGroupTemplate.gang("decode", 8))
                .build();
        assertThat(template.toBuilder().build()).isEqualTo(template);
        assertThat(template.podGroupTemplates())
                .extracting(PodGroupTemplate::name)
                .containsExactly("prefill", "decode");
    }
}
