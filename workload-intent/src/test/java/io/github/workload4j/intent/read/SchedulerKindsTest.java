package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is read of the kinds of other schedulers, beyond the conformance cases. */
class SchedulerKindsTest {

    private static final ReadingMode UNIT = ReadingMode.UNIT;
    private static final ReadingMode DECLARED = ReadingMode.DECLARED;

    private static String volcano(String spec) {
        return ReadingText.object("batch.volcano.sh/v1alpha1", "Job", spec);
    }

    @Test
    void volcanoLooksAtTheMinimaOfTasksOnlyIfTheJobNeedsAsMany() {
        String tasks = "tasks: [{name: a, replicas: 2}, {replicas: 4, minAvailable: 1}, {name: c, replicas: 1,"
                + " minAvailable: 0}]}";

        assertThat(ReadingText.groups(DECLARED, volcano("{minAvailable: 2, " + tasks)))
                .isEqualTo("all 2 of 7 (a 2, default1 4, c 1)");
        assertThat(ReadingText.groups(DECLARED, volcano("{" + tasks)))
                .isEqualTo("all 2 groups; all > a 2 of 2; all > default1 1 of 4; c basic of 1");
        assertThat(ReadingText.losses(DECLARED, volcano("{minAvailable: 5, " + tasks)))
                .containsExactly("spec.minAvailable APPROXIMATED");
    }

    @Test
    void partitionsOfATaskAreGroupsInAGroup() {
        assertThat(ReadingText.groups(
                        DECLARED,
                        volcano("{tasks: [{name: a, replicas: 6, partitionPolicy: {totalPartitions: 3, partitionSize:"
                                + " 2, minPartitions: 2}}, {name: b, replicas: 1}]}")))
                .isEqualTo("all 2 groups; all > a 2 groups; a > a-partition 2 of 2 x3; all > b 1 of 1");
        assertThat(ReadingText.groups(
                        DECLARED,
                        volcano("{tasks: [{name: a, replicas: 6, partitionPolicy: {totalPartitions: 3, partitionSize:"
                                + " 2}}]}")))
                .isEqualTo("a 3 groups; a > a-partition 2 of 2 x3");
    }

    @Test
    void tasksThatDependOnOthersComeLater() {
        String manifest = volcano("{tasks: [{name: b, replicas: 2, dependsOn: {name: [a]}}, {name: a, replicas: 1}]}");

        assertThat(ReadingText.groups(DECLARED, manifest)).isEqualTo("b 2 of 2 phase 1; a 1 of 1");
        assertThat(ReadingText.lint(DECLARED, manifest)).containsExactly("IntegrationDeadlock");
    }

    @Test
    void tasksThatWaitForEachOtherAreAFault() {
        assertThat(ReadingText.readings(
                                DECLARED,
                                volcano("{tasks: [{name: a, dependsOn: {name: [b]}}, {name: b, dependsOn: {name:"
                                        + " [a]}}]}"))
                        .get(0)
                        .isWhole())
                .isFalse();
    }

    @Test
    void aTierIsNoNodeLabel() {
        assertThat(ReadingText.losses(
                        DECLARED,
                        volcano("{networkTopology: {mode: hard, highestTierAllowed: 1}, tasks: [{replicas: 1}]}")))
                .containsExactly("spec.networkTopology NEEDS_CONTEXT");
        assertThat(ReadingText.losses(
                        DECLARED,
                        volcano("{networkTopology: {mode: soft, highestTierAllowed: 1}, tasks: [{replicas: 1}]}")))
                .containsExactly("spec.networkTopology DROPPED");
    }

    @Test
    void aGroupThatNobodyNamesHasNoShape() {
        assertThat(ReadingText.groups(
                        DECLARED, ReadingText.object("scheduling.x-k8s.io/v1alpha1", "PodGroup", "{minMember: 2}")))
                .isEqualTo("error members NEEDS_CONTEXT");
    }

    @Test
    void anOwnerWhosePodsNameAnotherGroupIsReadAsThatGroup() {
        String manifests = ReadingText.object(
                        "apps/v1",
                        "Deployment",
                        "{replicas: 3, template: {metadata: {labels: {scheduling.x-k8s.io/pod-group: g}}}}")
                + "\n---\n{apiVersion: scheduling.x-k8s.io/v1alpha1, kind: PodGroup, metadata: {name: g, namespace:"
                + " ml}, spec: {minMember: 2, minResources: {cpu: 1}}}";

        assertThat(ReadingText.groups(DECLARED, manifests)).isEqualTo("g 2 of 3");
        assertThat(ReadingText.losses(DECLARED, manifests)).containsExactly("PodGroup g: spec.minResources DROPPED");
    }

    @Test
    void subgroupsInSubgroupsAreGroupsInGroups() {
        String manifests = """
            apiVersion: scheduling.run.ai/v2alpha2
            kind: PodGroup
            metadata: {name: g}
            spec:
              subGroups:
                - {name: top}
                - {name: leaf, parent: top, minMember: 1}
                - {name: missing, minMember: 1}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p, annotations: {pod-group-name: g}, labels: {kai.scheduler/subgroup-name: leaf}}
            """;

        assertThat(ReadingText.groups(DECLARED, manifests))
                .isEqualTo("g 2 groups; g > top 1 groups; top > leaf 1 of 1; g > missing 1 of 0");
        assertThat(ReadingText.lint(DECLARED, manifests)).containsExactly("NeverStarts missing");
    }

    @Test
    void subgroupsInACircleAreAFault() {
        assertThat(ReadingText.groups(DECLARED, """
            apiVersion: scheduling.run.ai/v2alpha2
            kind: PodGroup
            metadata: {name: g}
            spec:
              subGroups: [{name: a, parent: b}, {name: b, parent: a}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p, annotations: {pod-group-name: g}}
            """)).contains("circle");
    }

    @Test
    void fastAdmissionLetsTheFirstPodStandForAll() {
        String pod = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: p
              labels: {kueue.x-k8s.io/pod-group-name: g}
              annotations: {kueue.x-k8s.io/pod-group-total-count: "4", %s}
            """;

        assertThat(ReadingText.groups(DECLARED, pod.formatted("kueue.x-k8s.io/pod-group-fast-admission: 'true'")))
                .isEqualTo("g 4 of 4");
        assertThat(ReadingText.groups(DECLARED, pod.formatted("a: b"))).isEqualTo("g 4 of 1");
    }

    @Test
    void scalingGroupsBeyondTheirMinimumAreGangsOfTheirOwn() {
        String clique = "{name: %s, spec: {replicas: 2, podSpec: {}}}";
        String manifest = ReadingText.object(
                "grove.io/v1alpha1",
                "PodCliqueSet",
                "{replicas: 1, template: {cliques: [" + clique.formatted("a") + ", " + clique.formatted("b") + "],"
                        + " podCliqueScalingGroups: [{name: s, cliqueNames: [b], replicas: 3, minAvailable: 2}]}}");

        assertThat(ReadingText.groups(DECLARED, manifest))
                .isEqualTo("x-0 3 groups; x-0 > x-0-a 2 of 2; x-0 > x-0-s-0-b 2 of 2; x-0 > x-0-s-1-b 2 of 2;"
                        + " x-0-s-0 1 groups; x-0-s-0 > x-0-s-2-b 2 of 2");
    }

    @Test
    void aDomainWordOfGroveNeedsItsBinding() {
        String set = ReadingText.object(
                "grove.io/v1alpha1",
                "PodCliqueSet",
                "{replicas: 1, template: {topologyConstraint: {topologyName: t, pack: {required: rack}}, cliques:"
                        + " [{name: a, spec: {podSpec: {}}}]}}");
        String binding = "\n---\n{apiVersion: grove.io/v1alpha1, kind: ClusterTopologyBinding, metadata: {name: t},"
                + " spec: {levels: [{domain: rack, key: example.com/rack}]}}";

        assertThat(ReadingText.groups(DECLARED, set + binding))
                .isEqualTo("x-0 1 groups in example.com/rack; x-0 > x-0-a 1 of 1");
        assertThat(ReadingText.losses(DECLARED, set))
                .containsExactly("spec.template.topologyConstraint.pack.required NEEDS_CONTEXT");
    }

    @Test
    void theTopologyThatKaiReadsOfAnOwnerIsThatOfTheUnit() {
        String manifest = "{apiVersion: ray.io/v1, kind: RayCluster, metadata: {name: x, annotations:"
                + " {kai.scheduler/topology-required-placement: rack}}, spec: {headGroupSpec: {}}}";

        assertThat(ReadingText.groups(UNIT, manifest)).isEqualTo("cluster 1 of 1 in rack");
        assertThat(ReadingText.groups(DECLARED, manifest)).isEqualTo("head basic of 1");
    }
}
