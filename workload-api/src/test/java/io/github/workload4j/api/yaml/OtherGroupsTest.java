package io.github.workload4j.api.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds are called alike in many groups of APIs; only a group that is ours misspelt is a fault. */
class OtherGroupsTest {

    private static Document read(String apiVersion, String kind) {
        List<Document> documents = ManifestReader.strict().read("""
                apiVersion: %s
                kind: %s
                metadata: {name: a, namespace: ml}
                spec: {minMember: 3, queue: default}
                """.formatted(apiVersion, kind));
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scheduling.volcano.sh/v1beta1",
                "scheduling.x-k8s.io/v1alpha1",
                "scheduling.run.ai/v2alpha2",
                "scheduling.sigs.k8s.io/v1alpha1",
                "scheduling.incubator.k8s.io/v1alpha1",
                "scheduling.godel.kubewharf.io/v1alpha1",
                "kueue.x-k8s.io/v1beta1",
                "node.k8s.io/v1",
                "example.com/v1beta1"
            })
    void objectsOfOtherGroupsAreSkippedWhateverTheirKind(String apiVersion) {
        assertThat(read(apiVersion, "PodGroup")).isInstanceOf(Skipped.class);
        assertThat(read(apiVersion, "Workload")).isInstanceOf(Skipped.class);
        assertThat(read(apiVersion, "CompositePodGroup")).isInstanceOf(Skipped.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedulling.k8s.io/v1beta1",
                "schedulin.k8s.io/v1beta1",
                "shceduling.k8s.io/v1beta1",
                "scheduling.k8s.oi/v1beta1",
                "scheduling.k8.io/v1beta1",
                "Scheduling.k8s.io/v1beta1"
            })
    void aGroupThatIsOursMisspeltIsAFault(String apiVersion) {
        assertThat(read(apiVersion, "PodGroup"))
                .isInstanceOfSatisfying(
                        Undecodable.class,
                        undecodable -> assertThat(undecodable.faults())
                                .singleElement()
                                .satisfies(
                                        fault -> assertThat(fault.type()).isEqualTo(Fault.Type.UNKNOWN_VERSION),
                                        fault -> assertThat(fault.hint())
                                                .isEqualTo("did you mean `scheduling.k8s.io/v1beta1`?")));
    }
}
