package io.github.workload4j.benchmarks;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.yaml.ManifestWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Writing 1,000 Workloads as YAML. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WriteWorkloads {

    private List<Workload> workloads = List.of();
    private final List<Object> fabric8 = new ArrayList<>();
    private final List<Object> official = new ArrayList<>();
    private final List<Object> records = new ArrayList<>();

    /** Makes the input, and each peer's objects by its own reader. */
    @Setup
    public void setUp() throws IOException {
        workloads = CodecInputs.workloads(ApiVersion.V1BETA1, 1000);
        for (String document : CodecInputs.documents(workloads)) {
            fabric8.add(Peers.FABRIC8.unmarshal(
                    document, io.fabric8.kubernetes.api.model.scheduling.v1beta1.Workload.class));
            records.add(Peers.JACKSON_YAML.readValue(document, Peers.Workload.class));
        }
        for (String document : CodecInputs.documents(CodecInputs.workloads(ApiVersion.V1ALPHA2, 1000))) {
            official.add(io.kubernetes.client.util.Yaml.loadAs(
                    document, io.kubernetes.client.openapi.models.V1alpha2Workload.class));
        }
    }

    @Benchmark
    public void workload4j(Blackhole hole) {
        for (Workload workload : workloads) {
            hole.consume(ManifestWriter.yaml().write(workload));
        }
    }

    @Benchmark
    public void workload4jJson(Blackhole hole) {
        for (Workload workload : workloads) {
            hole.consume(ManifestWriter.json().write(workload));
        }
    }

    @Benchmark
    public void fabric8(Blackhole hole) {
        for (Object workload : fabric8) {
            hole.consume(Peers.FABRIC8.asYaml(workload));
        }
    }

    @Benchmark
    public void official(Blackhole hole) {
        for (Object workload : official) {
            hole.consume(io.kubernetes.client.util.Yaml.dump(workload));
        }
    }

    @Benchmark
    public void jacksonRecords(Blackhole hole) throws IOException {
        for (Object workload : records) {
            hole.consume(Peers.JACKSON_YAML.writeValueAsString(workload));
        }
    }
}
