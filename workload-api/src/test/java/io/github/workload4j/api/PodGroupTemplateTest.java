package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.PreemptionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodGroupTemplateTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new PodGroupTemplate(
                        "name",
                        new SchedulingPolicy.Gang(2),
                        SchedulingConstraints.sameDomain("rack"),
                        List.of(new PodGroupResourceClaim("gpu", ClaimSource.of("claim", null))),
                        DisruptionMode.ALL,
                        "high",
                        7,
                        PreemptionPolicy.NEVER),
                "schedulingConstraints",
                "disruptionMode",
                "priority",
                "preemptionPolicy");
    }

    @Test
    void aGangNeedsItsMinimumAndABasicGroupNone() {
        assertThat(PodGroupTemplate.gang("a", 3).schedulingPolicy()).isEqualTo(new SchedulingPolicy.Gang(3));
        assertThat(PodGroupTemplate.basic("a").schedulingPolicy()).isEqualTo(new SchedulingPolicy.Basic());
    }

    @Test
    void aBuilderOfItMakesItAgain() {
        PodGroupTemplate template = PodGroupTemplate.gang("a", 3);
        assertThat(template.toBuilder().build()).isEqualTo(template);
        assertThat(template.toBuilder().priority(5).build().priority()).isEqualTo(5);
    }
}
