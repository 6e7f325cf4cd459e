package io.github.workload4j.gang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChosenDomainTest {

    private final GroupRef group = GroupRef.podGroup("ml", "train");

    @Test
    void domainPrintsItsLabel() {
        assertThat(new ChosenDomain(group, "rack", "r1")).hasToString("ml/train in rack=r1");
    }

    @Test
    void missingPartIsNamed() {
        assertThatThrownBy(() -> new ChosenDomain(null, "rack", "r1")).hasMessage("group");
        assertThatThrownBy(() -> new ChosenDomain(group, null, "r1")).hasMessage("key");
        assertThatThrownBy(() -> new ChosenDomain(group, "rack", null)).hasMessage("value");
    }
}
