package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is read of JobSet and LeaderWorkerSet, beyond the conformance cases. */
class JobSetAndLeaderWorkerSetTest {

    private static final ReadingMode UNIT = ReadingMode.UNIT;
    private static final ReadingMode DECLARED = ReadingMode.DECLARED;

    private static String jobSet(String spec) {
        return ReadingText.object("jobset.x-k8s.io/v1alpha2", "JobSet", spec);
    }

    private static final String TWO_PARTS =
            "replicatedJobs: [{name: a}, {name: b, replicas: 2, template: {spec: {parallelism: 3, completions: 3}}}]";

    private static String lws(String annotations, String spec) {
        return "{apiVersion: leaderworkerset.x-k8s.io/v1, kind: LeaderWorkerSet, metadata: {name: x, annotations: {"
                + annotations + "}}, spec: " + spec + "}";
    }

    @Test
    void partsOfAJobSetThatDependOnOthersComeLater() {
        String manifest = jobSet("{replicatedJobs: [{name: a}, {name: b, dependsOn: [{name: a, status: Ready}]}, {name:"
                + " c, dependsOn: [{name: b, status: Complete}]}]}");

        assertThat(ReadingText.groups(UNIT, manifest)).isEqualTo("a 1 of 1; b 1 of 1 phase 1; c 1 of 1 phase 2");
        assertThat(ReadingText.losses(UNIT, manifest))
                .containsExactly(
                        "spec.replicatedJobs[1].dependsOn APPROXIMATED",
                        "spec.replicatedJobs[2].dependsOn APPROXIMATED");
    }

    @Test
    void aJobSetDeclaresNoGangOfItself() {
        assertThat(ReadingText.groups(DECLARED, jobSet("{" + TWO_PARTS + "}"))).isEqualTo("a basic of 1; b basic of 6");
    }

    @Test
    void anExclusiveDomainIsADomainForEachJob() {
        String manifest = "{apiVersion: jobset.x-k8s.io/v1alpha2, kind: JobSet, metadata: {name: x, annotations:"
                + " {alpha.jobset.sigs.k8s.io/exclusive-topology: rack}}, spec: {" + TWO_PARTS + "}}";

        assertThat(ReadingText.groups(DECLARED, manifest)).isEqualTo("a basic of 1 in rack; b basic of 3 x2 in rack");
        assertThat(ReadingText.groups(UNIT, manifest))
                .isEqualTo("all 3 groups; all > a 1 of 1 in rack; all > b 3 of 3 x2 in rack");
    }

    @Test
    void aJobSetThatSaysSchedulingIsOneGang() {
        assertThat(ReadingText.groups(DECLARED, jobSet("{scheduling: {}, " + TWO_PARTS + "}")))
                .isEqualTo("all 7 of 7 (a 1, b 6)");
    }

    @Test
    void entriesOfAJobSetsSchedulingComeFirst() {
        assertThat(ReadingText.groups(
                        DECLARED,
                        jobSet("{scheduling: {replicatedJobs: [{targetReplicatedJobs: [b], job: {schedulingConstraints:"
                                + " {topology: [{key: rack}]}}}]}, " + TWO_PARTS + "}")))
                .isEqualTo("b 3 of 3 x2 in rack; a 1 of 1");
    }

    @Test
    void templatesOfSeveralClassesHaveNone() {
        String manifest = jobSet("{replicatedJobs: [{name: a, template: {spec: {template: {spec: {priorityClassName:"
                + " one}}}}}, {name: b, template: {spec: {template: {spec: {priorityClassName: two}}}}}]}");

        assertThat(ReadingText.groups(UNIT, manifest)).isEqualTo("all 2 of 2 (a 1, b 1)");
        assertThat(ReadingText.losses(UNIT, manifest))
                .containsExactly(
                        "spec.replicatedJobs[1].template.spec.template.spec.priorityClassName INVALID_IN_TARGET");
    }

    @Test
    void podSetsOfAQueuedJobSetAreGangs() {
        String manifest = "{apiVersion: jobset.x-k8s.io/v1alpha2, kind: JobSet, metadata: {name: x, labels:"
                + " {kueue.x-k8s.io/queue-name: q}}, spec: {" + TWO_PARTS + "}}";

        assertThat(ReadingText.groups(UNIT, manifest)).isEqualTo("a 1 of 1; b 6 of 6");
        assertThat(ReadingText.losses(UNIT, manifest))
                .containsExactly("metadata.labels[kueue.x-k8s.io/queue-name] DROPPED");
    }

    @Test
    void subgroupsOfAReplicaAreGroupsInAGroup() {
        String annotations = "leaderworkerset.sigs.k8s.io/subgroup-exclusive-topology: rack";

        assertThat(ReadingText.groups(
                        UNIT,
                        lws(
                                annotations,
                                "{replicas: 2, leaderWorkerTemplate: {size: 4, subGroupPolicy: {subGroupSize: 2}}}")))
                .isEqualTo("replica 2 groups x2; replica > subgroup-0 2 of 2 (leader 1, worker 1) in rack;"
                        + " replica > subgroup-1 2 of 2 in rack");
        assertThat(ReadingText.groups(
                        UNIT, lws(annotations, "{leaderWorkerTemplate: {size: 5, subGroupPolicy: {subGroupSize: 2}}}")))
                .isEqualTo("replica 2 groups; replica > subgroup-0 3 of 3 (leader 1, worker 2) in rack;"
                        + " replica > subgroup-1 2 of 2 in rack");
        assertThat(ReadingText.groups(
                        UNIT,
                        lws(
                                annotations,
                                "{leaderWorkerTemplate: {size: 5, subGroupPolicy: {subGroupSize: 2,"
                                        + " subGroupPolicyType: LeaderExcluded}}}")))
                .isEqualTo("replica 3 groups; replica > leader 1 of 1; replica > subgroup-0 2 of 2 in rack;"
                        + " replica > subgroup-1 2 of 2 in rack");
    }

    @Test
    void anExclusiveReplicaIsInOneDomain() {
        String manifest =
                lws("leaderworkerset.sigs.k8s.io/exclusive-topology: rack", "{leaderWorkerTemplate: {size: 2}}");

        assertThat(ReadingText.groups(UNIT, manifest)).isEqualTo("replica 2 of 2 (leader 1, worker 1) in rack");
        assertThat(ReadingText.losses(UNIT, manifest))
                .containsExactly("metadata.annotations[leaderworkerset.sigs.k8s.io/exclusive-topology] APPROXIMATED");
    }

    @Test
    void theLevelOfALeaderWorkerSetsSchedulingDecides() {
        String template = "leaderWorkerTemplate: {size: 3}, replicas: 2";

        assertThat(ReadingText.groups(DECLARED, lws("", "{scheduling: {}, " + template + "}")))
                .isEqualTo("replica 3 of 3 (leader 1, worker 2) x2");
        assertThat(ReadingText.groups(
                        DECLARED, lws("", "{scheduling: {schedulingPolicy: {gang: {}}}, " + template + "}")))
                .isEqualTo("lws 6 of 6 (leader 2, worker 4)");
        assertThat(ReadingText.groups(
                        DECLARED,
                        lws("", "{scheduling: {replica: {worker: {schedulingPolicy: {gang: {}}}}}, " + template + "}")))
                .isEqualTo("leader basic of 1 x2; worker 2 of 2 x2");
    }
}
