package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.field.Violation;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.rule.ManifestRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final PriorityClass HIGH = priorityClass("high", 1000, false);
    private static final PriorityClass USUAL = priorityClass("usual", 10, true);

    @Test
    void resolvesTheNamedClass() {
        Admitted admitted = Admission.into(List.of(HIGH, USUAL)).create(group("high", null));
        assertThat(admitted.filled()).hasToString("[spec.priority: 1000]");
        assertThat(((PodGroup) admitted.object()).spec().priority()).isEqualTo(1000);
        assertThat(admitted.refusals()).isEmpty();
    }

    @Test
    void withoutANameTheGlobalDefaultsNameAndValueAreFilledIn() {
        Admitted admitted = Admission.into(List.of(HIGH, USUAL)).create(group("", null));
        assertThat(admitted.filled()).hasToString("[spec.priorityClassName: \"usual\", spec.priority: 10]");
    }

    @Test
    void ofSeveralGlobalDefaultsTheLowestCounts() {
        List<PriorityClass> classes = List.of(USUAL, priorityClass("lower", 5, true), priorityClass("upper", 50, true));
        assertThat(Admission.into(classes).create(group("", null)).filled())
                .hasToString("[spec.priorityClassName: \"lower\", spec.priority: 5]");
    }

    @Test
    void withoutAnyDefaultThePriorityIsZeroAndTheNameStaysEmpty() {
        assertThat(Admission.into(List.of(HIGH)).create(group("", null)).filled())
                .hasToString("[spec.priority: 0]");
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
    void aSystemClassIsRefusedWithAnExplanationAndByTheRules() {
        Admitted admitted = Admission.into(List.of()).create(group("system-node-critical", null));
        assertThat(admitted.refusals())
                .containsExactly(new Refusal(
                        Rule.D_6,
                        "PriorityClass system-node-critical is for system pods: its"
                                + " priority 2000001000 is above 1000000000, the highest that a group may have"));
        ApiObject complete = Defaulting.standard().apply(admitted.object()).object();
        assertThat(ManifestRules.standard().checkCreate(complete))
                .extracting(Violation::toString)
                .containsExactly("spec.priority: Invalid value: 2000001000: must be less than or equal to 1000000000");
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
                .hasSize(2);
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

    @Test
    void aParentBeingDeletedTakesNoMoreChildren() {
        ObjectMeta going = ObjectMeta.builder()
                .namespace("ml")
                .name("replica")
                .deletionTimestamp(Instant.EPOCH)
                .build();
        CompositePodGroup parent = new CompositePodGroup(
                ApiVersion.V1ALPHA3, going, CompositePodGroupSpec.builder().build(), CompositePodGroupStatus.EMPTY);
        PodGroup child = PodGroup.gang(ApiVersion.V1ALPHA3, "ml", "train", 4);
        child = child.withSpec(
                child.spec().toBuilder().parentCompositePodGroupName("replica").build());
        assertThat(Admission.into(List.of(parent)).create(child).refusals())
                .containsExactly(
                        new Refusal(
                                Rule.D_8,
                                "cannot create PodGroup referencing CompositePodGroup \"replica\" because it is being deleted"));
    }

    @Test
    void aGroupBeingDeletedTakesNoMorePods() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 4);
        group = new PodGroup(
                group.apiVersion(),
                group.metadata().toBuilder().deletionTimestamp(Instant.EPOCH).build(),
                group.spec(),
                group.status());
        Pod pod = new Pod(
                ObjectMeta.of("ml", "train-0"),
                PodSpec.builder()
                        .schedulingGroup(new PodSchedulingGroup("train"))
                        .build(),
                PodStatus.builder().build());
        assertThat(Admission.into(List.of(group)).create(pod).refusals())
                .containsExactly(new Refusal(
                        Rule.D_8, "cannot create Pod referencing PodGroup \"train\" because it is being deleted"));
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
