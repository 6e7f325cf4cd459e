package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After how long objects end the pods that they make. */
class DeadlinesTest {

    private static List<Long> seconds(String manifests) {
        Reading reading = ReadingText.readings(ReadingMode.UNIT, manifests).get(0);
        assertThat(reading.isWhole()).as("%s", reading.faults()).isTrue();
        return reading.groups().stream()
                .flatMap(group -> group.shapes().stream())
                .map(PodShape::activeDeadlineSeconds)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch/v1 | Job | {%s}",
                "batch/v1 | CronJob | {jobTemplate: {spec: {%s}}}",
                "jobset.x-k8s.io/v1alpha2 | JobSet | {replicatedJobs: [{name: a, template: {spec: {%s}}}]}",
                "kubeflow.org/v1 | PyTorchJob | {runPolicy: {%s}, pytorchReplicaSpecs: {Worker: {}}}",
                "kubeflow.org/v2beta1 | MPIJob | {runPolicy: {%s}, mpiReplicaSpecs: {Launcher: {}}}",
                "ray.io/v1 | RayJob | {submissionMode: HTTPMode, %s, rayClusterSpec: {headGroupSpec: {}}}"
            })
    void theObjectSaysItInItsOwnPlace(String apiVersion, String kind, String spec) {
        assertThat(seconds(ReadingText.object(apiVersion, kind, spec.formatted("activeDeadlineSeconds: 60"))))
                .containsExactly(60L);
    }

    @Test
    void whatPodsSayIsAnotherMatterAndZeroIsNone() {
        assertThat(seconds(ReadingText.object("batch/v1", "Job", "{template: {spec: {activeDeadlineSeconds: 60}}}")))
                .containsExactly((Long) null);
        assertThat(seconds(ReadingText.object("batch/v1", "Job", "{activeDeadlineSeconds: 0}")))
                .containsExactly((Long) null);
    }

    @Test
    void theLeastCounts() {
        String manifests = ReadingText.object(
                        "trainer.kubeflow.org/v1alpha1",
                        "TrainJob",
                        "{runtimeRef: {name: r}, activeDeadlineSeconds: 50}")
                + """

                ---
                apiVersion: trainer.kubeflow.org/v1alpha1
                kind: ClusterTrainingRuntime
                metadata: {name: r}
                spec:
                  template:
                    spec:
                      replicatedJobs:
                        - {name: a, template: {spec: {activeDeadlineSeconds: 40}}}
                        - {name: b, template: {spec: {activeDeadlineSeconds: 60}}}
                """;
        assertThat(seconds(manifests)).containsExactly(40L, 50L);
    }

    /** Kueue stops what a queue let in, and nothing else. */
    @Test
    void aQueueMayStopAnObject() {
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: j
                  labels: {%skueue.x-k8s.io/max-exec-time-seconds: "30"}
                spec: {activeDeadlineSeconds: 60}
                """;
        assertThat(seconds(job.formatted("kueue.x-k8s.io/queue-name: q, "))).containsExactly(30L);
        assertThat(seconds(job.formatted(""))).containsExactly(60L);
    }

    @Test
    void whatIsNoNumberIsWrong() {
        Reading reading = ReadingText.readings(
                        ReadingMode.UNIT, ReadingText.object("batch/v1", "Job", "{activeDeadlineSeconds: soon}"))
                .get(0);
        assertThat(reading.faults().get(0).path()).hasToString("spec.activeDeadlineSeconds");
    }
}
