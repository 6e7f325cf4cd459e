package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultingTest {

    static Stream<Case> cases() {
        return Case.all().stream().filter(c -> c.operation().equals("default"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fillsInWhatTheServerFillsIn(Case c) {
        assertThat(Defaulting.standard()
                        .withFeatureGates(c.gates())
                        .apply(c.object())
                        .object())
                .isEqualTo(c.expectedObject());
    }

    @Test
    void aGroupOfV1Alpha2IsEndedPodByPodUnlessItSaysOtherwise() {
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA2, "ml", "train", 4);
        assertThat(Defaulting.standard().apply(group).filled()).hasToString("[spec.disruptionMode: \"Pod\"]");
        assertThat(rules(Defaulting.standard().apply(group).filled())).containsExactly(Rule.D_1);
    }

    @Test
    void aLaterGroupGetsBothDefaultsWithTheGateOn() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 4);
        Defaulted defaulted = Defaulting.standard().apply(group);
        assertThat(defaulted.filled())
                .hasToString("[spec.disruptionMode: {\"single\":{}}, spec.preemptionPolicy: \"PreemptLowerPriority\"]");
        assertThat(rules(defaulted.filled())).containsExactly(Rule.D_2, Rule.D_3);
        assertThat(ManifestRules.standard().checkCreate(defaulted.object())).isEmpty();
    }

    @Test
    void withTheGateOffThePreemptionPolicyStaysUnset() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 4);
        assertThat(rules(Defaulting.standard()
                        .withFeatureGates(FeatureGates.DEFAULTS)
                        .apply(group)
                        .filled()))
                .containsExactly(Rule.D_2);
    }

    @Test
    void anEmptyModeIsNotDefaultedAndFails() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 4);
        group = group.withSpec(group.spec().toBuilder()
                .disruptionMode(DisruptionMode.of(false, false))
                .build());
        ApiObject defaulted = Defaulting.standard().apply(group).object();
        assertThat(ManifestRules.standard().checkCreate(defaulted))
                .extracting(Violation::toString)
                .containsExactly("spec.disruptionMode: Invalid value: \"\": must specify one of: `single`, `all`");
    }

    @Test
    void aCompositeGroupGetsTheSameDefaults() {
        CompositePodGroup group = new CompositePodGroup(
                ApiVersion.V1ALPHA3,
                ObjectMeta.of("ml", "replica"),
                CompositePodGroupSpec.builder().build(),
                CompositePodGroupStatus.EMPTY);
        assertThat(rules(Defaulting.standard().apply(group).filled())).containsExactly(Rule.D_2, Rule.D_3);
    }

    @Test
    void templatesAndV1Alpha1HaveNoDefaults() {
        for (ApiVersion version : ApiVersion.values()) {
            Workload workload = Workload.of(version, "ml", "train", PodGroupTemplate.gang("workers", 4));
            Defaulted defaulted = Defaulting.standard().apply(workload);
            assertThat(defaulted.object()).isSameAs(workload);
            assertThat(defaulted.filled()).as("D-4").isEmpty();
        }
    }

    @Test
    void fillingInTwiceChangesNothingMore() {
        ApiObject once = Defaulting.standard()
                .apply(PodGroup.gang(ApiVersion.V1ALPHA3, "ml", "train", 4))
                .object();
        Defaulted twice = Defaulting.standard().apply(once);
        assertThat(twice.object()).isSameAs(once);
        assertThat(twice.filled()).isEmpty();
    }

    private static List<Rule> rules(List<Filled> filled) {
        return filled.stream().map(Filled::rule).toList();
    }
}
