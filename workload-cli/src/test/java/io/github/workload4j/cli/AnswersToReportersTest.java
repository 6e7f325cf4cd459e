package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people ask next when a group does not fit is said. */
class AnswersToReportersTest {

    private static final String GROUP = """
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {name: g}
            spec: {schedulingPolicy: {gang: {minCount: %d}}}
            ---
            """;

    @TempDir
    private Path folder;

    private static String node(String name, String labels, String cpu) {
        return """
                apiVersion: v1
                kind: Node
                metadata: {name: %s, labels: {kubernetes.io/hostname: %s%s}}
                status: {allocatable: {cpu: "%s", memory: 8Gi, pods: "10"}}
                ---
                """.formatted(name, name, labels, cpu);
    }

    private static String pod(String name, String spec) {
        return pod(name, "", spec, "Pending");
    }

    private static String pod(String name, String metadata, String spec, String phase) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, labels: {app: web}%s}
                spec: {schedulingGroup: {podGroupName: g}, %s}
                status: {phase: %s}
                ---
                """.formatted(name, metadata, spec, phase);
    }

    private static String containers(String cpu) {
        return "containers: [{name: main, image: i, resources: {requests: {cpu: " + cpu + "}}}]";
    }

    private String say(String input, String... args) throws IOException {
        Path file = Files.writeString(folder.resolve("input.yaml"), input);
        String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "-f";
        all[args.length + 1] = file.toString();
        return Run.of(all).out().replaceAll("\\s*\\n\\s*", " ");
    }

    private String why(String input) throws IOException {
        return say(input, "check", "--explain");
    }

    @Test
    void requestIsBrokenDownByContainerSidecarAndOverhead() throws IOException {
        String pod = pod(
                "p",
                "overhead: {cpu: 100m}, initContainers: [{name: proxy, image: i, restartPolicy: Always, "
                        + "resources: {requests: {cpu: 500m}}}], " + containers("4"));
        assertThat(why(GROUP.formatted(1) + node("n1", "", "4") + pod))
                .contains("cpu: 4.6 asked (0.5 sidecar proxy, 4 container main, 0.1 overhead of its runtime class)");
    }

    @Test
    void requestOfAnInitContainerThatAsksMoreThanAllOthersIsNamed() throws IOException {
        String pod = pod(
                "p", "initContainers: [{name: load, image: i, resources: {requests: {cpu: 6}}}], " + containers("1"));
        assertThat(why(GROUP.formatted(1) + node("n1", "", "4") + pod))
                .contains("cpu: 6 asked (6 init container load), at most 4 free");
    }

    @Test
    void requestOfTheWholePodIsNamed() throws IOException {
        String pod = pod("p", "resources: {requests: {cpu: 5}}, " + containers("1"));
        assertThat(why(GROUP.formatted(1) + node("n1", "", "4") + pod)).contains("cpu: 5 asked (5 the pod as a whole)");
    }

    @Test
    void requestOfOneContainerIsNotBrokenDown() throws IOException {
        assertThat(why(GROUP.formatted(1) + node("n1", "", "4") + pod("p", containers("5"))))
                .contains("cpu: 5 asked, at most 4 free");
    }

    @Test
    void valueOfALabelThatIsNearlyOneThereIsIsNamed() throws IOException {
        String pod = pod("p", "nodeSelector: {accelerator: nvidia-a-100}, " + containers("1"));
        assertThat(why(GROUP.formatted(1) + node("n1", ", accelerator: nvidia-a100", "4") + pod))
                .contains("Instead of accelerator=nvidia-a-100, 1 node has accelerator=nvidia-a100");
    }

    @Test
    void labelThatOnlySomeNodesHaveMisspeltIsNamed() throws IOException {
        String pod = pod("p", "nodeSelector: {example.com/gpu_type: a}, " + containers("2"));
        String nodes = node("n1", ", example.com/gpu_type: a", "1") + node("n2", ", example.com/gpu-type: a", "4");
        assertThat(why(GROUP.formatted(1) + nodes + pod))
                .contains("Instead of example.com/gpu_type, 1 node has example.com/gpu-type");
        assertThat(why(GROUP.formatted(1)
                        + node("n1", ", example.com/gpu_type: a, example.com/gpu-type: a", "1")
                        + pod))
                .doesNotContain("Instead of");
    }

    @Test
    void emptyValueIsVisible() throws IOException {
        String pod = pod("p", "nodeSelector: {pool: \"\"}, " + containers("1"));
        assertThat(why(GROUP.formatted(1) + node("n1", ", pool: x", "4") + pod)).contains("label pool=\"\" missing");
    }

    @Test
    void sameLabelWithAnotherPrefixIsNamed() throws IOException {
        String pod = pod("p", "nodeSelector: {rack: r1}, " + containers("1"));
        assertThat(why(GROUP.formatted(1) + node("n1", ", example.com/rack: r1", "4") + pod))
                .contains("Instead of rack, 1 node has example.com/rack");
    }

    @Test
    void valueThatDiffersInADigitIsNoMisspeltOne() throws IOException {
        String pod = pod("p", "nodeSelector: {example.com/rack: r12}, " + containers("1"));
        assertThat(why(GROUP.formatted(1) + node("n1", ", example.com/rack: r11", "4") + pod))
                .doesNotContain("Instead of");
    }

    @Test
    void tooFewDomainsForASpreadAreCounted() throws IOException {
        String spread = "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, "
                + "minDomains: 3, labelSelector: {matchLabels: {app: web}}}], ";
        String input = GROUP.formatted(3) + node("a", ", zone: za", "4") + node("b", ", zone: zb", "4");
        for (int i = 0; i < 3; i++) {
            input += pod("p" + i, spread + containers("1"));
        }
        assertThat(why(input))
                .contains("Fewer domains of zone count than minDomains asks for (2), so none may hold more than 1 pod");
        assertThat(say(input, "whatif")).contains("add 1 node like a (4 cpu, 8Gi memory) to zone new");
    }

    @Test
    void nodeInANewDomainHelpsAgainstPodsThatRepel() throws IOException {
        String input = GROUP.formatted(1) + node("a", ", zone: za", "4")
                + pod(
                        "p",
                        "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: "
                                + "[{topologyKey: zone, labelSelector: {matchLabels: {app: old}}}]}}, "
                                + containers("1"))
                + """
                apiVersion: v1
                kind: Pod
                metadata: {name: old, labels: {app: old}}
                spec: {nodeName: a, containers: [{name: main, image: i}]}
                """;
        assertThat(say(input, "whatif")).contains("to zone new");
        assertThat(say(input, "whatif", "--add", "a=1:zone=new")).contains("then: the pending pod fits");
    }

    @Test
    void nodeTaintsPolicyThatIsSuggestedHelpsWhenItIsTypedIn() throws IOException {
        String spread = "topologySpreadConstraints: [{maxSkew: 1, topologyKey: kubernetes.io/hostname, "
                + "whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}], ";
        StringBuilder input = new StringBuilder(GROUP.formatted(4) + node("a", "", "4") + node("b", "", "4"));
        input.append(node("c", "", "4").replace("status:", "spec: {taints: [{key: t, effect: NoSchedule}]}\nstatus:"));
        IntStream.range(0, 4).forEach(i -> input.append(pod("p" + i, spread + containers("1"))));
        assertThat(say(input.toString(), "whatif")).contains("nodeTaintsPolicy: Honor");
        assertThat(say(input.toString(), "whatif", "--honor-taints", "kubernetes.io/hostname"))
                .contains("then: all 4 pending pods fit");
    }

    @Test
    void finishedAndDepartingMembersAreCounted() throws IOException {
        String deleted = ", deletionTimestamp: \"2026-01-01T00:00:00Z\"";
        String input = GROUP.formatted(5)
                + node("n1", "", "4")
                + pod("done", "", "nodeName: n1, " + containers("1"), "Succeeded")
                + pod("going", deleted, "nodeName: n1, " + containers("1"), "Running")
                + pod("leaving", deleted, containers("1"), "Pending")
                + pod("p", containers("1"));
        assertThat(why(input))
                .contains("2 of 5 pods exist")
                .contains("1 pod has finished and does not count")
                .contains("1 pod without a node is being deleted and does not count")
                .contains("1 running pod is being deleted and counts until it is gone");
        assertThat(say(input, "check", "-o", "json"))
                .contains("\"running\":1,\"pending\":1,\"finished\":1,\"leaving\":1,\"terminating\":1");
    }

    @Test
    void minimumThatWouldRunIsSaidOfGroupsWithTooFewMembers() throws IOException {
        String input = GROUP.formatted(5)
                + node("n1", "", "2")
                + pod("a", containers("1"))
                + pod("b", containers("1"))
                + pod("c", containers("1"));
        assertThat(say(input, "whatif")).contains("start with 2 instead of 5 (default/g); 3 do not fit");
        assertThat(say(input, "whatif", "--min-count", "2")).contains("then: 2 of 3 pending pods fit");
    }
}
