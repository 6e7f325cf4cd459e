package io.github.workload4j.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.rule.RuleOptions.Demand;
import org.junit.jupiter.api.Test;

class RuleContextTest {

    @Test
    void aFieldIsKeptUnlessItsGateIsOffAndThatIsDemanded() {
        RuleContext off = Judged.without(ApiVersion.V1BETA1, FeatureGate.GENERIC_WORKLOAD);
        assertThat(off.keeps(FeatureGate.GENERIC_WORKLOAD)).isTrue();
        RuleContext strict = new RuleContext(
                off.release(), off.version(), off.gates(), off.options().with(Demand.NO_DROPPED_FIELDS, true));
        assertThat(strict.keeps(FeatureGate.GENERIC_WORKLOAD)).isFalse();
        assertThat(strict.keeps(FeatureGate.WORKLOAD_WITH_JOB)).isTrue();
    }

    @Test
    void theRulesOf137HoldFromV1Alpha3On() {
        assertThat(Judged.in(ApiVersion.V1ALPHA2).isAtLeast(KubernetesRelease.V1_37))
                .isFalse();
        assertThat(Judged.in(ApiVersion.V1ALPHA3).isAtLeast(KubernetesRelease.V1_37))
                .isTrue();
        assertThat(Judged.in(ApiVersion.V1BETA1).isAtLeast(KubernetesRelease.V1_37))
                .isTrue();
    }
}
