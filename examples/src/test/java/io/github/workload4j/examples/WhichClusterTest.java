package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.intent.derive.Derivation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The program of docs/which-cluster.md. */
class WhichClusterTest {

    @Test
    void clustersAreRankedByTheShareThatTheJobTakes() throws IOException {
        Map<String, ClusterSnapshot> clusters = new TreeMap<>();
        for (String name : new String[] {"busy", "eu", "us"}) {
            byte[] manifests = Files.readAllBytes(Path.of("clusters", name + ".yaml"));
            clusters.put(
                    name,
                    ClusterSnapshot.of(Derivation.of(ManifestReader.strict().read(manifests))
                            .objects()));
        }
        byte[] job = Files.readAllBytes(Path.of("clusters", "train.yaml"));
        assertThat(WhichCluster.lines(ManifestReader.strict().read(job), clusters))
                .containsExactly(
                        "eu: feasible, takes 32 of 48 nvidia.com/gpu",
                        "us: feasible, takes 32 of 32 nvidia.com/gpu",
                        "busy: infeasible");
    }
}
