package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * What objects take while they are kept: 1,000 Workloads read from YAML, 5,000 pods and nodes read from JSON. Run it
 * with {@code -XX:+UseSerialGC}: used heap after collecting, by how much it grows with one reading more, the median of
 * several; the input is not counted.
 */
public final class RetainedMemory {

    private static final int ROUNDS = 3;
    private static volatile Object kept = "";

    private RetainedMemory() {}

    /** Prints a line for each library and input. */
    public static void main(String[] args) {
        workloads();
        cluster(
                "pods",
                CodecInputs.pods(5000),
                io.fabric8.kubernetes.api.model.PodList.class,
                io.kubernetes.client.openapi.models.V1PodList.class);
        cluster(
                "nodes",
                CodecInputs.nodes(5000),
                io.fabric8.kubernetes.api.model.NodeList.class,
                io.kubernetes.client.openapi.models.V1NodeList.class);
    }

    private static void workloads() {
        List<String> documents = CodecInputs.documents(CodecInputs.workloads(ApiVersion.V1BETA1, 1000));
        List<String> alpha2 = CodecInputs.documents(CodecInputs.workloads(ApiVersion.V1ALPHA2, 1000));
        byte[] stream = CodecInputs.stream(documents).getBytes(StandardCharsets.UTF_8);
        print("1,000 Workloads", "workload4j objects", () -> objects(stream));
        print(
                "1,000 Workloads",
                "workload4j documents",
                () -> ManifestReader.strict().read(stream));
        print(
                "1,000 Workloads",
                "fabric8",
                () -> documents.stream()
                        .map(document -> Peers.FABRIC8.unmarshal(
                                document, io.fabric8.kubernetes.api.model.scheduling.v1beta1.Workload.class))
                        .toList());
        print(
                "1,000 Workloads",
                "official",
                () -> alpha2.stream()
                        .map(document -> io.kubernetes.client.util.Yaml.loadAs(
                                document, io.kubernetes.client.openapi.models.V1alpha2Workload.class))
                        .toList());
    }

    private static void cluster(String kind, String json, Class<?> fabric8, Class<?> official) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        print("5,000 " + kind, "workload4j objects", () -> objects(bytes));
        print(
                "5,000 " + kind,
                "workload4j documents",
                () -> ManifestReader.strict().read(bytes));
        print("5,000 " + kind, "fabric8", () -> Peers.FABRIC8.unmarshal(new ByteArrayInputStream(bytes), fabric8));
        print("5,000 " + kind, "official", () -> io.kubernetes.client.openapi.JSON.deserialize(json, official));
    }

    private static List<Object> objects(byte[] text) {
        List<Object> objects = new ArrayList<>();
        ManifestReader.strict().read(text, document -> objects.add(((Decoded) document).object()));
        return objects;
    }

    private static void print(String input, String library, Supplier<Object> reading) {
        reading.get();
        Object[] held = new Object[ROUNDS + 1];
        kept = held;
        held[0] = reading.get();
        long[] rounds = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = used();
            held[round + 1] = reading.get();
            rounds[round] = used() - before;
        }
        Arrays.sort(rounds);
        System.out.printf("%-16s %-22s %8.2f MB%n", input, library, rounds[ROUNDS / 2] / 1e6);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
