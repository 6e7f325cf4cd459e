package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is read of Ray and Spark, beyond the conformance cases. */
class DataKindsTest {

    private static final ReadingMode UNIT = ReadingMode.UNIT;
    private static final ReadingMode DECLARED = ReadingMode.DECLARED;

    @Test
    void aClusterThatScalesItselfNeedsItsSmallestSize() {
        String manifest = ReadingText.object(
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
        assertThat(ReadingText.groups(
                        UNIT, ReadingText.object("ray.io/v1", "RayJob", "{clusterSelector: {ray.io/cluster: c}}")))
                .isEqualTo("error spec.clusterSelector NEEDS_CONTEXT");
    }

    @Test
    void executorsComeAfterTheirDriver() {
        String manifest = ReadingText.object(
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
}
