package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is read of Kubeflow's kinds, beyond the conformance cases. */
class KubeflowKindsTest {

    private static final ReadingMode UNIT = ReadingMode.UNIT;
    private static final ReadingMode DECLARED = ReadingMode.DECLARED;

    @Test
    void aTrainJobNeedsItsRuntime() {
        assertThat(ReadingText.groups(
                        UNIT,
                        ReadingText.object("trainer.kubeflow.org/v1alpha1", "TrainJob", "{runtimeRef: {name: torch}}")))
                .isEqualTo("error spec.runtimeRef NEEDS_CONTEXT");
    }

    @Test
    void partsOfATrainJobThatComeLaterAreNoGangWithTheFirst() {
        String manifests =
                ReadingText.object("trainer.kubeflow.org/v1alpha1", "TrainJob", "{runtimeRef: {name: r}}") + """

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
        String manifests = ReadingText.object(
                        "trainer.kubeflow.org/v1alpha1", "TrainJob", "{runtimeRef: {name: r}, trainer: {numNodes: 4}}")
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
        String manifest = ReadingText.object(
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
                        ReadingText.object(
                                "kubeflow.org/v2beta1",
                                "MPIJob",
                                "{launcherCreationPolicy: WaitForWorkersReady, runPolicy: {schedulingPolicy:"
                                        + " {minAvailable: 3}}, mpiReplicaSpecs: {Launcher: {}, Worker: {replicas:"
                                        + " 4}}}")))
                .isEqualTo("worker 2 of 4; launcher 1 of 1 phase 1");
    }
}
