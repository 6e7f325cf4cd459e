package io.github.workload4j.api.convert;

import static io.github.workload4j.api.convert.ConversionTest.group;
import static io.github.workload4j.api.convert.ConversionTest.report;
import static io.github.workload4j.api.convert.ConversionTest.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.DisruptionMode;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.SchedulingPolicy;
import io.github.workload4j.api.TemplateRef;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code v1alpha1}, where groups are parts of a Workload, and the versions in which they are objects of their own. */
class FirstVersionTest {

    private static final ApiVersion A1 = ApiVersion.V1ALPHA1;
    private static final ApiVersion A2 = ApiVersion.V1ALPHA2;
    private static final ApiVersion B1 = ApiVersion.V1BETA1;

    private static Pod pod(String name, String group, String key) {
        PodSpec spec = PodSpec.builder()
                .workloadRef(new WorkloadRef("train", group, key))
                .build();
        return new Pod(ObjectMeta.of("ml", name), spec, PodStatus.EMPTY);
    }

    private static Pod member(String name, String podGroup) {
        PodSpec spec = PodSpec.builder()
                .schedulingGroup(new PodSchedulingGroup(podGroup))
                .build();
        return new Pod(ObjectMeta.of("ml", name), spec, PodStatus.EMPTY);
    }

    @Test
    void eachReplicaKeyBecomesAPodGroupAfterItsWorkload() {
        Workload workload = workload(A1, PodGroupTemplate.gang("ranks", 2));
        Converted converted = Conversion.to(A2)
                .takingObjectsAsWhole()
                .convert(List.of(workload, pod("p1", "ranks", "1"), pod("p0", "ranks", "")));
        assertThat(converted.objects())
                .extracting(object -> object.metadata().name())
                .containsExactly("train", "train-ranks", "train-ranks-1", "p1", "p0");
        PodGroup second = (PodGroup) converted.objects().get(2);
        assertThat(second.spec().workloadRef()).isEqualTo(TemplateRef.of("train", "ranks"));
        assertThat(second.spec().schedulingPolicy()).isEqualTo(new SchedulingPolicy.Gang(2));
        assertThat(second.metadata().annotations()).isEqualTo(Map.of(Conversion.REPLICA_KEY_ANNOTATION, "1"));
        Pod pod = (Pod) converted.objects().get(3);
        assertThat(pod.spec().workloadRef()).isNull();
        assertThat(pod.spec().schedulingGroup()).isEqualTo(new PodSchedulingGroup("train-ranks-1"));
        assertThat(report(converted))
                .containsExactly(
                        "train spec.podGroups[0] SYNTHESIZED \"train-ranks\"",
                        "train spec.podGroups[0] SYNTHESIZED \"train-ranks-1\"",
                        "p1 spec.workloadRef.podGroupReplicaKey APPROXIMATED \"1\"");
    }

    @Test
    void noPodGroupIsMadeWithoutPods() {
        Converted converted =
                Conversion.to(A2).takingObjectsAsWhole().convert(workload(A1, PodGroupTemplate.basic("a")));
        assertThat(converted).isEqualTo(new Converted(List.of(workload(A2, PodGroupTemplate.basic("a"))), List.of()));
    }

    @Test
    void aPodWithoutItsWorkloadIsLeftAsItIs() {
        Pod pod = pod("p", "ranks", "0");
        Converted converted = Conversion.to(B1).takingObjectsAsWhole().convert(pod);
        assertThat(converted.objects()).containsExactly(pod);
        assertThat(converted.losses().get(0))
                .hasToString("Pod ml/p: spec.workloadRef: NEEDS_CONTEXT: "
                        + "{\"name\":\"train\",\"podGroup\":\"ranks\",\"podGroupReplicaKey\":\"0\"}: the"
                        + " Workload train is not among the objects given");
    }

    @Test
    void aPodWhoseGroupIsNotInItsWorkloadIsLeftAsItIs() {
        Converted converted = Conversion.to(A2)
                .takingObjectsAsWhole()
                .convert(List.of(workload(A1, PodGroupTemplate.basic("a")), pod("p", "b", "")));
        assertThat(converted.objects()).contains(pod("p", "b", ""));
        assertThat(converted.losses()).extracting(Loss::kind).containsExactly(Loss.Kind.NEEDS_CONTEXT);
    }

    @Test
    void ambiguousNamesGetAHash() {
        Workload one = Workload.of(A1, "ml", "a-b", PodGroupTemplate.basic("c"));
        Workload other = Workload.of(A1, "ml", "a", PodGroupTemplate.basic("b-c"));
        Pod inOne = new Pod(
                ObjectMeta.of("ml", "p"),
                PodSpec.builder().workloadRef(new WorkloadRef("a-b", "c", "")).build(),
                PodStatus.EMPTY);
        Pod inOther = new Pod(
                ObjectMeta.of("ml", "q"),
                PodSpec.builder().workloadRef(new WorkloadRef("a", "b-c", "")).build(),
                PodStatus.EMPTY);
        Converted converted = Conversion.to(A2).takingObjectsAsWhole().convert(List.of(one, other, inOne, inOther));
        assertThat(converted.objects().stream()
                        .filter(PodGroup.class::isInstance)
                        .map(object -> object.metadata().name()))
                .containsExactly("a-b-c-1d13413c2379fa0d", "a-b-c-ab93b48fbcd71681");
    }

    @Test
    void longNamesAreCutBeforeAHash() {
        String longest = "x".repeat(250);
        Workload workload = Workload.of(A1, "ml", longest, PodGroupTemplate.basic("group"));
        Pod pod = new Pod(
                ObjectMeta.of("ml", "p"),
                PodSpec.builder()
                        .workloadRef(new WorkloadRef(longest, "group", "0"))
                        .build(),
                PodStatus.EMPTY);
        String name = Conversion.to(A2)
                .takingObjectsAsWhole()
                .convert(List.of(workload, pod))
                .objects()
                .get(1)
                .metadata()
                .name();
        assertThat(name).hasSize(253).startsWith("x".repeat(236) + "-");
    }

    @Test
    void templatesLoseWhatTheFirstVersionHasNoPlaceFor() {
        PodGroupTemplate template = PodGroupTemplate.builder()
                .name("a")
                .schedulingPolicy(new SchedulingPolicy.Gang(2))
                .schedulingConstraints(SchedulingConstraints.sameDomain("rack"))
                .disruptionMode(DisruptionMode.ALL)
                .priorityClassName("high")
                .priority(7)
                .build();
        assertThat(report(Conversion.to(A1).takingObjectsAsWhole().convert(workload(A2, template))))
                .containsExactly(
                        "train spec.podGroupTemplates[0].schedulingConstraints DROPPED"
                                + " {\"topology\":[{\"key\":\"rack\"}]}",
                        "train spec.podGroupTemplates[0].disruptionMode DROPPED \"PodGroup\"",
                        "train spec.podGroupTemplates[0].priorityClassName DROPPED \"high\"",
                        "train spec.podGroupTemplates[0].priority DROPPED 7");
        assertThat(report(Conversion.to(A1).takingObjectsAsWhole().convert(workload(B1, template))))
                .contains("train spec.podGroupTemplates[0].disruptionMode DROPPED {\"all\":{}}");
    }

    @Test
    void podGroupsOfOneTemplateStayApartByTheirKeys() {
        Converted converted = Conversion.to(A1)
                .takingObjectsAsWhole()
                .convert(List.of(
                        workload(A2, PodGroupTemplate.gang("ranks", 2)),
                        group(A2, "g0", TemplateRef.of("train", "ranks"), 2),
                        group(A2, "g.1", TemplateRef.of("train", "ranks"), 2),
                        member("p", "g0"),
                        member("q", "g.1")));
        assertThat(converted.objects()).hasSize(3).contains(pod("p", "ranks", "g0"));
        assertThat(((Pod) converted.objects().get(2)).spec().workloadRef().podGroupReplicaKey())
                .matches("g-1-[0-9a-f]{16}");
        assertThat(converted.losses())
                .extracting(Loss::kind)
                .containsExactly(Loss.Kind.DROPPED, Loss.Kind.SYNTHESIZED, Loss.Kind.DROPPED, Loss.Kind.SYNTHESIZED);
    }

    @Test
    void aPodGroupWithAPolicyOfItsOwnGetsAGroupOfItsOwn() {
        Converted converted = Conversion.to(A1)
                .takingObjectsAsWhole()
                .convert(List.of(
                        workload(A2, PodGroupTemplate.gang("ranks", 2)),
                        group(A2, "big", TemplateRef.of("train", "ranks"), 9),
                        member("p", "big")));
        assertThat(converted.objects())
                .containsExactly(
                        workload(A1, PodGroupTemplate.gang("ranks", 2), PodGroupTemplate.gang("big", 9)),
                        pod("p", "big", ""));
        assertThat(report(converted))
                .containsExactly(
                        "big  DROPPED \"big\"", "big spec.schedulingPolicy APPROXIMATED {\"gang\":{\"minCount\":9}}");
    }

    @Test
    void aPodGroupWithAPolicyOfItsOwnTakesTheTemplatesWhereThereIsNoRoom() {
        PodGroupTemplate[] eight = new PodGroupTemplate[8];
        java.util.Arrays.setAll(eight, i -> PodGroupTemplate.gang("t" + i, 2));
        Converted converted = Conversion.to(A1)
                .takingObjectsAsWhole()
                .convert(List.of(workload(A2, eight), group(A2, "big", TemplateRef.of("train", "t0"), 9)));
        assertThat(converted.objects()).containsExactly(workload(A1, eight));
        assertThat(report(converted)).contains("big spec.schedulingPolicy APPROXIMATED {\"gang\":{\"minCount\":9}}");
    }

    @Test
    void aPodGroupOnItsOwnBecomesAWorkload() {
        Converted converted = Conversion.to(A1)
                .takingObjectsAsWhole()
                .convert(List.of(group(B1, "solo.a", null, 3), member("p", "solo.a")));
        Workload made = (Workload) converted.objects().get(0);
        assertThat(made.metadata().name()).isEqualTo("solo.a");
        String label = made.spec().podGroupTemplates().get(0).name();
        assertThat(label).matches("solo-a-[0-9a-f]{16}");
        assertThat(((Pod) converted.objects().get(1)).spec().workloadRef())
                .isEqualTo(new WorkloadRef("solo.a", label, ""));
        assertThat(converted.losses()).extracting(Loss::kind).containsExactly(Loss.Kind.DROPPED, Loss.Kind.SYNTHESIZED);
    }

    @Test
    void oneGroupInTwoVersionsBecomesOneWorkloadAndIsReportedOfBoth() {
        PodGroup newer = group(B1, "solo", null, 3);
        PodGroup older = group(A2, "solo", null, 3);
        Conversion conversion = Conversion.to(A1);
        for (List<PodGroup> order : List.of(List.of(newer, older), List.of(older, newer))) {
            Converted converted = conversion.convert(order);
            assertThat(converted.objects()).singleElement().isInstanceOf(Workload.class);
            assertThat(converted.losses())
                    .filteredOn(loss -> loss.kind() == Loss.Kind.SYNTHESIZED)
                    .extracting(Loss::object)
                    .containsExactlyElementsOf(order);
        }
    }

    @Test
    void groupsOfOneNameThatDifferAreLeftAsTheyAre() {
        List<PodGroup> groups = List.of(group(B1, "solo", null, 3), group(A2, "solo", null, 4));
        Converted converted = Conversion.to(A1).convert(groups);
        assertThat(converted.objects()).isEqualTo(groups);
        assertThat(converted.losses())
                .extracting(Loss::detail)
                .containsExactly(
                        "there are several PodGroups solo that differ", "there are several PodGroups solo that differ");
    }

    @Test
    void aPodGroupWithoutItsWorkloadIsLeftAsItWasGiven() {
        PodGroup group = group(B1, "g", TemplateRef.of("train", "ranks"), 3);
        PodGroup child = group.withSpec(
                group.spec().toBuilder().parentCompositePodGroupName("root").build());
        Converted converted = Conversion.to(A1).takingObjectsAsWhole().convert(List.of(child, member("p", "g")));
        assertThat(converted.objects()).containsExactly(child, member("p", "g"));
        assertThat(report(converted))
                .containsExactly(
                        "g spec.workloadRef NEEDS_CONTEXT {\"workloadName\":\"train\",\"templateName\":\"ranks\"}",
                        "p spec.schedulingGroup.podGroupName NEEDS_CONTEXT \"g\"");
    }
}
