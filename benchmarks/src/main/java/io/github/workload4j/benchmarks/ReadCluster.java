package io.github.workload4j.benchmarks;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reading 5,000 pods or nodes as one list. fabric8 refuses YAML of more than 3 MiB, so it plays in JSON only. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadCluster {

    private static final int COUNT = 5000;

    @Param({"pods", "nodes"})
    private String kind = "pods";

    private byte[] json = {};
    private byte[] yaml = {};

    @Setup
    public void setUp() throws IOException {
        json = text().getBytes(StandardCharsets.UTF_8);
        yaml = yaml(text());
    }

    private String text() {
        return kind.equals("pods") ? CodecInputs.pods(COUNT) : CodecInputs.nodes(COUNT);
    }

    private static byte[] yaml(String json) throws IOException {
        JsonNode tree = Peers.JACKSON_JSON.readTree(json);
        return Peers.JACKSON_YAML.writeValueAsBytes(tree);
    }

    private static void ours(byte[] text, Blackhole hole) {
        ManifestReader.strict().read(text, document -> hole.consume(((Decoded) document).object()));
    }

    @Benchmark
    public void workload4jJson(Blackhole hole) {
        ours(json, hole);
    }

    /** From a stream, whose text is kept. */
    @Benchmark
    public void workload4jJsonStream(Blackhole hole) throws IOException {
        ManifestReader.strict()
                .read(new ByteArrayInputStream(json), document -> hole.consume(((Decoded) document).object()));
    }

    /** All the way to what questions are asked of; fabric8 has nothing of the kind and reads the objects only. */
    @Benchmark
    public ClusterSnapshot workload4jJsonToSnapshot() {
        List<Node> nodes = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        ManifestReader.strict().read(json, document -> {
            if (((Decoded) document).object() instanceof Pod pod) {
                pods.add(pod);
            } else if (((Decoded) document).object() instanceof Node node) {
                nodes.add(node);
            }
        });
        return ClusterSnapshot.of(nodes, pods);
    }

    @Benchmark
    public void workload4jYaml(Blackhole hole) {
        ours(yaml, hole);
    }

    /** The list with a quantity that is none: in the first item, in every tenth, or in all. */
    @State(Scope.Benchmark)
    public static class Faulty {

        @Param({"first", "tenth", "all"})
        private String bad = "first";

        private byte[] json = {};
        private byte[] yaml = {};

        @Setup
        public void setUp(ReadCluster whole) throws IOException {
            int every = bad.equals("first") ? COUNT : bad.equals("tenth") ? 10 : 1;
            String text = CodecInputs.withFaults(whole.text(), every);
            json = text.getBytes(StandardCharsets.UTF_8);
            yaml = yaml(text);
        }
    }

    @Benchmark
    public void workload4jJsonBad(Faulty faulty, Blackhole hole) {
        ManifestReader.strict().read(faulty.json, hole::consume);
    }

    @Benchmark
    public void workload4jYamlBad(Faulty faulty, Blackhole hole) {
        ManifestReader.strict().read(faulty.yaml, hole::consume);
    }

    @Benchmark
    public Object fabric8Json() {
        ByteArrayInputStream in = new ByteArrayInputStream(json);
        return kind.equals("pods")
                ? Peers.FABRIC8.unmarshal(in, io.fabric8.kubernetes.api.model.PodList.class)
                : Peers.FABRIC8.unmarshal(in, io.fabric8.kubernetes.api.model.NodeList.class);
    }

    @Benchmark
    public Object officialJson() {
        return io.kubernetes.client.openapi.JSON.deserialize(
                new String(json, StandardCharsets.UTF_8),
                kind.equals("pods")
                        ? io.kubernetes.client.openapi.models.V1PodList.class
                        : io.kubernetes.client.openapi.models.V1NodeList.class);
    }

    /** What Jackson's tokens cost alone: the floor for JSON. */
    @Benchmark
    public void floorJson(Blackhole hole) throws IOException {
        try (JsonParser tokens = Peers.JACKSON_JSON.createParser(json)) {
            while (tokens.nextToken() != null) {
                hole.consume(tokens.currentToken());
            }
        }
    }

    /** A part of a pod smaller than ours, bound by Jackson. */
    @Benchmark
    public Object jacksonRecordsJson() throws IOException {
        return Peers.JACKSON_JSON.readValue(json, Peers.PodList.class);
    }
}
