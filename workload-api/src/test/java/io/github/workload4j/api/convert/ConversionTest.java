package io.github.workload4j.api.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.CompositePodGroupSpec;
import io.github.workload4j.api.CompositePodGroupStatus;
import io.github.workload4j.api.CompositePodGroupTemplate;
import io.github.workload4j.api.CompositeSchedulingPolicy;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each conversion keeps, changes and reports. */
class ConversionTest {

    private static final ApiVersion A1 = ApiVersion.V1ALPHA1;
    private static final ApiVersion A2 = ApiVersion.V1ALPHA2;
    private static final ApiVersion A3 = ApiVersion.V1ALPHA3;
    private static final ApiVersion B1 = ApiVersion.V1BETA1;

    static Workload workload(ApiVersion version, PodGroupTemplate... groups) {
        return Workload.of(version, "ml", "train", groups);
    }

    static PodGroup group(ApiVersion version, String name, TemplateRef ref, int minCount) {
        PodGroupSpec spec = PodGroupSpec.builder()
                .workloadRef(ref)
                .schedulingPolicy(new SchedulingPolicy.Gang(minCount))
                .build();
        return new PodGroup(version, ObjectMeta.of("ml", name), spec, PodGroupStatus.EMPTY);
    }

    static List<String> report(Converted converted) {
        return converted.losses().stream()
                .map(loss ->
                        loss.object().metadata().name() + " " + loss.path() + " " + loss.kind() + " " + loss.value())
                .toList();
    }

    @Test
    void disruptionModesAreWordsInOneVersionAndMembersInTheNext() {
        PodGroupTemplate unknown = PodGroupTemplate.builder()
                .name("a")
                .disruptionMode(new DisruptionMode.Unknown("Node"))
                .build();
        Converted converted = Conversion.to(B1).takingObjectsAsWhole().convert(workload(A2, unknown));
        assertThat(((Workload) converted.objects().get(0))
                        .spec()
                        .podGroupTemplates()
                        .get(0)
                        .disruptionMode())
                .isNull();
        assertThat(report(converted))
                .containsExactly(
                        "train spec.podGroupTemplates[0].disruptionMode DROPPED \"Node\"",
                        "train spec.podGroupTemplates[0].disruptionMode INVALID_IN_TARGET \"Node\"");
        PodGroupTemplate both = PodGroupTemplate.builder()
                .name("a")
                .disruptionMode(DisruptionMode.of(true, true))
                .build();
        assertThat(report(Conversion.to(A2).takingObjectsAsWhole().convert(workload(B1, both))))
                .containsExactly(
                        "train spec.podGroupTemplates[0].disruptionMode DROPPED {\"single\":{},\"all\":{}}",
                        "train spec.podGroupTemplates[0].disruptionMode INVALID_IN_TARGET {\"single\":{},\"all\":{}}");
    }

    @Test
    void anEmptyReferenceIsDropped() {
        Converted converted = Conversion.to(B1).takingObjectsAsWhole().convert(group(A2, "g", TemplateRef.NONE, 1));
        assertThat(converted.objects()).containsExactly(group(B1, "g", null, 1));
        assertThat(report(converted)).containsExactly("g spec.podGroupTemplateRef DROPPED {}");
    }

    @Test
    void unequalPrioritiesAreCopiedAndReported() {
        PodGroupTemplate low = PodGroupTemplate.builder().name("a").build();
        PodGroupTemplate high = PodGroupTemplate.builder().name("b").priority(7).build();
        Converted converted = Conversion.to(B1).takingObjectsAsWhole().convert(workload(A2, low, high));
        assertThat(converted.objects()).containsExactly(workload(B1, low, high));
        assertThat(report(converted)).containsExactly("train spec.podGroupTemplates[1].priority INVALID_IN_TARGET 7");
    }

    @Test
    void theConditionIsRenamedBothWays() {
        Condition scheduled =
                Condition.builder().type("PodGroupScheduled").status("True").build();
        PodGroup alpha2 = group(A2, "g", null, 1).withStatus(new PodGroupStatus(List.of(scheduled), List.of()));
        Converted beta = Conversion.to(B1).takingObjectsAsWhole().convert(alpha2);
        assertThat(((PodGroup) beta.objects().get(0)).status().conditions())
                .extracting(Condition::type)
                .containsExactly("PodGroupInitiallyScheduled");
        assertThat(report(beta)).containsExactly("g status.conditions[0].type APPROXIMATED \"PodGroupScheduled\"");
        Converted back = Conversion.to(A2).takingObjectsAsWhole().convert(beta.objects());
        assertThat(back.objects()).containsExactly(alpha2);
        assertThat(report(back))
                .containsExactly("g status.conditions[0].type APPROXIMATED \"PodGroupInitiallyScheduled\"");
    }

    private static Workload tree() {
        CompositePodGroupTemplate composite = CompositePodGroupTemplate.builder()
                .name("replica")
                .schedulingPolicy(new CompositeSchedulingPolicy.Gang(2))
                .podGroupTemplates(
                        PodGroupTemplate.gang("prefill", 4),
                        PodGroupTemplate.gang("decode", 8).toBuilder()
                                .preemptionPolicy(PreemptionPolicy.NEVER)
                                .build())
                .build();
        return workload(B1).withSpec(new WorkloadSpec(null, List.of(), List.of(composite)));
    }

    @Test
    void aTreeOfTemplatesIsDropped() {
        Converted converted = Conversion.to(A2)
                .takingObjectsAsWhole()
                .convert(List.of(tree(), group(B1, "g", TemplateRef.of("train", "prefill"), 4)));
        assertThat(converted.objects().get(0)).isEqualTo(workload(A2));
        assertThat(report(converted))
                .hasSize(3)
                .contains(
                        "train spec.compositePodGroupTemplates INVALID_IN_TARGET ",
                        "g spec.workloadRef.templateName INVALID_IN_TARGET \"prefill\"");
        assertThat(converted.losses().get(0).value())
                .isEqualTo("[{\"name\":\"replica\",\"schedulingPolicy\":{\"gang\":{\"minGroupCount\":2}},"
                        + "\"podGroupTemplates\":[{\"name\":\"prefill\","
                        + "\"schedulingPolicy\":{\"gang\":{\"minCount\":4}}},"
                        + "{\"name\":\"decode\",\"schedulingPolicy\":{\"gang\":{\"minCount\":8}},"
                        + "\"preemptionPolicy\":\"Never\"}]}]");
    }

    @Test
    void aTreeOfTemplatesIsFlattenedOnRequest() {
        Converted converted =
                Conversion.to(A1).takingObjectsAsWhole().flatteningComposites().convert(tree());
        assertThat(converted.objects())
                .containsExactly(workload(A1, PodGroupTemplate.gang("prefill", 4), PodGroupTemplate.gang("decode", 8)));
        assertThat(report(converted))
                .containsExactly(
                        "train spec.compositePodGroupTemplates[0] APPROXIMATED \"replica\"",
                        "train spec.compositePodGroupTemplates[0].podGroupTemplates[1].preemptionPolicy DROPPED"
                                + " \"Never\"");
    }

    @Test
    void onlyAPreemptionPolicyThatSaysSomethingIsALoss() {
        PodGroup group = group(B1, "g", null, 1);
        PodGroupSpec says = group.spec().toBuilder()
                .preemptionPolicy(PreemptionPolicy.PREEMPT_LOWER_PRIORITY)
                .build();
        assertThat(Conversion.to(A2)
                        .takingObjectsAsWhole()
                        .convert(group.withSpec(says))
                        .losses())
                .isEmpty();
    }

    @Test
    void groupsOfGroupsHaveOneVersionOnly() {
        CompositePodGroupSpec spec = CompositePodGroupSpec.builder()
                .workloadRef(TemplateRef.of("train", "replica"))
                .build();
        CompositePodGroup group =
                new CompositePodGroup(A3, ObjectMeta.of("ml", "c"), spec, CompositePodGroupStatus.EMPTY);
        for (ApiVersion version : List.of(A1, A2, B1)) {
            Converted converted = Conversion.to(version).takingObjectsAsWhole().convert(group);
            assertThat(converted.objects()).isEmpty();
            assertThat(report(converted)).containsExactly("c  DROPPED \"c\"");
        }
        assertThat(Conversion.to(A3).takingObjectsAsWhole().convert(group))
                .isEqualTo(new Converted(List.of(group), List.of()));
    }

    @Test
    void objectsWithoutAVersionOfThisApiComeOutAsTheyAre() {
        Pod pod = new Pod(ObjectMeta.of("ml", "p"), PodSpec.EMPTY, PodStatus.EMPTY);
        assertThat(Conversion.to(A1).takingObjectsAsWhole().convert(pod))
                .isEqualTo(new Converted(List.of(pod), List.of()));
    }

    @Test
    void fieldsThatALenientReaderPassedOverAreReported() {
        String manifest = """
            apiVersion: scheduling.k8s.io/v1alpha1
            kind: Workload
            metadata: {name: train}
            spec:
              podGroups: [{name: a, policy: {basic: {}}, replicas: 3}]
            """;
        Decoded decoded = (Decoded) ManifestReader.lenient().read(manifest).get(0);
        ApiObject object = decoded.object();
        Converted converted = Conversion.to(B1)
                .takingObjectsAsWhole()
                .convert(object)
                .withLosses(decoded.warnings().stream()
                        .map(fault -> Loss.unknownField(object, fault.path()))
                        .toList());
        assertThat(converted.losses())
                .extracting(Loss::toString)
                .containsExactly(
                        "Workload train: spec.podGroups[0].replicas: DROPPED: a field that scheduling.k8s.io/v1alpha1"
                                + " does not have");
    }

    @Test
    void compositeInV1Beta1IsKeptForAReleaseThatServesIt() {
        CompositePodGroup composite = new CompositePodGroup(
                ApiVersion.V1ALPHA3,
                ObjectMeta.of("ns", "all"),
                CompositePodGroupSpec.builder().build(),
                CompositePodGroupStatus.EMPTY);
        Conversion conversion = Conversion.to(ApiVersion.V1BETA1);
        assertThat(conversion.convert(composite).objects()).isEmpty();
        Converted converted = conversion.forRelease(KubernetesRelease.V1_38).convert(composite);
        assertThat(converted.losses()).isEmpty();
        assertThat(converted.objects())
                .singleElement()
                .extracting(ApiObject::groupVersion)
                .isEqualTo("scheduling.k8s.io/v1beta1");
        ApiObject kept = converted.objects().get(0);
        assertThat(conversion.convert(kept)).isEqualTo(new Converted(List.of(kept), List.of()));
        assertThat(conversion.forRelease(KubernetesRelease.V1_37).convert(kept).objects())
                .isEmpty();
        assertThatThrownBy(() -> conversion.forRelease(KubernetesRelease.V1_36))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("release: Kubernetes 1.36 (expected: one that serves v1beta1: 1.37, 1.38)");
    }
}
