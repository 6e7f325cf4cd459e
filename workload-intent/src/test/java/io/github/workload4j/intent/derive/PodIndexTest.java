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

    private static final String LEADERS = """
            apiVersion: leaderworkerset.x-k8s.io/v1
            kind: LeaderWorkerSet
            metadata: {name: serve, namespace: ml%s}
            spec:
              replicas: 2
              leaderWorkerTemplate: {size: 4%s}
            """;

    private static String ofLeader(String name, int group, int worker, String more) {
        String labels = "leaderworkerset.sigs.k8s.io/";
        return pod(
                name,
                labels + "name: serve, " + labels + "group-index: '" + group + "', " + labels + "worker-index: '"
                        + worker + "'" + more);
    }

    @Test
    void podsOfALeaderWorkerSetAreInTheReplicaAndTheRoleThatTheySay() {
        Derivation derivation = derived(
                LEADERS.formatted("", ""),
                ofLeader("serve-1-3", 1, 3, ""),
                ofLeader("serve-1", 1, 0, ""),
                ofLeader("serve-0-2", 0, 2, ""),
                ofLeader("serve-7-1", 7, 1, ""));

        assertThat(derivation.derived())
                .extracting(DerivedGroup::name, DerivedGroup::members, DerivedGroup::pods)
                .containsExactly(
                        tuple("serve-0", 1, List.of("serve-0-leader-0", "serve-0-worker-0", "serve-0-worker-1")),
                        tuple("serve-1", 2, List.of("serve-1-worker-0", "serve-1-worker-1")));
        assertThat(derivation.pods())
                .filteredOn(pod -> pod.metadata().name().startsWith("serve-1"))
                .extracting(pod -> pod.spec().schedulingGroup().podGroupName())
                .containsOnly("serve-1");
    }

    @Test
    void podsOfSubgroupsAreInTheOneThatTheySay() {
        String subgroup = ", leaderworkerset.sigs.k8s.io/subgroup-index: '1'";
        Derivation derivation = derived(
                LEADERS.formatted(
                        ", annotations: {leaderworkerset.sigs.k8s.io/subgroup-exclusive-topology: rack}",
                        ", subGroupPolicy: {subGroupSize: 2}"),
                ofLeader("serve-1-3", 1, 3, subgroup));

        assertThat(derivation.derived())
                .filteredOn(group -> group.members() > 0)
                .extracting(DerivedGroup::name)
                .containsExactly("serve-subgroup-1-1");
    }

    @Test
    void podsOfAnExclusiveJobAreInTheirJob() {
        Derivation derivation = derived(
                """
                apiVersion: jobset.x-k8s.io/v1alpha2
                kind: JobSet
                metadata:
                  name: sim
                  namespace: ml
                  annotations: {alpha.jobset.sigs.k8s.io/exclusive-topology: rack}
                spec: {replicatedJobs: [{name: w, replicas: 2, template: {spec: {parallelism: 2, completions: 2}}}]}
                """,
                pod(
                        "a",
                        "jobset.sigs.k8s.io/jobset-name: sim, jobset.sigs.k8s.io/replicatedjob-name: w,"
                                + " jobset.sigs.k8s.io/job-index: '1', batch.kubernetes.io/job-completion-index: '0'"));

        assertThat(derivation.derived())
                .filteredOn(group -> group.members() > 0)
                .extracting(DerivedGroup::name, DerivedGroup::pods)
                .containsExactly(tuple("sim-w-1", List.of("sim-1-w-1")));
    }

    @Test
    void thePodsThatAreMadeUpHaveTheNumbersThatAreMissing() {
        Derivation derivation = derived(
                "{apiVersion: batch/v1, kind: Job, metadata: {name: j, namespace: ml}, spec: {parallelism: 4}}",
                pod("j-0-abcde", "batch.kubernetes.io/job-name: j, batch.kubernetes.io/job-completion-index: '0'"),
                pod("j-2-fghij", "batch.kubernetes.io/job-name: j, batch.kubernetes.io/job-completion-index: '2'"));

        assertThat(derivation.derived()).extracting(DerivedGroup::pods).containsExactly(List.of("j-1", "j-3"));
    }

    @Test
    void aPodOfAJobOfAPartHasTheNumberOfItsJob() {
        Derivation derivation = derived(
                """
                apiVersion: jobset.x-k8s.io/v1alpha2
                kind: JobSet
                metadata: {name: sim, namespace: ml}
                spec: {replicatedJobs: [{name: w, replicas: 3}]}
                """,
                pod(
                        "a",
                        "jobset.sigs.k8s.io/jobset-name: sim, jobset.sigs.k8s.io/replicatedjob-name: w,"
                                + " jobset.sigs.k8s.io/job-index: '1', batch.kubernetes.io/job-completion-index: '0'"));

        assertThat(derivation.derived()).extracting(DerivedGroup::pods).containsExactly(List.of("sim-w-0", "sim-w-2"));
    }
}
