package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobSchedulingTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(
                new JobScheduling(
                        new WorkloadPodGroupSchedulingPolicy.Gang(3),
                        SchedulingConstraints.sameDomain("rack"),
                        List.of(new PodGroupResourceClaim("gpu", ClaimSource.of("claim", null))),
                        DisruptionMode.ALL),
                "schedulingPolicy",
                "schedulingConstraints",
                "disruptionMode");
    }
}
