package io.github.workload4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.yaml.Document;
import io.github.workload4j.api.yaml.ManifestReader;
import io.github.workload4j.gang.timetable.Reservation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program of docs/when.md. */
class StartOfQueueTest {

    private static final Instant EVENING = Instant.parse("2026-12-01T21:00:00Z");

    private static List<String> lines(List<Reservation> reservations) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String name : List.of("cluster.yaml", "night.yaml")) {
            documents.addAll(ManifestReader.strict().read(Files.readAllBytes(Path.of("manifests", name))));
        }
        return StartOfQueue.lines(documents, EVENING, reservations);
    }

    @Test
    void eachGroupStartsWhenThereIsRoom() throws IOException {
        assertThat(lines(List.of()))
                .containsExactly(
                        "ml/finetune: 2026-12-01T21:00:00Z, no earlier",
                        "ml/pretrain: 2026-12-01T23:00:00Z, no earlier",
                        "ml/score: 2026-12-01T21:00:00Z, no earlier",
                        "proofs that a group does not start before: 1");
    }

    @Test
    void whatIsReservedTwiceIsSaid() throws IOException {
        Map<String, Map<String, Long>> all = Map.of("gpu-a-r10-2", Map.of("nvidia.com/gpu", 8L));
        Instant later = EVENING.plusSeconds(3_600);
        List<Reservation> twice =
                List.of(new Reservation("one", EVENING, later, all), new Reservation("two", EVENING, later, all));
        assertThat(lines(twice)).anyMatch(line -> line.startsWith("too much: Overbooked[reservation=two, "));
    }
}
