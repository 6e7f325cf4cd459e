package io.github.workload4j.gang.question;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** One directory of the scheduling conformance cases: a cluster, a group, and what must be answered. */
record Scenario(
        String name,
        List<Node> nodes,
        List<Pod> pods,
        List<SchedulingObject> objects,
        List<ApiObject> storage,
        Map<String, Object> expected) {

    static List<Scenario> all() {
        return all("scheduling");
    }

    static List<Scenario> all(String folder) {
        try {
            URL url = Scenario.class.getResource("/conformance/" + folder + "/README.md");
            if (url == null) {
                throw new IllegalStateException("the conformance cases are not on the path");
            }
            try (Stream<Path> directories = Files.list(Path.of(url.toURI()).getParent())) {
                List<Scenario> all = new ArrayList<>();
                for (Path directory :
                        directories.filter(Files::isDirectory).sorted().toList()) {
                    all.add(read(directory));
                }
                return all;
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Scenario read(Path directory) throws IOException {
        List<Node> nodes = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        List<SchedulingObject> objects = new ArrayList<>();
        List<ApiObject> storage = new ArrayList<>();
        for (String file : List.of("nodes.yaml", "pods.yaml", "group.yaml", "volumes.yaml")) {
            if (!Files.exists(directory.resolve(file))) {
                continue;
            }
            for (Document document : ManifestReader.strict().read(Files.readAllBytes(directory.resolve(file)))) {
                if (!(document instanceof Decoded decoded)) {
                    throw new IllegalStateException(directory + "/" + file + ": " + document);
                }
                ApiObject object = decoded.object();
                if (object instanceof Node node) {
                    nodes.add(node);
                } else if (object instanceof Pod pod) {
                    pods.add(pod);
                } else if (StorageObjects.isOne(object)) {
                    storage.add(object);
                } else {
                    objects.add((SchedulingObject) object);
                }
            }
        }
        try (InputStream in = Files.newInputStream(directory.resolve("expected.yaml"))) {
            return new Scenario(directory.getFileName().toString(), nodes, pods, objects, storage, new Yaml().load(in));
        }
    }

    ClusterSnapshot snapshot() {
        return ClusterSnapshot.of(nodes, pods).withStorage(StorageObjects.of(storage));
    }

    Groups groups() {
        return Groups.of(objects);
    }

    @SuppressWarnings("unchecked")
    GroupRef group() {
        Map<String, String> group = (Map<String, String>) expected.get("group");
        String namespace = group.get("namespace");
        String of = group.get("name");
        return switch (group.get("kind")) {
            case "Workload" ->
                GroupRef.workload(namespace, of, group.get("podGroup"), group.getOrDefault("podGroupReplicaKey", ""));
            case "PodGroup" -> GroupRef.podGroup(namespace, of);
            default -> GroupRef.compositePodGroup(namespace, of);
        };
    }

    @SuppressWarnings("unchecked")
    <T> T expected(String field, T otherwise) {
        return (T) expected.getOrDefault(field, otherwise);
    }

    @Override
    public String toString() {
        return name;
    }
}
