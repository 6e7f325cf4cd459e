package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.intent.IntentReader;
import org.junit.jupiter.api.Test;

/** What is read of kinds of other projects, beyond the conformance cases. */
class OtherKindsTest {

    private static final ReadingMode UNIT = ReadingMode.UNIT;
    private static final ReadingMode DECLARED = ReadingMode.DECLARED;

    private static String object(String apiVersion, String kind, String spec) {
        return "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: x, namespace: ml}, spec: " + spec
                + "}";
    }

    private static String jobSet(String spec) {
        return object("jobset.x-k8s.io/v1alpha2", "JobSet", spec);
    }

    private static final String TWO_PARTS =
            "replicatedJobs: [{name: a}, {name: b, replicas: 2, template: {spec: {parallelism: 3, completions: 3}}}]";

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

    private static String lws(String annotations, String spec) {
        return "{apiVersion: leaderworkerset.x-k8s.io/v1, kind: LeaderWorkerSet, metadata: {name: x, annotations: {"
                + annotations + "}}, spec: " + spec + "}";
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

    @Test
    void aTrainJobNeedsItsRuntime() {
        assertThat(ReadingText.groups(
                        UNIT, object("trainer.kubeflow.org/v1alpha1", "TrainJob", "{runtimeRef: {name: torch}}")))
                .isEqualTo("error spec.runtimeRef NEEDS_CONTEXT");
    }

    @Test
    void partsOfATrainJobThatComeLaterAreNoGangWithTheFirst() {
        String manifests = object("trainer.kubeflow.org/v1alpha1", "TrainJob", "{runtimeRef: {name: r}}") + """

                ---
                apiVersion: trainer.kubeflow.org/v1alpha1
                kind: ClusterTrainingRuntime
                metadata: {name: r}
                spec:
                  mlPolicy: {numNodes: 2}
                  podGroupPolicy: {coscheduling: {}}
                  template:
                    spec:
                      replicatedJobs:
                        - name: data
                        - name: node
                          dependsOn: [{name: data, status: Complete}]
                          template:
                            metadata: {labels: {trainer.kubeflow.org/trainjob-ancestor-step: trainer}}
                """;

        assertThat(ReadingText.groups(UNIT, manifests)).isEqualTo("data 1 of 1; node 2 of 2 phase 1");
        assertThat(ReadingText.lint(UNIT, manifests)).containsExactly("IntegrationDeadlock");
        assertThat(ReadingText.losses(UNIT, manifests))
                .containsExactly(
                        "ClusterTrainingRuntime r: spec.template.spec.replicatedJobs[1].dependsOn APPROXIMATED");
    }

    @Test
    void theLauncherOfAnMpiTrainJobMayBeANode() {
        String manifests =
                object("trainer.kubeflow.org/v1alpha1", "TrainJob", "{runtimeRef: {name: r}, trainer: {numNodes: 4}}")
                        + """

                ---
                apiVersion: trainer.kubeflow.org/v1alpha1
                kind: ClusterTrainingRuntime
                metadata: {name: r}
                spec:
                  mlPolicy: {mpi: {runLauncherAsNode: true}}
                  template:
                    spec:
                      replicatedJobs:
                        - name: launcher
                          template:
                            metadata: {labels: {trainer.kubeflow.org/trainjob-ancestor-step: trainer}}
                        - name: node
                """;

        assertThat(ReadingText.groups(UNIT, manifests)).isEqualTo("launcher basic of 1; node basic of 3");
    }

    @Test
    void kindsOfTheTrainingOperatorDeclareNoGang() {
        String manifest = object(
                "kubeflow.org/v1",
                "TFJob",
                "{tfReplicaSpecs: {ps: {}, WORKER: {replicas: 2}}, elasticPolicy: {maxReplicas: 4}}");

        assertThat(ReadingText.groups(DECLARED, manifest)).isEqualTo("ps basic of 1; worker basic of 2");
        assertThat(ReadingText.groups(UNIT, manifest)).isEqualTo("all 3 of 3 (ps 1, worker 2)");
        assertThat(ReadingText.losses(UNIT, manifest)).containsExactly("spec.elasticPolicy DROPPED");
    }

    @Test
    void aMinimumOfAnMpiJobCountsTheLauncher() {
        assertThat(ReadingText.groups(
                        UNIT,
                        object(
                                "kubeflow.org/v2beta1",
                                "MPIJob",
                                "{launcherCreationPolicy: WaitForWorkersReady, runPolicy: {schedulingPolicy:"
                                        + " {minAvailable: 3}}, mpiReplicaSpecs: {Launcher: {}, Worker: {replicas:"
                                        + " 4}}}")))
                .isEqualTo("worker 2 of 4; launcher 1 of 1 phase 1");
    }

    @Test
    void aClusterThatScalesItselfNeedsItsSmallestSize() {
        String manifest = object(
                "ray.io/v1",
                "RayCluster",
                "{enableInTreeAutoscaling: true, headGroupSpec: {}, workerGroupSpecs: [{groupName: w, replicas: 3,"
                        + " minReplicas: 1, maxReplicas: 5, numOfHosts: 2}, {groupName: idle, suspend: true,"
                        + " minReplicas: 1}]}");

        assertThat(ReadingText.groups(UNIT, manifest)).isEqualTo("cluster 3 of 7 (head 1, w 6)");
        assertThat(ReadingText.groups(DECLARED, manifest)).isEqualTo("head basic of 1; w basic of 6");
        assertThat(ReadingText.losses(UNIT, manifest)).containsExactly("spec.workerGroupSpecs[0].maxReplicas DROPPED");
        assertThat(ReadingText.readings(UNIT, manifest)
                        .get(0)
                        .groups()
                        .get(0)
                        .shapes()
                        .get(0)
                        .requests())
                .hasToString("{cpu=500m, memory=512Mi}");
    }

    @Test
    void aRayJobInAClusterOfItsOwnNameNeedsThatCluster() {
        assertThat(ReadingText.groups(UNIT, object("ray.io/v1", "RayJob", "{clusterSelector: {ray.io/cluster: c}}")))
                .isEqualTo("error spec.clusterSelector NEEDS_CONTEXT");
    }

    @Test
    void executorsComeAfterTheirDriver() {
        String manifest = object(
                "sparkoperator.k8s.io/v1beta2",
                "SparkApplication",
                "{type: Python, mode: cluster, driver: {cores: 2, memory: 1g}, executor: {instances: 3, memory: 4g,"
                        + " coreRequest: 500m}, batchSchedulerOptions: {queue: q}}");

        Reading reading = ReadingText.readings(UNIT, manifest).get(0);

        assertThat(ReadingText.groups(reading)).isEqualTo("driver basic of 1; executor basic of 3 phase 1");
        assertThat(reading.groups().get(0).requests()).hasToString("{cpu=2, memory=1433Mi}");
        assertThat(reading.groups().get(1).shapes().get(0).requests()).hasToString("{cpu=500m, memory=5734Mi}");
        assertThat(ReadingText.losses(UNIT, manifest)).containsExactly("spec.batchSchedulerOptions.queue DROPPED");
    }

    private static String volcano(String spec) {
        return object("batch.volcano.sh/v1alpha1", "Job", spec);
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
                        volcano(
                                "{tasks: [{name: a, replicas: 6, partitionPolicy: {totalPartitions: 3, partitionSize: 2,"
                                        + " minPartitions: 2}}, {name: b, replicas: 1}]}")))
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
        assertThat(ReadingText.groups(DECLARED, object("scheduling.x-k8s.io/v1alpha1", "PodGroup", "{minMember: 2}")))
                .isEqualTo("error members NEEDS_CONTEXT");
    }

    @Test
    void anOwnerWhosePodsNameAnotherGroupIsReadAsThatGroup() {
        String manifests = object(
                        "apps/v1",
                        "Deployment",
                        "{replicas: 3, template: {metadata: {labels: {scheduling.x-k8s.io/pod-group: g}}}}")
                + "\n---\n{apiVersion: scheduling.x-k8s.io/v1alpha1, kind: PodGroup, metadata: {name: g, namespace: ml},"
                + " spec: {minMember: 2, minResources: {cpu: 1}}}";

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
        String manifest = object(
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
        String set = object(
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
    void aSetOfMillionsOfReplicasIsAFault() {
        assertThat(ReadingText.groups(
                        DECLARED,
                        object(
                                "grove.io/v1alpha1",
                                "PodCliqueSet",
                                "{replicas: 2000000000, template: {cliques: [{name: a, spec: {podSpec: {}}}]}}")))
                .contains("more than 10000 groups");
    }

    @Test
    void theTopologyThatKaiReadsOfAnOwnerIsThatOfTheUnit() {
        String manifest = "{apiVersion: ray.io/v1, kind: RayCluster, metadata: {name: x, annotations:"
                + " {kai.scheduler/topology-required-placement: rack}}, spec: {headGroupSpec: {}}}";

        assertThat(ReadingText.groups(UNIT, manifest)).isEqualTo("cluster 1 of 1 in rack");
        assertThat(ReadingText.groups(DECLARED, manifest)).isEqualTo("head basic of 1");
    }

    @Test
    void aMinimumThatAllPodsTogetherDoNotReachNeverStarts() {
        IntentReader reader = new IntentReader();
        ManifestReader.lenient().read("""
                apiVersion: batch.volcano.sh/v1alpha1
                kind: Job
                metadata: {name: v}
                spec:
                  minAvailable: 9
                  tasks: [{name: a, replicas: 4, template: {spec: {containers: [{name: c}]}}}]
                """).forEach(reader::add);
        assertThat(reader.readings(ReadingMode.UNIT).get(0).lint())
                .extracting(
                        ReadingLint::code,
                        ReadingLint::group,
                        lint -> lint.path().toString())
                .containsExactly(tuple(ReadingLint.Code.NEVER_STARTS, "all", "spec.minAvailable"));
    }

    @Test
    void aVersionThatIsNotReadIsToldFromAKindThatIsNot() {
        assertThat(IntentReader.otherVersions("ray.io/v1alpha1", "RayCluster")).containsExactly("ray.io/v1");
        assertThat(IntentReader.otherVersions("kubeflow.org/v1alpha2", "MPIJob"))
                .containsExactly("kubeflow.org/v1", "kubeflow.org/v2beta1");
        assertThat(IntentReader.otherVersions("ray.io/v1", "RayCluster")).isEmpty();
        assertThat(IntentReader.otherVersions("example.com/v1", "Job")).isEmpty();
        assertThat(IntentReader.otherVersions("v1", "Pod")).isEmpty();
    }
}
