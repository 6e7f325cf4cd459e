package io.github.workload4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import org.junit.jupiter.api.Test;

class OddPodsTest {

    private static String world(String pod) {
        return """
                apiVersion: v1
                kind: Node
                metadata: {name: n1}
                status: {allocatable: {cpu: "4", pods: "9"}}
                ---
                apiVersion: v1
                kind: Pod
                %s
                ---
                apiVersion: scheduling.k8s.io/v1beta1
                kind: PodGroup
                metadata: {namespace: ml, name: train}
                spec: {schedulingPolicy: {gang: {minCount: 1}}}
                """.formatted(pod);
    }

    private static String warnings(String pod) {
        return Run.withInput(world(pod), "check", "-f", "-").err();
    }

    @Test
    void podsThatAreNominatedAreCountedWithoutAWarning() {
        String nominated = "metadata: {namespace: ml, name: a}\nstatus: {nominatedNodeName: n1}";
        assertThat(warnings(nominated)).isEmpty();
        assertThat(warnings("metadata: {namespace: ml, name: a}")).isEmpty();
    }

    @Test
    void podsWithTheLabelOfAnotherSchedulerAreSaidWhereAGroupHasNone() {
        String labelled = "metadata: {namespace: ml, name: a, labels: {scheduling.x-k8s.io/pod-group: train}}";
        assertThat(warnings(labelled))
                .contains("warning: PodGroup ml/train has no pods; pods such as ml/a carry its name in the label"
                        + " scheduling.x-k8s.io/pod-group of the coscheduling plug-in");
        assertThat(warnings(labelled + "\nspec: {schedulingGroup: {podGroupName: train}}"))
                .isEmpty();
        assertThat(warnings(labelled.replace("group: train", "group: other"))).isEmpty();
    }
}
