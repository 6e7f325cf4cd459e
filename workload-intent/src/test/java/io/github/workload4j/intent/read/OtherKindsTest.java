package io.github.workload4j.intent.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.intent.IntentReader;
import org.junit.jupiter.api.Test;

/** What is read of kinds of other projects in general, beyond the conformance cases. */
class OtherKindsTest {

    private static final ReadingMode DECLARED = ReadingMode.DECLARED;

    @Test
    void aSetOfMillionsOfReplicasIsAFault() {
        assertThat(ReadingText.groups(
                        DECLARED,
                        ReadingText.object(
                                "grove.io/v1alpha1",
                                "PodCliqueSet",
                                "{replicas: 2000000000, template: {cliques: [{name: a, spec: {podSpec: {}}}]}}")))
                .contains("more than 10000 groups");
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
