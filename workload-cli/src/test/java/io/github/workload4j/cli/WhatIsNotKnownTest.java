package io.github.workload4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not decided has its reason in every command, and is counted apart from what is refused. */
class WhatIsNotKnownTest {

    private static final String CLUSTER = "../examples/manifests/cluster.yaml";
    private static final String NIGHT = "../examples/manifests/night.yaml";
    private static final String TOO_LARGE = "../examples/manifests/training-too-large.yaml";
    private static final String REASON = "limit of steps was reached; more --steps may decide it";

    @TempDir
    private Path folder;

    private static Run run(String line) {
        return Run.of(line.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check -f %s %s",
                "queue -f %s %s",
                "whatif -f %s %s",
                "when --now 2026-12-01T21:00:00Z -f %s %s",
                "when -o svg --now 2026-12-01T21:00:00Z -f %s %s",
                "check -o svg -f %s %s",
                "check -o html -f %s %s",
                "where --cluster a=%s -f %s",
                "where -o html --cluster a=%s -f %s",
                "where -o svg --cluster a=%s -f %s"
            })
    void theReasonIsThere(String line) {
        Run run = run(String.format(line, CLUSTER, TOO_LARGE) + " --steps 1");
        assertThat(run.out()).contains(REASON);
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void whatIsNotDecidedIsCountedApart() {
        assertThat(run("queue --steps 300 -f " + CLUSTER + " " + NIGHT).out())
                .contains("\n1 of 3 groups got in, 2 are not decided\n");
        assertThat(run("when --now 2026-12-01T21:00:00Z --steps 300 -f " + CLUSTER + " " + NIGHT)
                        .out())
                .contains("\nnone of 3 groups is known to start, 3 are not decided\n");
        assertThat(run("where --steps 1 -f ../examples/clusters/train.yaml --cluster eu=../examples/clusters/eu.yaml"
                                + " busy=../examples/clusters/busy.yaml")
                        .out())
                .startsWith("ml/train: 1 of 2 clusters is known to take it, 1 is not decided\n");
    }

    /** A JobSet whose workers come after its driver, which asks this. */
    private Path phases(String driver) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/golden/queue/phases.yaml"));
        return Files.writeString(folder.resolve("phases.yaml"), text.replace("cpu: 3", driver));
    }

    @Test
    void groupsTogetherAreNotSaidNotToFit() {
        String line = "whatif --catalogue ../examples/prices.csv --steps 1 -f " + CLUSTER + " " + NIGHT;
        assertThat(run(line).out())
                .contains("\nall groups together  are not decided:\n  the " + REASON + "\n")
                .doesNotContain("do not fit");
    }

    @Test
    void groupsThatGotInFitAtTheSameTime() throws IOException {
        assertThat(run("queue --largest --steps 300 -f " + CLUSTER + " " + NIGHT)
                        .out())
                .contains("\nat least 1 fits: ml/finetune\n");
        assertThat(run("queue --largest -f " + phases("memory: " + Long.MAX_VALUE))
                        .out())
                .contains("\nwhether some fit in another order is not known\n");
    }

    /** A group whose pods come after those of another is not refused because of what is not known of that one. */
    @Test
    void whatComesAfterAnOpenGroupIsOpen() throws IOException {
        Path phases = phases("memory: " + Long.MAX_VALUE);
        for (String line : new String[] {"queue", "when --now 2026-12-01T21:00:00Z"}) {
            Run run = run(line + " -f " + phases);
            assertThat(run.out().replaceAll("\\s+", " "))
                    .contains("its pods come after those of ml/js-driver, of which it is not known whether they get a");
            assertThat(run.status()).isEqualTo(3);
            assertThat(run(line + " -o json -f " + phases).out())
                    .contains("\"stopped\":\"earlier\",\"sure\":0,\"atMost\":2,\"objection\":\"ml/js-driver\"");
        }
    }

    @Test
    void whatMayHelpIsNotSaidToBeNothingWhereTheBudgetRanOut() {
        String line = "where --explain --steps 200 -f ../examples/clusters/train.yaml --cluster"
                + " busy=../examples/clusters/busy.yaml";
        assertThat(run(line).out()).contains("not all that may help was looked at within the budget\n");
        assertThat(run(line + " -o json").out()).contains("\"complete\":false");
    }

    /** The cycle of kube-scheduler is not followed where it chooses devices, whatever the budget. */
    @Test
    void whatIsNotFollowedIsNoMatterOfTheBudget() throws IOException {
        Path file = Files.writeString(folder.resolve("devices.yaml"), """
                apiVersion: v1
                kind: Node
                metadata: {name: n0}
                status: {allocatable: {cpu: 4, memory: 8Gi, pods: 10}}
                ---
                apiVersion: resource.k8s.io/v1
                kind: DeviceClass
                metadata: {name: gpu.example.com}
                spec: {}
                ---
                apiVersion: resource.k8s.io/v1
                kind: ResourceSlice
                metadata: {name: s0}
                spec:
                  driver: gpu.example.com
                  pool: {name: n0, generation: 1, resourceSliceCount: 1}
                  nodeName: n0
                  devices: [{name: d0}]
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: low, namespace: ml}
                spec: {nodeName: n0, priority: -10, containers: [{name: c, resources: {requests: {cpu: 3}}}]}
                ---
                apiVersion: resource.k8s.io/v1
                kind: ResourceClaim
                metadata: {name: c, namespace: ml}
                spec: {devices: {requests: [{name: r, exactly: {deviceClassName: gpu.example.com}}]}}
                status:
                  allocation:
                    devices: {results: [{request: r, driver: gpu.example.com, pool: n0, device: d0}]}
                ---
                apiVersion: scheduling.k8s.io/v1beta1
                kind: PodGroup
                metadata: {name: g, namespace: ml}
                spec: {schedulingPolicy: {gang: {minCount: 1}}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: ml}
                spec:
                  schedulingGroup: {podGroupName: g}
                  resourceClaims: [{name: c, resourceClaimName: c}]
                  containers: [{name: c, resources: {requests: {cpu: 2}, claims: [{name: c}]}}]
                """);
        assertThat(run("whatif -f " + file).out().replaceAll("\\s+", " "))
                .contains("not known: its cycle is not followed for pods such as those that claim devices")
                .doesNotContain("budget");
        Files.writeString(file, Files.readString(file).replace("cpu: 3", "cpu: 1"));
        assertThat(run("check --explain -f " + file).out().replaceAll("\\s+", " "))
                .contains("was not followed to its end: its choice of devices was looked at");
        assertThat(run("check --explain -o json -f " + file).out()).contains("\"greedyPlaces\":null");
    }

    @Test
    void whatWasNotFoundOutAboutARequirementIsNotSaidNotToFit() {
        String line = "check --explain -f " + CLUSTER + " " + TOO_LARGE;
        assertThat(run(line).out()).contains("the request of 8 nvidia.com/gpu per pod: without it the group fits");
        assertThat(run(line + " --steps 50").out())
                .contains("the request of 8 nvidia.com/gpu per pod: whether it fits without it alone is not known")
                .doesNotContain("without it alone it still does");
    }

    @Test
    void whyAGroupNeverStartsIsSaid() throws IOException {
        String line = "when --now 2026-12-01T21:00:00Z -f " + CLUSTER + " " + TOO_LARGE;
        String why = "there is room for 16 such pods, 20 are needed (16 nodes can take at least one); what has no known"
                + " end keeps its room: 623 running pods and 1 group before it";
        assertThat(run(line).out().replaceAll("\\s+", " ")).contains("why: " + why + " that is proved with");
        assertThat(run(line + " -o json").out()).contains("\"why\":\"" + why + "\"");
        Path larger = Files.writeString(
                folder.resolve("larger.yaml"),
                Files.readString(Path.of("../examples/clusters/train.yaml")).replace("cpu: \"4\"", "cpu: \"400\""));
        assertThat(run("when --now 2026-12-01T21:00:00Z -f " + CLUSTER + " " + larger)
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("each pod asks for more than any node has, even if it is empty that is proved");
    }

    @Test
    void columnsKeepTheirPlacesBesideWideNames() {
        Run run = run("where -f ../examples/clusters/train.yaml --cluster \u96c6\u7fa4=../examples/clusters/eu.yaml"
                + " \ud83d\ude80=../examples/clusters/busy.yaml us=../examples/clusters/us.yaml");
        assertThat(run.out())
                .contains(
                        "\n  1. \u96c6\u7fa4  feasible    all",
                        "\n  2. us    feasible    all",
                        "\n  3. \ud83d\ude80    infeasible  does");
    }
}
