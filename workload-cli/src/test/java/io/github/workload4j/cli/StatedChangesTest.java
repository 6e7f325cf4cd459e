package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changes are made before the group is judged. */
class StatedChangesTest {

    private static final String GROUP = """
            ---
            apiVersion: scheduling.k8s.io/v1beta1
            kind: PodGroup
            metadata: {namespace: ml, name: train}
            spec: {schedulingPolicy: {gang: {minCount: 2}}}
            """;

    private static String node(String name, String rest) {
        return """
                ---
                apiVersion: v1
                kind: Node
                metadata: {name: %s, labels: {rack: r-%s, zone: z}}
                %s
                status: {allocatable: {cpu: "4", pods: "10"}}
                """.formatted(name, name, rest);
    }

    private static String pod(String name, String rest, String cpu) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {namespace: ml, name: %s}
                spec:
                  schedulingGroup: {podGroupName: train}
                  containers: [{name: c, resources: {requests: {cpu: %s}}}]
                  %s
                """.formatted(name, cpu, rest);
    }

    private static final String TWO = node("n0", "") + pod("a", "", "1") + pod("b", "", "1") + GROUP;

    private static String after(String input, String... args) {
        String[] all = Stream.concat(Stream.of("whatif", "-o", "json", "-f", "-"), Stream.of(args))
                .toArray(String[]::new);
        Run run = Run.withInput(input, all);
        return run.out().isEmpty() ? run.err() : run.out().replaceAll("(?s).*\"after\":\"?(\\w+).*", "$1");
    }

    @Test
    void aHigherMinimumThanThereArePodsHoldsTheGroupBack() {
        assertThat(after(TWO, "--min-count", "3")).isEqualTo("gated");
        assertThat(after(TWO, "--min-count", "2")).isEqualTo("feasible");
    }

    @Test
    void aLowerMinimumFreesAGroupThatWaits() {
        String three = TWO.replace("minCount: 2", "minCount: 3");
        assertThat(after(three, "--min-count", "2")).isEqualTo("feasible");
        assertThat(after(three, "--min-count", "1", "--request", "cpu=5")).isEqualTo("infeasible");
    }

    @Test
    void aMinimumMakesAGangOfAnyPolicy() {
        assertThat(after(TWO.replace("gang: {minCount: 2}", "basic: {}"), "--min-count", "3"))
                .isEqualTo("gated");
        assertThat(after(TWO.replace("{gang: {minCount: 2}}", "{}"), "--min-count", "2"))
                .isEqualTo("feasible");
    }

    @Test
    void aDomainThatRunningMembersContradictIsAnError() {
        String running = node("n0", "")
                + node("n1", "")
                + pod("a", "nodeName: n0", "1")
                + pod("b", "nodeName: n1", "1")
                + pod("c", "", "1")
                + GROUP;
        assertThat(after(running, "--topology", "rack")).isEqualTo("error");
        assertThat(after(running, "--topology", "zone")).isEqualTo("feasible");
        String bound =
                running.replace("minCount: 2}}", "minCount: 2}}, schedulingConstraints: {topology: [{key: rack}]}");
        assertThat(after(bound, "--topology", "none")).isEqualTo("feasible");
        assertThat(after(bound, "--topology", "ml/train=zone")).isEqualTo("feasible");
    }

    @Test
    void volumesOfHostsAndClassesThatAreNotThereAreRefused() {
        String claim = """
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: ml}, spec: {accessModes: \
                [ReadWriteOnce], storageClassName: local, resources: {requests: {storage: 1Gi}}}}
                ---
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: local}, provisioner: \
                kubernetes.io/no-provisioner, volumeBindingMode: WaitForFirstConsumer}
                """;
        String input = node("n0", "").replace("zone: z", "kubernetes.io/hostname: h0")
                + pod("a", "volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]", "1")
                + GROUP.replace("minCount: 2", "minCount: 1")
                + claim;
        assertThat(after(input, "--add-volume", "ml/c=1:h0")).isEqualTo("feasible");
        assertThat(after(input, "--add-volume", "ml/c=1:h1"))
                .contains("--add-volume: there is no node with kubernetes.io/hostname h1");
        assertThat(after(input, "--provision", "local")).isEqualTo("feasible");
        assertThat(after(input, "--provision", "fast")).contains("--provision: fast changes nothing");
    }

    @Test
    void uncordoningLiftsTheTaintThatCordoningLeaves() {
        String cordoned = node(
                        "n0",
                        "spec: {unschedulable: true, taints: [{key: node.kubernetes.io/unschedulable, effect:"
                                + " NoSchedule}]}")
                + pod("a", "", "1")
                + pod("b", "", "1")
                + GROUP;
        assertThat(after(cordoned, "--uncordon", "n0")).isEqualTo("feasible");
    }

    @Test
    void toleratedTaintsAreNoLongerInTheWay() {
        String tainted = node("n0", "spec: {taints: [{key: team, value: x, effect: NoSchedule}]}")
                + pod("a", "", "1")
                + pod("b", "", "1")
                + GROUP;
        assertThat(after(tainted, "--tolerate", "team=x:NoSchedule")).isEqualTo("feasible");
        assertThat(after(tainted, "--tolerate", "team")).isEqualTo("feasible");
        assertThat(after(tainted, "--tolerate", "team=y")).isEqualTo("infeasible");
        assertThat(after(tainted, "--tolerate", "team:No")).contains("expected: KEY");
    }

    @Test
    void atMostCapsThePodsThatAskMore() {
        String sizes = node("n0", "") + pod("a", "", "3") + pod("b", "", "2") + GROUP;
        assertThat(after(sizes, "--request-at-most", "cpu=2")).isEqualTo("feasible");
        assertThat(after(sizes, "--request-at-most", "cpu=2500m")).isEqualTo("infeasible");
        assertThat(after(sizes.replace("cpu: 2", "cpu: 1"), "--request-at-most", "cpu=2500m"))
                .isEqualTo("feasible");
        assertThat(after(sizes.replace("cpu: 2", "cpu: 1"), "--request", "cpu=2500m"))
                .isEqualTo("infeasible");
    }

    @Test
    void nodesAreAddedInADomain() {
        String full = node("n0", "").replace("\"4\"", "\"1\"")
                + pod("a", "", "1")
                + pod("b", "", "1")
                + GROUP.replace("minCount: 2}}", "minCount: 2}}, schedulingConstraints: {topology: [{key: rack}]}");
        assertThat(after(full, "--add", "n0=1:rack=r2")).isEqualTo("infeasible");
        assertThat(after(full, "--add", "n0=2:rack=r2")).isEqualTo("feasible");
        assertThat(after(full, "--add", "n0=many")).contains("--add: `n0=many` (expected: NODE=COUNT");
        assertThat(after(full, "--add", "n0=1", "--add", "n0=2")).contains("--add: n0 twice");
    }

    @Test
    void nodesLikeOneThatIsNotReadyAreReady() {
        String notReady = node("n0", "spec: {taints: [{key: node.kubernetes.io/not-ready, effect: NoSchedule}]}")
                + pod("a", "", "1")
                + pod("b", "", "1")
                + GROUP;
        assertThat(after(notReady, "--add", "n0=1")).isEqualTo("feasible");
        assertThat(Run.withInput(notReady, "whatif", "-f", "-").out()).contains("add 1 node like n0");
    }

    @Test
    void aRuleThatNoPodHasIsRefused() {
        assertThat(after(TWO, "--without", "spread=rack"))
                .contains("no pending pod of ml/train has the rule spread=rack");
        assertThat(after(TWO, "--without", "spreads")).contains("--without: `spreads` (expected: selector=KEY");
    }

    @Test
    void aNodeWithCapacityAloneHasThatMuch() {
        Run run = Run.withInput(TWO.replace("allocatable", "capacity"), "check", "-f", "-");
        assertThat(run.status()).isZero();
        Run some = Run.withInput(
                TWO.replace("allocatable: {", "capacity: {cpu: \"4\", pods: \"9\"}, allocatable: {")
                        .replace("cpu: \"4\", pods: \"10\"", "pods: \"10\""),
                "check",
                "-f",
                "-");
        assertThat(some.status()).as("not resource by resource").isEqualTo(1);
    }
}
