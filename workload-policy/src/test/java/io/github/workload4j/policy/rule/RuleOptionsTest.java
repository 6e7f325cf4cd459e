package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.rule.RuleOptions.Demand;
import org.junit.jupiter.api.Test;

class RuleOptionsTest {

    @Test
    void theStandardDemandsNothing() {
        assertThat(RuleOptions.STANDARD.demands()).isEmpty();
        assertThat(RuleOptions.STANDARD.setup()).isEqualTo(ClusterSetup.OPEN);
    }

    @Test
    void aDemandIsSwitchedOnAndOffAndTheRestStays() {
        RuleOptions changed = RuleOptions.STANDARD
                .with(Demand.NAMESPACE, true)
                .with(Demand.RESOURCE_VERSION, true)
                .withSetup(ClusterSetup.of(KubernetesRelease.V1_36))
                .with(Demand.NAMESPACE, false);
        assertThat(changed.demands()).containsExactly(Demand.RESOURCE_VERSION);
        assertThat(changed.setup()).isEqualTo(ClusterSetup.of(KubernetesRelease.V1_36));
        assertThat(RuleOptions.STANDARD.demands()).as("unchanged").isEmpty();
    }
}
