package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.policy.FeatureGates;
import io.github.workload4j.policy.rule.RuleOptions.Demand;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleOptionsTest {

    @Test
    void theStandardDemandsNothing() {
        assertThat(RuleOptions.STANDARD.demands()).isEmpty();
        assertThat(RuleOptions.STANDARD.gates()).isEqualTo(FeatureGates.ALL);
        assertThat(RuleOptions.STANDARD.version()).isEmpty();
    }

    @Test
    void aDemandIsSwitchedOnAndOffAndTheRestStays() {
        RuleOptions changed = RuleOptions.STANDARD
                .with(Demand.NAMESPACE, true)
                .with(Demand.RESOURCE_VERSION, true)
                .withGates(FeatureGates.NONE)
                .withVersion(Optional.of(ApiVersion.V1ALPHA2))
                .with(Demand.NAMESPACE, false);
        assertThat(changed.demands()).containsExactly(Demand.RESOURCE_VERSION);
        assertThat(changed.gates()).isEqualTo(FeatureGates.NONE);
        assertThat(changed.version()).contains(ApiVersion.V1ALPHA2);
        assertThat(RuleOptions.STANDARD.demands()).as("unchanged").isEmpty();
    }
}
