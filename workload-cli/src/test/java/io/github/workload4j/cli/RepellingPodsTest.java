package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pods that are there and keep others away are named; the cluster is too small only if it is. */
class RepellingPodsTest {

    private static final String TOO_SMALL = "the cluster is too small for so many pods";

    private static String world(String old, int slots) {
        return """
                apiVersion: v1
                kind: Node
                metadata: {name: n1, labels: {kubernetes.io/hostname: n1}}
                status: {allocatable: {cpu: "4", pods: "%d"}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {namespace: ml, name: old}
                spec:
                  nodeName: n1
                  containers: [{name: c}]
                  affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [
                    {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: %s}}}]}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {namespace: ml, name: new, labels: {app: x}}
                spec: {schedulingGroup: {podGroupName: train}, containers: [{name: c}]}
                ---
                apiVersion: scheduling.k8s.io/v1beta1
                kind: PodGroup
                metadata: {namespace: ml, name: train}
                spec: {schedulingPolicy: {gang: {minCount: 1}}}
                """.formatted(slots, old);
    }

    @Test
    void thePodThatRepelsIsNamed() {
        Run text = Run.withInput(world("x", 10), "check", "--explain", "-f", "-");
        assertThat(text.out().replaceAll("\\s+", " "))
                .contains("the anti-affinity of a pod that is there: ml/old on n1 over kubernetes.io/hostname:"
                        + " without it the group fits")
                .doesNotContain(TOO_SMALL);
        Run json = Run.withInput(world("x", 10), "check", "--explain", "-o", "json", "-f", "-");
        assertThat(json.out())
                .contains(
                        "\"kind\":\"repelled\"",
                        "\"repelling\":1,\"pods\":[{\"pod\":\"ml/old\",\"node\":\"n1\","
                                + "\"topologyKey\":\"kubernetes.io/hostname\"}]",
                        "\"tooSmall\":false");
    }

    @Test
    void aClusterWithoutRoomForOneMorePodIsTooSmall() {
        Run run = Run.withInput(world("other", 1), "check", "--explain", "-f", "-");
        assertThat(run.out()).contains(TOO_SMALL);
    }

    @Test
    void aClusterWithoutNodesIsNotCalledTooSmall() {
        String none = world("other", 1).replaceFirst("(?s).*?---\\n", "");
        Run run = Run.withInput(none, "check", "--explain", "-f", "-");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).doesNotContain(TOO_SMALL);
    }
}
