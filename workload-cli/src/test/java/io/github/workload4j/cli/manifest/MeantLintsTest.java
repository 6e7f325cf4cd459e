package io.github.workload4j.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeantLintsTest {

    private static final String GROUP = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: pg}
            spec: {schedulingPolicy: {gang: {minCount: 5}}}
            ---
            """;

    @TempDir
    Path folder;

    private String lint(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), text);
        Run run = Run.of("validate", "--lint", "-f", file.toString());
        assertThat(run.err()).isEmpty();
        return run.out().replace(file.toString(), "a.yaml");
    }

    private static String deployment(String name, int replicas, String spec) {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name + "}\nspec:\n  replicas: " + replicas
                + "\n  template:\n    spec:\n      containers: [{name: c}]\n      " + spec + "\n---\n";
    }

    @Test
    void podsOfSeveralTemplatesFillOneGroup() throws IOException {
        String reference = "schedulingGroup: {podGroupName: pg}";
        assertThat(lint(GROUP + deployment("a", 2, reference) + deployment("b", 3, reference)))
                .doesNotContain("warning");
        assertThat(lint(GROUP + deployment("a", 2, reference) + deployment("b", 2, reference)))
                .contains("a.yaml:4:44: warning: spec.schedulingPolicy.gang.minCount: the group needs 5 pods at once,"
                        + " and only 4 pods of the stream are in it")
                .contains("[min-count-above-pods]")
                .doesNotContain("never-starts");
    }

    @Test
    void aGroupThatNothingMakesIsToldInWhateverWordsItIsNamed() throws IOException {
        assertThat(lint(deployment("a", 1, "schedulingGroup: {podGroupName: x}")))
                .contains("a.yaml:9:39: warning: spec.template.spec.schedulingGroup.podGroupName: there is no PodGroup"
                        + " `x` in namespace `default`: add it, or name one that is there [missing-group]");
        assertThat(lint(deployment("a", 1, "workloadRef: {name: x, podGroup: y}")))
                .contains("[missing-workload]");
        assertThat(lint("""
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata: {name: s}
                        spec:
                          template:
                            metadata: {labels: {scheduling.x-k8s.io/pod-group: x}}
                            spec: {containers: [{name: c}]}
                        """)).contains("PodGroup x is not in the input [missing-group]");
    }

    @Test
    void misspeltFieldsAreTold() throws IOException {
        assertThat(lint(deployment("a", 1, "schedulinggroup: {podGroupName: x}")))
                .contains("a.yaml:9:7: warning: spec.template.spec.schedulinggroup: unknown field: did you mean"
                        + " `schedulingGroup`?");
    }

    @Test
    void aKindThatIsNotKnownMayHaveFieldsOfItsOwn() throws IOException {
        String service = """
                apiVersion: serving.knative.dev/v1
                kind: Service
                metadata: {name: s}
                spec:
                  template:
                    metadata: {lables: {a: b}}
                    spec: {containerConcurrency: 1, timeoutSeconds: 5, nodeselector: {}, containers: [{name: c}]}
                """;
        assertThat(lint(service))
                .contains("spec.template.spec.nodeselector: unknown field", "metadata.lables: unknown field")
                .doesNotContain("containerConcurrency: unknown", "timeoutSeconds: unknown");
        assertThat(lint(deployment("a", 1, "timeoutSeconds: 5")))
                .contains("spec.template.spec.timeoutSeconds: unknown field: no field of PodSpec");
    }

    @Test
    void gangsThatNeverStartAreTold() throws IOException {
        assertThat(lint("""
                        apiVersion: batch/v1
                        kind: CronJob
                        metadata: {name: c}
                        spec:
                          jobTemplate:
                            spec:
                              parallelism: 4
                              completions: 2
                              scheduling: {schedulingPolicy: {gang: {}}}
                              template: {spec: {containers: [{name: c}]}}
                        """)).contains("group `pods`: needs 4 at once, and there are 2 [never-starts]");
        assertThat(lint("""
                        apiVersion: kubeflow.org/v1
                        kind: PyTorchJob
                        metadata: {name: p}
                        spec:
                          runPolicy: {schedulingPolicy: {minAvailable: 9}}
                          pytorchReplicaSpecs:
                            Worker: {replicas: 2, template: {spec: {containers: [{name: c}]}}}
                        """))
                .contains("a.yaml:5:48: warning: spec.runPolicy.schedulingPolicy.minAvailable: group `all`: needs 9 at"
                        + " once, and there are 2 [never-starts]");
    }

    @Test
    void aDeadlockWithAnIntegrationIsTold() throws IOException {
        assertThat(lint("""
                        apiVersion: batch.volcano.sh/v1alpha1
                        kind: Job
                        metadata: {name: v}
                        spec:
                          minAvailable: 3
                          tasks:
                          - {name: a, replicas: 1, template: {spec: {containers: [{name: c}]}}}
                          - {name: b, replicas: 2, dependsOn: {name: [a]}, template: {spec: {containers: [{name: c}]}}}
                        """))
                .contains("a.yaml:5:17: warning: spec.minAvailable: the minimum of the job is more than the pods of the"
                        + " tasks that come first [integration-deadlock]");
    }
}
