package io.github.workload4j.intent.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.workload4j.api.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodIndexTest {

    private static final String RAY_JOB = """
            apiVersion: ray.io/v1
            kind: RayJob
            metadata: {name: tune, namespace: ml}
            spec:
              rayClusterSpec:
                headGroupSpec: {template: {spec: {containers: [{name: c}]}}}
                workerGroupSpecs: [{groupName: gpu, replicas: 2, maxReplicas: 2, template: {spec: {containers: \
            [{name: c}]}}}]
            """;

    private static Derivation derived(String... manifests) {
        return Derivation.of(ManifestReader.lenient().read(String.join("\n---\n", manifests)));
    }

    private static String pod(String name, String labels) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: ml, labels: {" + labels
                + "}}, spec: {containers: [{name: c}]}}";
    }

    private static void hasTwoOfThree(Derivation derivation) {
        assertThat(derivation.derived())
                .filteredOn(group -> group.group().name().equals("cluster"))
                .extracting(DerivedGroup::members, DerivedGroup::pods)
                .containsExactly(tuple(2, List.of("tune-gpu-0")));
    }

    @Test
    void podsOfARayJobAreFoundByTheClusterThatItsStatusNames() {
        hasTwoOfThree(derived(
                RAY_JOB + "status: {rayClusterName: tune-x7}\n",
                pod("a", "ray.io/cluster: tune-x7, ray.io/group: headgroup"),
                pod("b", "ray.io/cluster: tune-x7, ray.io/group: gpu"),
                pod("c", "ray.io/cluster: other, ray.io/group: gpu")));
    }

    @Test
    void podsOfARayJobAreFoundByTheClusterThatItOwns() {
        hasTwoOfThree(derived(
                RAY_JOB,
                "{apiVersion: ray.io/v1, kind: RayCluster, metadata: {name: tune-x7, namespace: ml, ownerReferences:"
                        + " [{apiVersion: ray.io/v1, kind: RayJob, name: tune, uid: u, controller: true}]}, spec: {}}",
                pod("a", "ray.io/cluster: tune-x7, ray.io/group: headgroup"),
                pod("b", "ray.io/cluster: tune-x7, ray.io/group: gpu")));
    }

    @Test
    void podsOfAPodCliqueSetAreFoundByTheirClique() {
        Derivation derivation = derived("""
                apiVersion: grove.io/v1alpha1
                kind: PodCliqueSet
                metadata: {name: chat, namespace: ml}
                spec:
                  replicas: 2
                  template:
                    cliques: [{name: w, spec: {replicas: 2, podSpec: {containers: [{name: c}]}}}]
                """, pod("a", "grove.io/podclique: chat-1-w"));
        assertThat(derivation.derived())
                .filteredOn(group -> !group.group().isComposite())
                .extracting(DerivedGroup::name, DerivedGroup::members)
                .containsExactly(tuple("chat-0-w", 0), tuple("chat-1-w", 1));
    }

    @Test
    void podsThatHaveFinishedAreNoMembers() {
        String over = pod("a", "ray.io/cluster: tune-x7, ray.io/group: gpu")
                .replace("spec:", "status: {phase: Succeeded}, spec:");
        assertThat(derived(RAY_JOB + "status: {rayClusterName: tune-x7}\n", over)
                        .derived())
                .filteredOn(group -> group.group().name().equals("cluster"))
                .extracting(DerivedGroup::members)
                .containsExactly(0);
    }
}
