package io.github.workload4j.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupTemplate;
import io.github.workload4j.api.SchedulingConstraints;
import io.github.workload4j.api.TopologyConstraint;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.PodStatus;
import io.github.workload4j.api.core.PreemptionPolicy;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.List;
import org.junit.jupiter.api.Test;

class DroppingTest {

    private static final Dropping GENERIC =
            Dropping.by(ClusterSetup.OPEN.withFeatureGates(FeatureGates.of(FeatureGate.GENERIC_WORKLOAD)));
    private static final SchedulingConstraints RACK =
            new SchedulingConstraints(List.of(new TopologyConstraint("example.com/rack")));
    private static final PodGroupTemplate PLAIN = PodGroupTemplate.gang("a", 1);
    private static final PodGroupTemplate RACKED = PodGroupTemplate.gang("b", 1).toBuilder()
            .schedulingConstraints(RACK)
            .build();

    @Test
    void fieldsWhoseGateIsOffAreDropped() {
        Dropped dropped = GENERIC.create(group());
        assertThat(dropped.fields())
                .hasToString("[spec.parentCompositePodGroupName: CompositePodGroup is off,"
                        + " spec.schedulingConstraints: TopologyAwareWorkloadScheduling is off,"
                        + " spec.preemptionPolicy: PodGroupPreemptionPolicy is off]");
        PodGroup left = (PodGroup) dropped.object();
        assertThat(left.spec().schedulingConstraints()).isNull();
        assertThat(left.spec().preemptionPolicy()).isNull();
        assertThat(GENERIC.create(left).object()).isSameAs(left);
    }

    @Test
    void fieldWithoutAGateInTheReleaseStays() {
        ClusterSetup of138 = ClusterSetup.of(KubernetesRelease.V1_38)
                .withFeatureGates(FeatureGates.of(FeatureGate.GENERIC_WORKLOAD));
        assertThat(Dropping.by(of138).create(group()).fields())
                .extracting(DroppedField::gate)
                .doesNotContain(FeatureGate.POD_GROUP_PREEMPTION_POLICY);
    }

    @Test
    void nothingIsDroppedWithEveryGateOn() {
        assertThat(Dropping.by(ClusterSetup.OPEN).create(group()).fields()).isEmpty();
    }

    @Test
    void fieldThatTheStoredObjectUsesStays() {
        assertThat(GENERIC.update(group(), group()).fields()).isEmpty();
        PodGroup stored = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
        assertThat(GENERIC.update(stored, group()).fields()).hasSize(3);
    }

    @Test
    void storedTemplateIsLookedUpByItsPosition() {
        Workload stored = Workload.of(ApiVersion.V1BETA1, "ns", "w", PLAIN, RACKED);
        Workload reordered = Workload.of(ApiVersion.V1BETA1, "ns", "w", RACKED, PLAIN);
        assertThat(GENERIC.update(stored, reordered).fields())
                .hasToString("[spec.podGroupTemplates[0].schedulingConstraints:"
                        + " TopologyAwareWorkloadScheduling is off]");
        assertThat(GENERIC.update(stored, stored).fields()).isEmpty();
    }

    @Test
    void stockClusterDropsTheGroupOfAPod() {
        Pod pod = new Pod(
                ObjectMeta.of("ns", "p"),
                PodSpec.builder().schedulingGroup(new PodSchedulingGroup("g")).build(),
                PodStatus.EMPTY);
        Dropped dropped = Dropping.by(ClusterSetup.OPEN.withFeatureGates(FeatureGates.DEFAULTS))
                .create(pod);
        assertThat(dropped.fields()).hasToString("[spec.schedulingGroup: GenericWorkload is off]");
        assertThat(((Pod) dropped.object()).spec().schedulingGroup()).isNull();
    }

    @Test
    void respondersToEvictionsAreDroppedWithTheirGateOff() {
        Pod pod = new Pod(
                ObjectMeta.of("ns", "p"),
                PodSpec.builder().evictionResponders(List.of("example.com/r")).build(),
                PodStatus.EMPTY);
        Dropped dropped = Dropping.by(ClusterSetup.of(KubernetesRelease.V1_37)).create(pod);
        assertThat(dropped.fields()).hasToString("[spec.evictionResponders: EvictionRequestAPI is off]");
        assertThat(((Pod) dropped.object()).spec().evictionResponders()).isEmpty();
        assertThat(Dropping.by(ClusterSetup.of(KubernetesRelease.V1_37))
                        .update(pod, pod)
                        .fields())
                .isEmpty();
    }

    @Test
    void objectsOfDifferentKindsAreTheCallersMistake() {
        assertThatThrownBy(() -> GENERIC.update(group(), Workload.of(ApiVersion.V1BETA1, "ns", "w", PLAIN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("updated: Workload (expected: PodGroup, as the stored object)");
    }

    private static PodGroup group() {
        PodGroup group = PodGroup.gang(ApiVersion.V1BETA1, "ns", "g", 1);
        return group.withSpec(group.spec().toBuilder()
                .parentCompositePodGroupName("all")
                .schedulingConstraints(RACK)
                .preemptionPolicy(PreemptionPolicy.NEVER)
                .build());
    }
}
