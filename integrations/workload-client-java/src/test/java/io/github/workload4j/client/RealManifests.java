package io.github.workload4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Nodes and pods of this project's tests and examples, read by us and by the client, if it knows their fields. */
final class RealManifests {

    private RealManifests() {}

    /**
     * One object, twice.
     *
     * @param ours as read by us
     * @param theirs as read by the client
     */
    record Pair(ApiObject ours, KubernetesObject theirs) {
        @Override
        public String toString() {
            return ours.kind() + " " + ours.metadata().name();
        }
    }

    static List<Pair> pairs() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root :
                List.of("../../workload-gang/src/test/resources/conformance/scheduling", "../../examples/manifests")) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                all.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (Path file : files) {
            for (Document document : ManifestReader.lenient().read(Files.readAllBytes(file))) {
                if (document instanceof Decoded decoded
                        && (decoded.object() instanceof Node || decoded.object() instanceof Pod)) {
                    String json = document.content().orElseThrow().json();
                    Class<?> type = decoded.object() instanceof Node ? V1Node.class : V1Pod.class;
                    try {
                        pairs.add(new Pair(decoded.object(), JSON.deserialize(json, type)));
                    } catch (IllegalArgumentException e) {
                        assertThat(e).hasMessageMatching("(?s).*(is not defined in the|The required field ).*");
                    }
                }
            }
        }
        return pairs;
    }
}
