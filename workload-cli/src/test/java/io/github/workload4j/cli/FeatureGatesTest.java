package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feature gates where commands ask about a cluster. */
class FeatureGatesTest {

    private static final String CLUSTER = """
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {rack: a}}
            status: {allocatable: {cpu: "2", pods: "10"}}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n2, labels: {rack: b}}
            status: {allocatable: {cpu: "2", pods: "10"}}
            ---
            apiVersion: scheduling.k8s.io/v1alpha3
            kind: CompositePodGroup
            metadata: {name: all, namespace: ns}
            spec:
              workloadRef: {workloadName: w, templateName: all}
              schedulingPolicy: {gang: {minGroupCount: 2}}
            ---
            apiVersion: scheduling.k8s.io/v1alpha3
            kind: PodGroup
            metadata: {name: g, namespace: ns}
            spec:
              parentCompositePodGroupName: all
              workloadRef: {workloadName: w, templateName: g}
              schedulingPolicy: {gang: {minCount: 2}}
              schedulingConstraints: {topology: [{key: rack}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p1, namespace: ns}
            spec:
              schedulingGroup: {podGroupName: g}
              containers: [{name: c, resources: {requests: {cpu: "2"}}}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p2, namespace: ns}
            spec:
              schedulingGroup: {podGroupName: g}
              containers: [{name: c, resources: {requests: {cpu: "2"}}}]
            """;

    private static Run check(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "check";
        arguments[1] = "-f";
        arguments[2] = "-";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Run.withInput(CLUSTER, arguments);
    }

    @Test
    void allGatesOfGroupsAreOnIfNoneAreGiven() {
        Run run = check("--release", "1.37");
        assertThat(run.out()).contains("ns/all").doesNotContain("ns/g feasible", "feature gates");
    }

    @Test
    void withoutCompositesAGroupStandsAloneAndWithoutTopologyNoConstraintIsHeeded() {
        Run run = check("--release", "1.37", "--feature-gates", "GenericWorkload");
        assertThat(run.out())
                .contains("ns/g", "for Kubernetes 1.37, as asked; feature gates: GenericWorkload=true")
                .doesNotContain("ns/all");
        assertThat(run.status()).isZero();
        Run bound = check(
                "--release",
                "1.37",
                "--feature-gates",
                "GenericWorkload,TopologyAwareWorkloadScheduling",
                "-o",
                "json");
        assertThat(bound.out())
                .contains(
                        "\"verdict\":\"infeasible\"",
                        "\"featureGates\":\"GenericWorkload=true,TopologyAwareWorkloadScheduling=true\"");
    }

    @Test
    void gatesWithWhichNoServerStartsAreWrongUsage() {
        Run given = check("--release", "1.38", "--feature-gates", "PodGroupPreemptionPolicy");
        assertThat(given.status()).isEqualTo(2);
        assertThat(given.err()).contains("--feature-gates: feature gates: no server of Kubernetes 1.38");
        Run learned = Run.withInput(
                CLUSTER.replace("status: {allocatable", "status: {nodeInfo: {kubeletVersion: v1.38.0}, allocatable"),
                "check",
                "-f",
                "-",
                "--feature-gates",
                "GenericWorkload,PodGroupPreemptionPolicy");
        assertThat(learned.status()).isEqualTo(2);
        assertThat(learned.err()).contains("no server of Kubernetes 1.38", "which the inputs are for", "--release");
        assertThat(check("--feature-gates", "Nonsense").err()).contains("feature gate: Nonsense");
    }

    @Test
    void anAnswerIsVerifiedWithTheGatesItWasMadeWith(@TempDir Path folder) throws IOException {
        String cluster =
                Files.writeString(folder.resolve("cluster.yaml"), CLUSTER).toString();
        String answer = Run.of("check", cluster, "--feature-gates", "GenericWorkload", "-o", "json")
                .out();
        Run same =
                Run.withInput(answer, "verify", "--answer", "-", "-f", cluster, "--feature-gates", "GenericWorkload");
        assertThat(same.out()).contains("accepted: ns/g feasible");
        assertThat(same.status()).isZero();
        Run other = Run.withInput(answer, "verify", "--answer", "-", "-f", cluster);
        assertThat(other.status()).isEqualTo(1);
    }

    @Test
    void gatesOfAnotherReleaseAreWrongUsageOfValidateToo() {
        String group = "apiVersion: scheduling.k8s.io/v1beta1\nkind: PodGroup\nmetadata: {name: g}\n"
                + "spec: {schedulingPolicy: {gang: {minCount: 2}}}\n";
        Run run = Run.withInput(group, "validate", "-", "--feature-gates", "GenericWorkload,GangScheduling");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no server of Kubernetes 1.37", "GangScheduling is no feature gate");
        String earlier = group.replace("v1beta1", "v1alpha2");
        assertThat(Run.withInput(earlier, "validate", "-", "--feature-gates", "GenericWorkload,GangScheduling")
                        .status())
                .isZero();
    }
}
