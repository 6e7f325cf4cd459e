package io.github.workload4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterGeneratorTest {

    @Test
    void theCommittedClusterIsWhatTheGeneratorMakes() throws IOException {
        assertThat(generated(240, 640)).isEqualTo(Files.readString(Path.of("../examples/manifests/cluster.yaml")));
    }

    @Test
    void nothingIsOvercommitted() throws IOException {
        Map<String, Quantity> free = new HashMap<>();
        List<Pod> pods = new ArrayList<>();
        ManifestReader.strict().read(generated(400, 16_000)).forEach(document -> {
            Object object = ((Decoded) document).object();
            if (object instanceof Node node) {
                node.status()
                        .allocatable()
                        .forEach((resource, amount) -> free.put(node.metadata().name() + "/" + resource, amount));
            } else if (object instanceof Pod pod && !pod.isFinished()) {
                pods.add(pod);
            }
        });
        for (Pod pod : pods) {
            String node = pod.spec().nodeName();
            free.compute(node + "/pods", (key, amount) -> amount.minus(Quantity.of(1)));
            pod.spec()
                    .containers()
                    .get(0)
                    .resources()
                    .requests()
                    .forEach((resource, asked) ->
                            free.compute(node + "/" + resource, (key, amount) -> amount.minus(asked)));
        }
        assertThat(pods).hasSizeGreaterThan(15_000);
        assertThat(free.values()).allMatch(amount -> amount.signum() >= 0);
    }

    @Test
    void morePodsThanThereIsRoomForAreRefused() {
        assertThatThrownBy(() -> generated(8, 1_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("pods: ");
        assertThatThrownBy(() -> generated(0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("nodes: ");
    }

    private static String generated(int nodes, int pods) throws IOException {
        StringBuilder text = new StringBuilder();
        ClusterGenerator.write(nodes, pods, text);
        return text.toString();
    }
}
