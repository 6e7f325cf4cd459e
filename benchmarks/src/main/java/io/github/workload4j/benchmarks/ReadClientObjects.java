package io.github.workload4j.benchmarks;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.client.ClientObjects;
import io.github.workload4j.fabric8.Fabric8Objects;
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1NodeList;
import io.kubernetes.client.openapi.models.V1PodList;
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

/** 5,000 pods or nodes that a client holds as ours. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadClientObjects {

    private static final int COUNT = 5000;

    @Param({"pods", "nodes"})
    private String kind = "pods";

    private List<? extends HasMetadata> fabric8 = List.of();
    private List<? extends KubernetesObject> official = List.of();

    /** Makes the input. */
    @Setup
    public void setUp() {
        boolean arePods = kind.equals("pods");
        String json = arePods ? CodecInputs.pods(COUNT) : CodecInputs.nodes(COUNT);
        fabric8 = arePods
                ? Peers.FABRIC8
                        .unmarshal(json, io.fabric8.kubernetes.api.model.PodList.class)
                        .getItems()
                : Peers.FABRIC8
                        .unmarshal(json, io.fabric8.kubernetes.api.model.NodeList.class)
                        .getItems();
        official = arePods
                ? JSON.<V1PodList>deserialize(json, V1PodList.class).getItems()
                : JSON.<V1NodeList>deserialize(json, V1NodeList.class).getItems();
    }

    @Benchmark
    public void fabric8(Blackhole hole) {
        Fabric8Objects objects = Fabric8Objects.standard();
        fabric8.forEach(object -> hole.consume(objects.object(object)));
    }

    @Benchmark
    public void official(Blackhole hole) {
        ClientObjects objects = ClientObjects.standard();
        official.forEach(object -> hole.consume(objects.object(object)));
    }

    /** The detour over JSON text. */
    @Benchmark
    public void fabric8OverJson(Blackhole hole) {
        ManifestReader reader = ManifestReader.lenient();
        fabric8.forEach(object -> hole.consume(
                ((Decoded) reader.read(Peers.FABRIC8.asJson(object)).get(0)).object()));
    }

    /** The detour over JSON text. */
    @Benchmark
    public void officialOverJson(Blackhole hole) {
        ManifestReader reader = ManifestReader.lenient();
        official.forEach(object ->
                hole.consume(((Decoded) reader.read(JSON.serialize(object)).get(0)).object()));
    }

    /** What it takes to look at everything in the client's objects and make nothing of it. */
    @Benchmark
    public void floorFabric8(Blackhole hole) {
        fabric8.forEach(object -> hole.consume(object.hashCode()));
    }
}
