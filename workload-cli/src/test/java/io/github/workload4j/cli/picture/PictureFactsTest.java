package io.github.workload4j.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person looks for in a picture is there. */
class PictureFactsTest {

    @TempDir
    private Path folder;

    /** Nodes of four GPUs in two zones, and two gangs: one of a pod for each GPU, and one whose pods fit nowhere. */
    private String drawn(int nodes, int fitting) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < nodes; n++) {
            text.append("""
                    apiVersion: v1
                    kind: Node
                    metadata: {name: n%d, labels: {topology.kubernetes.io/zone: z%d}}
                    status: {allocatable: {cpu: "8", pods: "10", nvidia.com/gpu: "4"}}
                    ---
                    """.formatted(n, n % 2));
        }
        group(text, "a-fits", fitting, 1);
        group(text, "b-not", 2, 8);
        Path file = Files.writeString(folder.resolve("world.yaml"), text.toString());
        return Run.of("check", "--explain", "-o", "html", file.toString()).out();
    }

    private static void group(StringBuilder text, String name, int pods, int gpus) {
        text.append("""
                apiVersion: scheduling.k8s.io/v1beta1
                kind: PodGroup
                metadata: {name: %s}
                spec: {schedulingPolicy: {gang: {minCount: %d}}}
                ---
                """.formatted(name, pods));
        for (int p = 0; p < pods; p++) {
            text.append("""
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: %s-%d}
                    spec:
                      schedulingGroup: {podGroupName: %s}
                      containers: [{name: c, image: i, resources: {requests: {nvidia.com/gpu: %d}}}]
                    ---
                    """.formatted(name, p, name, gpus));
        }
    }

    @Test
    void groupThatDoesNotFitComesFirst() throws IOException {
        String page = drawn(4, 4);
        assertThat(page.indexOf("default/b-not does not fit")).isLessThan(page.indexOf("default/a-fits fits"));
    }

    @Test
    void whatIsShortIsSaidInPieces() throws IOException {
        assertThat(drawn(8, 4)).contains("32 GPU free, 16 needed, no node has more than 4, a pod asks 8");
    }

    @Test
    void closeUpSaysHowManyNodesItLeavesOut() throws IOException {
        assertThat(drawn(450, 400)).containsPattern("zone z[01], [0-9]+ of 225 nodes drawn");
    }

    @Test
    void schedulersOwnCycleIsThereIfItWasAsked() throws IOException {
        assertThat(drawn(4, 4))
                .contains("documented cycle, pod by pod, would place as many; lots decide between nodes.");
    }
}
