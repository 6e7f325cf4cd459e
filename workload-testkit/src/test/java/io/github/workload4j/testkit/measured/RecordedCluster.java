package io.github.workload4j.testkit.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Namespace;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.ClusterSetup;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The objects of a cluster that the real scheduler was given. */
final class RecordedCluster {

    static final ObjectMapper JSON = new ObjectMapper();

    final List<Node> nodes = new ArrayList<>();
    final List<Pod> pods = new ArrayList<>();
    final List<Namespace> namespaces = new ArrayList<>();
    final List<SchedulingObject> groups = new ArrayList<>();

    private static InputStream open(String resource) throws IOException {
        String elsewhere = System.getProperty("workload.recorded");
        InputStream in = elsewhere == null
                ? RecordedCluster.class.getResourceAsStream(resource)
                : Files.newInputStream(Path.of(elsewhere + resource));
        if (in == null) {
            throw new IllegalStateException(resource + " is not on the path");
        }
        return in;
    }

    /** {@return the lines of a recording, each a JSON value; from the directory workload.recorded, if given} */
    static List<JsonNode> lines(String resource) {
        try (InputStream in = open(resource)) {
            List<JsonNode> lines = new ArrayList<>();
            BufferedReader text =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                lines.add(JSON.readTree(line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordedCluster of(Iterable<JsonNode> items) {
        ObjectNode list = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
        ArrayNode all = list.putArray("items");
        items.forEach(all::add);
        try {
            return of(JSON.writeValueAsBytes(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordedCluster of(byte[] text) {
        RecordedCluster cluster = new RecordedCluster();
        for (Document document : ManifestReader.strict().read(text)) {
            if (!(document instanceof Decoded decoded)) {
                throw new IllegalStateException(document.toString());
            }
            cluster.add(decoded.object());
        }
        return cluster;
    }

    private void add(ApiObject object) {
        if (object instanceof Node node) {
            nodes.add(node);
        } else if (object instanceof Pod pod) {
            pods.add(pod);
        } else if (object instanceof Namespace namespace) {
            namespaces.add(namespace);
        } else {
            groups.add((SchedulingObject) object);
        }
    }

    ClusterSnapshot snapshot(ClusterSetup setup) {
        return ClusterSnapshot.of(nodes, pods, namespaces).withSetup(setup);
    }

    Groups groups() {
        return Groups.of(groups);
    }

    /** {@return the groups, some of them changed} */
    Groups groupsWith(RecordedCluster change) {
        List<SchedulingObject> all = new ArrayList<>(groups);
        all.removeIf(old -> change.groups.stream()
                .anyMatch(changed -> changed.kind().equals(old.kind())
                        && changed.metadata().name().equals(old.metadata().name())));
        all.addAll(change.groups);
        return Groups.of(all);
    }

    Replay replay(ClusterSetup setup) {
        return Replay.of(nodes, pods, groups, namespaces).withSetup(setup);
    }
}
