package io.github.workload4j.benchmarks;

import com.fasterxml.jackson.databind.MappingIterator;
import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.yaml.Decoded;
import io.github.workload4j.api.yaml.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reading Workloads as YAML. fabric8 and the official client take one document at a time; their own splitting of
 * streams is slower still.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadWorkloads {

    @Param({"1000", "10000"})
    private int count;

    private List<String> documents = List.of();
    private List<String> alpha2 = List.of();
    private byte[] stream = {};

    /** Makes the input. */
    @Setup
    public void setUp() {
        documents = CodecInputs.documents(CodecInputs.workloads(ApiVersion.V1BETA1, count));
        alpha2 = CodecInputs.documents(CodecInputs.workloads(ApiVersion.V1ALPHA2, count));
        stream = CodecInputs.stream(documents).getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public void workload4j(Blackhole hole) {
        ManifestReader.strict().read(stream, document -> hole.consume(((Decoded) document).object()));
    }

    @Benchmark
    public void fabric8(Blackhole hole) {
        for (String document : documents) {
            hole.consume((Object) Peers.FABRIC8.unmarshal(
                    document, io.fabric8.kubernetes.api.model.scheduling.v1beta1.Workload.class));
        }
    }

    /** The client of 1.36 knows {@code v1alpha2} only, and its Yaml does not find it by kind. */
    @Benchmark
    public void official(Blackhole hole) {
        for (String document : alpha2) {
            hole.consume(io.kubernetes.client.util.Yaml.loadAs(
                    document, io.kubernetes.client.openapi.models.V1alpha2Workload.class));
        }
    }

    /** What SnakeYAML's events cost alone: the floor of everything above them. */
    @Benchmark
    public void floor(Blackhole hole) {
        for (String document : documents) {
            Parser events = new ParserImpl(new StreamReader(document), new LoaderOptions());
            while (!events.checkEvent(Event.ID.StreamEnd)) {
                hole.consume(events.getEvent());
            }
        }
    }

    @Benchmark
    public void jacksonRecords(Blackhole hole) throws IOException {
        try (MappingIterator<Peers.Workload> all =
                Peers.JACKSON_YAML.readerFor(Peers.Workload.class).readValues(stream)) {
            while (all.hasNext()) {
                hole.consume(all.next());
            }
        }
    }
}
