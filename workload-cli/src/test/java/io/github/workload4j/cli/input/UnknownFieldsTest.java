package io.github.workload4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

    private static String world(String metadata, String extra) {
        return """
                apiVersion: v1
                kind: Node
                metadata: {name: n0%s}
                spec: {unschedulble: true}
                status: {allocatable: {cpu: "4", pods: "10"}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {namespace: ml, name: a%s}
                spec:
                  schedulingGroup: {podGroupName: train}
                  containers: [{name: c, args: [x], livenessProbe: {future: 1}, resources: {requests: {cpu: 1}, %s: \
                {}}}]
                ---
                apiVersion: scheduling.k8s.io/v1beta1
                kind: PodGroup
                metadata: {namespace: ml, name: train}
                spec: {schedulingPolicy: {gang: {minCount: 1}}}
                """.formatted(metadata, metadata, extra);
    }

    @Test
    void unknownFieldsThatSomeoneWroteAreErrorsAndTheRestIsUsed() {
        Run run = Run.withInput(world("", "request"), "check", "-f", "-");
        assertThat(run.out()).contains("feasible");
        assertThat(run.err())
                .contains("spec.unschedulble: unknown field: did you mean `unschedulable`?")
                .contains("spec.containers[0].resources.request: unknown field: did you mean `requests`?")
                .contains("what follows is about the rest");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void unknownFieldsThatSomeoneWroteAreInJsonToo() {
        Run run = Run.withInput(world("", "request"), "check", "-o", "json", "-f", "-");
        assertThat(run.out())
                .contains("\"what\":\"unreadInputs\"")
                .contains(
                        "{\"file\":\"-\",\"line\":1,\"what\":\"Node n0: spec.unschedulble: unknown field: did you mean")
                .contains("\"warnings\":[]");
    }

    @Test
    void unknownFieldsThatAServerGaveOutAreWarningsInJson() {
        Run run = Run.withInput(world(", resourceVersion: \"7\"", "future"), "check", "-o", "json", "-f", "-");
        assertThat(run.out()).contains("\"incomplete\":[]", "\"warnings\":[\n\"Node spec.unschedulble, first at");
    }

    @Test
    void unknownFieldsThatAServerGaveOutAreSaidOnceEach() {
        Run run = Run.withInput(world(", resourceVersion: \"7\"", "future"), "check", "-f", "-");
        assertThat(run.err())
                .contains("warning: Node spec.unschedulble, first at <stdin>:4:8, is no field that is known here; 1"
                        + " object has it")
                .contains("warning: Pod spec.containers[].resources.future");
        assertThat(run.status()).isZero();
    }

    @Test
    void areErrorsOfValidate() {
        Run run = Run.withInput(world(", resourceVersion: \"7\"", "nodeSelector"), "validate", "-f", "-");
        assertThat(run.out())
                .contains("did you mean `unschedulable`?", "a field of PodSpec, not of ResourceRequirements");
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void insideWhatIsPassedOverAreNotLookedAt() {
        Run run = Run.withInput(world("", "limits").replace("unschedulble: true", ""), "check", "-f", "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void twiceTheSameFieldIsNoUnknownFieldAndLeavesThePodOut() {
        String twice = world("", "limits").replace("unschedulble: true", "").replace("args: [x]", "name: d");
        Run run = Run.withInput(twice, "check", "-f", "-");
        assertThat(run.err()).contains("written twice");
        assertThat(run.out()).contains("0 of 1 pods exist");
    }
}
