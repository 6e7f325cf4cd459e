package io.github.workload4j.fabric8;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Nodes and pods of this project's tests and examples, read by us and by the client. */
final class RealManifests {

    private static final KubernetesSerialization CLIENT = new KubernetesSerialization();

    private RealManifests() {}

    /**
     * One object, twice.
     *
     * @param ours as read by us
     * @param theirs as read by the client
     */
    record Pair(ApiObject ours, HasMetadata theirs) {
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
                    pairs.add(new Pair(decoded.object(), CLIENT.unmarshal(json)));
                }
            }
        }
        return pairs;
    }
}
