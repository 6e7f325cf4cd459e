package io.github.workload4j.api;

import static io.github.workload4j.api.ValueFacts.requireValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchedulingConstraintsTest {

    @Test
    void rejectsNullAndIsEqualByContent() {
        requireValue(SchedulingConstraints.sameDomain("rack"));
    }

    @Test
    void sameDomainIsOneTopologyConstraint() {
        assertThat(SchedulingConstraints.sameDomain("rack").topology()).containsExactly(new TopologyConstraint("rack"));
    }
}
