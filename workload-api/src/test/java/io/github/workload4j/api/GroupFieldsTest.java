package io.github.workload4j.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.meta.ObjectMeta;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupFieldsTest {

    @Test
    void allFourKindsOfGroupsTellTheirSharedFields() {
        GroupFields leaf = PodGroupTemplate.basic("a").toBuilder()
                .priority(7)
                .priorityClassName("high")
                .build();
        GroupFields composite = CompositePodGroupTemplate.builder()
                .name("b")
                .priority(7)
                .priorityClassName("high")
                .build();
        GroupFields group =
                PodGroupSpec.builder().priority(7).priorityClassName("high").build();
        GroupFields compositeGroup = CompositePodGroupSpec.builder()
                .priority(7)
                .priorityClassName("high")
                .build();
        assertThat(List.of(leaf, composite, group, compositeGroup)).allSatisfy(fields -> {
            assertThat(fields.priority()).isEqualTo(7);
            assertThat(fields.priorityClassName()).isEqualTo("high");
            assertThat(fields.disruptionMode()).isNull();
            assertThat(fields.preemptionPolicy()).isNull();
            assertThat(fields.schedulingConstraints()).isNull();
        });
    }

    @Test
    void aGangIsOneByItsPolicyBeItOfPodsOrOfGroups() {
        GroupSpec pods = PodGroupSpec.builder()
                .schedulingPolicy(new SchedulingPolicy.Gang(2))
                .build();
        GroupSpec groups = CompositePodGroupSpec.builder()
                .schedulingPolicy(new CompositeSchedulingPolicy.Gang(2))
                .build();
        assertThat(List.of(pods, groups)).allMatch(GroupFields::isGang);
        assertThat(PodGroupSpec.builder().build().isGang()).isFalse();
    }

    @Test
    void aGroupIsDisruptedTogetherIfItsModeSaysAll() {
        PodGroupSpec.Builder group = PodGroupSpec.builder();
        assertThat(group.build().isDisruptedTogether()).isFalse();
        assertThat(group.disruptionMode(DisruptionMode.SINGLE).build().isDisruptedTogether())
                .isFalse();
        assertThat(group.disruptionMode(DisruptionMode.ALL).build().isDisruptedTogether())
                .isTrue();
    }

    @Test
    void aGroupOfGroupsHasNoDeviceClaims() {
        assertThat(CompositePodGroupSpec.builder().build().resourceClaims()).isEmpty();
    }

    @Test
    void everyGroupNamesItsParentTheSameWay() {
        GroupPolicy policy = new SchedulingPolicy.Gang(2);
        GroupObject group = new PodGroup(
                ApiVersion.V1BETA1,
                ObjectMeta.of("ml", "leaf"),
                PodGroupSpec.builder()
                        .parentCompositePodGroupName("root")
                        .schedulingPolicy(new SchedulingPolicy.Gang(2))
                        .build(),
                PodGroupStatus.EMPTY);
        assertThat(group.spec().parentCompositePodGroupName()).isEqualTo("root");
        assertThat(group.spec().schedulingPolicy()).isEqualTo(policy);
    }
}
