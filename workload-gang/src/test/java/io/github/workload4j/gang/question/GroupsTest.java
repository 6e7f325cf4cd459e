package io.github.workload4j.gang.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.FeatureGates;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static GroupRef composite(int number) {
        return GroupRef.compositePodGroup("ml", "c" + number);
    }

    /** Groups of groups, each inside the one that its entry names, or -1. */
    private static Groups composites(int... parents) {
        String text = "{apiVersion: scheduling.k8s.io/v1alpha3, kind: CompositePodGroup, "
                + "metadata: {name: c, namespace: ml}, spec: {schedulingPolicy: {gang: {minGroupCount: 1}}, "
                + "workloadRef: {workloadName: w, templateName: t}}}";
        CompositePodGroup one = (CompositePodGroup)
                ((Decoded) ManifestReader.strict().read(text).get(0)).object();
        List<SchedulingObject> objects = new ArrayList<>();
        for (int i = 0; i < parents.length; i++) {
            String parent = parents[i] < 0 ? null : "c" + parents[i];
            objects.add(one.withMetadata(ObjectMeta.of("ml", "c" + i))
                    .withSpec(one.spec().toBuilder()
                            .parentCompositePodGroupName(parent)
                            .build()));
        }
        return Groups.of(objects);
    }

    @Test
    void theRootIsTheTopmostGroupThatExists() {
        Groups groups = composites(-1, 0, 1, 1, 9);
        assertThat(groups.rootOf(composite(3))).isEqualTo(composite(0));
        assertThat(groups.rootOf(composite(0))).isEqualTo(composite(0));
        assertThat(groups.rootOf(composite(4))).isEqualTo(composite(4));
        assertThat(groups.rootOf(GroupRef.podGroup("ml", "nowhere"))).isEqualTo(GroupRef.podGroup("ml", "nowhere"));
    }

    @Test
    void theRootOfACycleIsItsFirstGroupAlsoForGroupsThatHangOnIt() {
        Groups groups = composites(3, 2, 1, 2);
        assertThat(groups.rootOf(composite(1))).isEqualTo(composite(1));
        assertThat(groups.rootOf(composite(2))).isEqualTo(composite(1));
        assertThat(groups.rootOf(composite(3))).isEqualTo(composite(1));
        assertThat(groups.rootOf(composite(0))).isEqualTo(composite(1));
    }

    @Test
    void aChainOfAHundredThousandGroupsIsFollowedWithoutRecursion() {
        int[] parents = new int[100_000];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i - 1;
        }
        Groups groups = composites(parents);
        assertThat(groups.rootOf(composite(parents.length - 1))).isEqualTo(composite(0));
        assertThat(groups.leavesOf(composite(0))).isEmpty();
    }

    @Test
    void withoutTheGateOfCompositesGroupsOfPodsStandAlone() {
        String manifests = """
                apiVersion: scheduling.k8s.io/v1alpha3
                kind: CompositePodGroup
                metadata: {name: all, namespace: ns}
                spec: {schedulingPolicy: {basic: {}}}
                ---
                apiVersion: scheduling.k8s.io/v1alpha3
                kind: PodGroup
                metadata: {name: g, namespace: ns}
                spec: {parentCompositePodGroupName: all, schedulingPolicy: {basic: {}}}
                """;
        List<SchedulingObject> objects = new ArrayList<>();
        ManifestReader.lenient()
                .read(manifests)
                .forEach(document -> objects.add((SchedulingObject) ((Decoded) document).object()));
        Groups groups = Groups.of(objects);
        ClusterSnapshot snapshot = ClusterSnapshot.of(List.of(), List.of());
        ClusterSetup off = ClusterSetup.of(KubernetesRelease.V1_37)
                .withFeatureGates(FeatureGates.of(FeatureGate.GENERIC_WORKLOAD));
        GroupRef all = GroupRef.compositePodGroup("ns", "all");
        GroupRef alone = GroupRef.podGroup("ns", "g");

        assertThat(groups.roots(snapshot)).containsExactly(all);
        assertThat(groups.roots(snapshot.withSetup(off))).containsExactly(alone);
        assertThat(groups.in(off).rootOf(alone)).isEqualTo(alone);
        assertThat(groups.in(off).contains(all)).isFalse();
        assertThat(groups.in(ClusterSetup.OPEN)).isSameAs(groups);
        ClusterSetup open = ClusterSetup.OPEN.withFeatureGates(FeatureGates.of(FeatureGate.GENERIC_WORKLOAD));
        assertThat(groups.in(open).in(off).rootOf(alone)).isEqualTo(alone);
    }
}
