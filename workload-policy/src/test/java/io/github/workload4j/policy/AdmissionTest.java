package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.rule.ManifestRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final PriorityClass HIGH = priorityClass("high", 1000, false);
    private static final PriorityClass USUAL = priorityClass("usual", 10, true);

    private static final String GUARD = "metadata.finalizers[0]: \"scheduling.k8s.io/podgroup-protection\", ";
    private static final String POLICY = "spec.preemptionPolicy: \"PreemptLowerPriority\"";

    @Test
    void resolvesTheNamedClass() {
        Admitted admitted = Admission.into(List.of(HIGH, USUAL)).create(group("high", null));
        assertThat(admitted.filled()).hasToString("[" + GUARD + "spec.priority: 1000, " + POLICY + "]");
        assertThat(((PodGroup) admitted.object()).spec().priority()).isEqualTo(1000);
        assertThat(admitted.refusals()).isEmpty();
    }

    @Test
    void withoutANameTheGlobalDefaultsNameAndValueAreFilledIn() {
        Admitted admitted = Admission.into(List.of(HIGH, USUAL)).create(group("", null));
        assertThat(admitted.filled())
                .hasToString("[" + GUARD + "spec.priorityClassName: \"usual\", spec.priority: 10, " + POLICY + "]");
    }

    @Test
    void ofSeveralGlobalDefaultsTheLowestCounts() {
        List<PriorityClass> classes = List.of(USUAL, priorityClass("lower", 5, true), priorityClass("upper", 50, true));
        assertThat(Admission.into(classes).create(group("", null)).filled())
                .hasToString("[" + GUARD + "spec.priorityClassName: \"lower\", spec.priority: 5, " + POLICY + "]");
    }

    @Test
    void withoutAnyDefaultThePriorityIsZeroAndTheNameStaysEmpty() {
        assertThat(Admission.into(List.of(HIGH)).create(group("", null)).filled())
                .hasToString("[" + GUARD + "spec.priority: 0, " + POLICY + "]");
    }

    @Test
    void anUnknownClassTurnsTheRequestDown() {
        assertThat(Admission.into(List.of(HIGH)).create(group("hgih", null)).refusals())
                .containsExactly(new Refusal(Rule.D_5, "no PriorityClass with name hgih was found"));
    }

    @Test
    void aPriorityThatIsSetMustBeTheOneThatFollows() {
        assertThat(Admission.into(List.of(HIGH)).create(group("high", 1000)).refusals())
                .isEmpty();
        assertThat(Admission.into(List.of(HIGH)).create(group("high", 999)).refusals())
                .extracting(Refusal::rule)
                .containsExactly(Rule.D_5);
    }

    @Test
    void aSystemClassIsTooHighUpTo137() {
        Admission admission = Admission.into(List.of());
        Admitted admitted = admission.create(group("system-node-critical", null));
        assertThat(admitted.filled()).extracting(Filled::rule).contains(Rule.D_6);
        assertThat(ManifestRules.standard().checkCreate(admitted.object()))
                .extracting(Violation::toString)
                .containsExactly("spec.priority: Invalid value: 2000001000: must be less than or equal to 1000000000");
        admitted = admission.withRelease(KubernetesRelease.V1_38).create(group("system-node-critical", null));
        assertThat(admitted.filled()).extracting(Filled::rule).doesNotContain(Rule.D_6);
        assertThat(ManifestRules.standard().withRelease(KubernetesRelease.V1_38).checkCreate(admitted.object()))
                .isEmpty();
    }

    @Test
    void policyOfTheClassIsInheritedFrom138On() {
        PriorityClass never = new PriorityClass(ObjectMeta.of("never"), 7, false, "", PreemptionPolicy.NEVER);
        PodGroup group = group("never", null);
        ClusterSetup old = ClusterSetup.of(KubernetesRelease.V1_37);
        ApiObject defaulted = Defaulting.standard().withSetup(old).apply(group).object();
        assertThat(Admission.into(List.of(never))
                        .withSetup(old)
                        .create(defaulted)
                        .refusals())
                .as("the default of 1.37 contradicts the class")
                .singleElement()
                .extracting(Refusal::rule)
                .isEqualTo(Rule.D_5);
        ClusterSetup now = ClusterSetup.of(KubernetesRelease.V1_38);
        defaulted = Defaulting.standard().withSetup(now).apply(group).object();
        PodGroup admitted = (PodGroup)
                Admission.into(List.of(never)).withSetup(now).create(defaulted).object();
        assertThat(admitted.spec().preemptionPolicy()).isEqualTo(PreemptionPolicy.NEVER);
    }

    @Test
    void secondGlobalDefaultIsRefused() {
        assertThat(Admission.into(List.of(USUAL))
                        .create(priorityClass("lower", 5, true))
                        .refusals())
                .containsExactly(new Refusal(
                        Rule.D_11, "PriorityClass usual is already marked as default. Only one default can exist"));
    }

    @Test
    void inV1Alpha2PrioritiesNeedTheirGate() {
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA2, "ml", "train", 4);
        assertThat(Admission.into(List.of(USUAL))
                        .withFeatureGates(FeatureGates.DEFAULTS)
                        .create(group)
                        .filled())
                .isEmpty();
        assertThat(Admission.into(List.of(USUAL))
                        .withFeatureGates(KubernetesRelease.V1_36.workloadGates())
                        .create(group)
                        .filled())
                .hasSize(3);
    }

    @Test
    void inV1Alpha2TheTemplateMustExist() {
        PodGroup group = PodGroup.gang(ApiVersion.V1ALPHA2, "ml", "train", 4);
        group = group.withSpec(group.spec().toBuilder()
                .workloadRef(TemplateRef.of("job", "workers"))
                .build());
        assertThat(Admission.into(List.of()).create(group).refusals())
                .containsExactly(new Refusal(Rule.D_7, "PodGroup rejected: Workload \"job\" not found"));
        Workload other = Workload.of(ApiVersion.V1ALPHA2, "ml", "job", PodGroupTemplate.gang("leader", 1));
        assertThat(Admission.into(List.of(other)).create(group).refusals())
                .containsExactly(new Refusal(
                        Rule.D_7, "PodGroup rejected: PodGroupTemplate \"workers\" not found in Workload \"job\""));
        Workload right = Workload.of(ApiVersion.V1ALPHA2, "ml", "job", PodGroupTemplate.gang("workers", 4));
        assertThat(Admission.into(List.of(right)).create(group).refusals()).isEmpty();
    }

    private static PodGroup group(String className, Integer priority) {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 4);
        return group.withSpec(group.spec().toBuilder()
                .priorityClassName(className)
                .priority(priority)
                .build());
    }

    private static PriorityClass priorityClass(String name, int value, boolean globalDefault) {
        return new PriorityClass(ObjectMeta.of(name), value, globalDefault, "", null);
    }
}
