package io.github.workload4j.intent.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.intent.IntentReader;
import io.github.workload4j.intent.read.ReadingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DerivationTest {

    private static final String JOB = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: train, namespace: ml}
            spec:
              parallelism: 3
              scheduling: {schedulingPolicy: {gang: {}}}
              template:
                metadata: {labels: {app: train}}
                spec: {priorityClassName: high}
            """;

    private static Derivation derived(String... manifests) {
        return Derivation.of(ManifestReader.lenient().read(String.join("\n---\n", manifests)));
    }

    private static Derivation assuming(Set<Assumption> assumptions, String... manifests) {
        List<Document> documents = ManifestReader.lenient().read(String.join("\n---\n", manifests));
        IntentReader reader = new IntentReader();
        List<Pod> pods = new ArrayList<>();
        List<SchedulingObject> groups = new ArrayList<>();
        for (Document document : documents) {
            reader.add(document);
            if (((Decoded) document).object() instanceof Pod pod) {
                pods.add(pod);
            } else if (((Decoded) document).object() instanceof SchedulingObject group) {
                groups.add(group);
            }
        }
        return Derivation.of(reader.readings(ReadingMode.UNIT), pods, groups, assumptions);
    }

    /** Each pod with its group. */
    private static List<String> pods(Derivation derivation) {
        return derivation.pods().stream()
                .map(pod -> {
                    PodSchedulingGroup group = pod.spec().schedulingGroup();
                    return pod.metadata().name() + (group == null ? "" : " in " + group.podGroupName());
                })
                .toList();
    }

    private static List<String> groups(Derivation derivation) {
        return derivation.groups().stream()
                .map(group -> {
                    String parent = group instanceof PodGroup leaf
                            ? leaf.spec().parentCompositePodGroupName()
                            : ((CompositePodGroup) group).spec().parentCompositePodGroupName();
                    return (parent == null ? "" : parent + " > ")
                            + group.metadata().name();
                })
                .toList();
    }

    @Test
    void aJobIsAGroupAndItsPods() {
        Derivation derivation = derived(JOB);

        assertThat(groups(derivation)).containsExactly("train");
        assertThat(pods(derivation)).containsExactly("train-0 in train", "train-1 in train", "train-2 in train");
        Pod pod = derivation.pods().get(0);
        assertThat(pod.metadata().namespace()).isEqualTo("ml");
        assertThat(pod.metadata().labels())
                .containsEntry("app", "train")
                .containsEntry("batch.kubernetes.io/job-name", "train");
        assertThat(((PodGroup) derivation.groups().get(0)).spec().priorityClassName())
                .isEqualTo("high");
        assertThat(derivation.derived()).hasSize(1);
        assertThat(derivation.derived().get(0).made()).isTrue();
    }

    @Test
    void podsThatExistCount() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: train-x7f, namespace: ml, labels: {batch.kubernetes.io/job-name: train}}
                spec: {nodeName: n1}
                """;

        Derivation derivation = derived(pod, JOB);

        assertThat(pods(derivation)).containsExactly("train-x7f in train", "train-0 in train", "train-1 in train");
        assertThat(derivation.derived().get(0).members()).isEqualTo(1);
        assertThat(derivation.derived().get(0).pods()).containsExactly("train-0", "train-1");
    }

    @Test
    void aGroupThatTheControllerHasMadeIsTheGroup() {
        String group = """
                apiVersion: scheduling.k8s.io/v1beta1
                kind: PodGroup
                metadata:
                  name: train-647cf7d9
                  namespace: ml
                  ownerReferences: [{apiVersion: batch/v1, kind: Job, name: train, uid: u, controller: true}]
                spec: {schedulingPolicy: {gang: {minCount: 3}}}
                """;

        Derivation derivation = derived(group, JOB);

        assertThat(groups(derivation)).containsExactly("train-647cf7d9");
        assertThat(pods(derivation)).hasSize(3).contains("train-0 in train-647cf7d9");
        assertThat(derivation.derived().get(0).made()).isFalse();
    }

    @Test
    void nothingIsDerivedOfAJobThatIsOver() {
        assertThat(derived(JOB + "status: {conditions: [{type: Complete, status: \"True\"}]}\n")
                        .pods())
                .isEmpty();
    }

    @Test
    void aJobOfAJobSetIsDerivedOnce() {
        String jobSet = """
                apiVersion: jobset.x-k8s.io/v1alpha2
                kind: JobSet
                metadata: {name: set, namespace: ml}
                spec: {replicatedJobs: [{name: a}, {name: b, replicas: 2}]}
                """;
        String job = """
                apiVersion: batch/v1
                kind: Job
                metadata:
                  name: set-a-0
                  namespace: ml
                  ownerReferences:
                    - {apiVersion: jobset.x-k8s.io/v1alpha2, kind: JobSet, name: set, uid: u, controller: true}
                """;

        assertThat(pods(derived(job, jobSet))).containsExactly("set-a-0 in set", "set-b-0 in set", "set-b-1 in set");
    }

    @Test
    void podsThatNameAGroupAreMadeIntoIt() {
        String group = """
                apiVersion: scheduling.k8s.io/v1beta1
                kind: PodGroup
                metadata: {name: g, namespace: ml}
                spec: {schedulingPolicy: {gang: {minCount: 2}}}
                """;
        String job = "{apiVersion: batch/v1, kind: Job, metadata: {name: j, namespace: ml}, spec: {parallelism: 2,"
                + " template: {spec: {schedulingGroup: {podGroupName: g}}}}}";

        assertThat(groups(derived(group, job))).containsExactly("g");
        assertThat(pods(derived(group, job))).containsExactly("j-0 in g", "j-1 in g");
    }

    @Test
    void membersOfAVolcanoGroupAreMembersOfTheOneThatIsMade() {
        String group = "{apiVersion: scheduling.volcano.sh/v1beta1, kind: PodGroup, metadata: {name: g, namespace: ml},"
                + " spec: {minMember: 2}}";
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: p%d, namespace: ml, annotations:"
                + " {scheduling.k8s.io/group-name: g}}}";

        Derivation derivation = derived(group, pod.formatted(0), pod.formatted(1));

        assertThat(groups(derivation)).containsExactly("g");
        assertThat(pods(derivation)).containsExactly("p0 in g", "p1 in g");
    }

    @Test
    void eachReplicaIsAGroup() {
        String lws = "{apiVersion: leaderworkerset.x-k8s.io/v1, kind: LeaderWorkerSet, metadata: {name: serve}, spec:"
                + " {replicas: 2, leaderWorkerTemplate: {size: 2}}}";

        assertThat(pods(derived(lws)))
                .containsExactly(
                        "serve-0-leader-0 in serve-0",
                        "serve-0-worker-0 in serve-0",
                        "serve-1-leader-0 in serve-1",
                        "serve-1-worker-0 in serve-1");
    }

    @Test
    void treesStayTrees() {
        String job = "{apiVersion: batch.volcano.sh/v1alpha1, kind: Job, metadata: {name: tf}, spec: {tasks: [{name: a,"
                + " replicas: 2, minAvailable: 1}, {name: b, replicas: 4, partitionPolicy: {totalPartitions: 2,"
                + " partitionSize: 2}}]}}";

        Derivation derivation = derived(job);

        assertThat(groups(derivation))
                .containsExactly("tf", "tf > tf-a", "tf > tf-b", "tf-b > tf-b-partition-0", "tf-b > tf-b-partition-1");
        assertThat(derivation.derived()).allMatch(group -> group.root().equals("tf"));
        assertThat(pods(derivation))
                .containsExactly(
                        "tf-a-0 in tf-a",
                        "tf-a-1 in tf-a",
                        "tf-0-b-0 in tf-b-partition-0",
                        "tf-0-b-1 in tf-b-partition-0",
                        "tf-1-b-0 in tf-b-partition-1",
                        "tf-1-b-1 in tf-b-partition-1");
    }

    @Test
    void twoObjectsOfOneNameAreTwoGroups() {
        String web = "{apiVersion: apps/v1, kind: %s, metadata: {name: web}, spec: {replicas: 1}}";

        Derivation derivation = derived(web.formatted("Deployment"), web.formatted("StatefulSet"));

        assertThat(groups(derivation)).containsExactly("web", "web-statefulset");
        assertThat(pods(derivation)).containsExactly("web-0 in web", "web-1 in web-statefulset");
    }

    @Test
    void millionsOfPodsAreNotMade() {
        Derivation derivation =
                derived("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 2000000000}}");

        assertThat(derivation.pods()).isEmpty();
        assertThat(derivation.left()).hasSize(1);
    }

    @Test
    void aWorkloadMakesNoGroupTwice() {
        String template = "  - {name: workers, schedulingPolicy: {gang: {minCount: 2}}}\n";
        String workload =
                "apiVersion: scheduling.k8s.io/v1beta1\nkind: Workload\nmetadata: {name: train, namespace: ml}\n"
                        + "spec:\n  podGroupTemplates:\n" + template;
        List<SchedulingObject> once = derived(workload).groups();
        assertThat(once).hasSize(2);
        assertThat(derived(workload + template).groups()).hasSize(2);
        String there = "apiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\nmetadata: {namespace: ml, name: "
                + once.get(1).metadata().name() + "}\nspec: {schedulingPolicy: {basic: {}}}\n";
        assertThat(derived(workload, there).groups()).hasSize(2);
    }

    private static final String GROUP = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g, namespace: ml}
            spec: {schedulingPolicy: {gang: {minCount: 3}}}
            """;

    private static String member(String name, String more) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: ml}, spec: {schedulingGroup:"
                + " {podGroupName: g}" + more + "}}";
    }

    @Test
    void missingPodsAreLikeThoseThere() {
        Derivation derivation =
                assuming(Set.of(Assumption.COMPLETE), GROUP, member("a", ""), member("b", ", nodeName: n1"));

        assertThat(pods(derivation)).containsExactly("a in g", "b in g", "g-missing-0 in g");
        assertThat(derivation.completed()).containsExactly(new Completed("ml", "g", List.of("g-missing-0"), 0, 0));
    }

    @Test
    void ofPodsThatDifferNoneIsCopied() {
        Derivation derivation =
                assuming(Set.of(Assumption.COMPLETE), GROUP, member("a", ""), member("b", ", hostNetwork: true"));

        assertThat(pods(derivation)).hasSize(2);
        assertThat(derivation.completed()).containsExactly(new Completed("ml", "g", List.of(), 0, 1));
    }

    @Test
    void gatesAreTakenAway() {
        String gated = ", schedulingGates: [{name: x}]";

        Derivation derivation = assuming(Set.of(Assumption.UNGATED), GROUP, member("a", gated), member("b", gated));

        assertThat(derivation.pods())
                .allMatch(pod -> pod.spec().schedulingGates().isEmpty());
        assertThat(derivation.completed()).containsExactly(new Completed("ml", "g", List.of(), 2, 0));
        assertThat(assuming(Set.of(), GROUP, member("a", gated)).completed()).isEmpty();
    }
}
