package io.github.workload4j.cli.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.timetable.Reservation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservationReaderTest {

    private static final String TIMES = "\"from\": \"2026-12-01T03:00:00Z\", \"until\": \"2026-12-01T04:00:00Z\"";

    @TempDir
    private Path folder;

    private final ClusterSnapshot snapshot = ClusterSnapshot.builder()
            .node("a", Map.of(), Map.of("cpu", "4", "pods", "10"))
            .pending("train-0", GroupRef.podGroup("ml", "train"), Map.of("cpu", "3"))
            .build();

    private List<Reservation> read(String text) throws IOException {
        Path file = folder.resolve("reservations.json");
        Files.writeString(file, text);
        return new ReservationReader(snapshot).read(file);
    }

    private Map<String, Map<String, Long>> taken(String member) throws IOException {
        return read("[{\"name\": \"r\", " + TIMES + ", " + member + "}]").get(0).taken();
    }

    @Test
    void nodesAreKeptWholeOrInPart() throws IOException {
        assertThat(taken("\"nodes\": [\"a\"]")).isEqualTo(Map.of("a", Map.of("cpu", 4_000L, "pods", 10L)));
        assertThat(taken("\"nodes\": [\"a\"], \"resources\": {\"cpu\": \"500m\", \"pods\": 1}"))
                .isEqualTo(Map.of("a", Map.of("cpu", 500L, "pods", 1L)));
    }

    @Test
    void aPlacementKeepsWhatItsPodsTake() throws IOException {
        assertThat(taken("\"placement\": [{\"pod\": \"ml/train-0\", \"node\": \"a\"}]"))
                .isEqualTo(Map.of("a", Map.of("cpu", 3_000L, "pods", 1L)));
    }

    @Test
    void yamlSaysTheSame() throws IOException {
        String yaml = "# kept\n- name: r\n  from: 2026-12-01T03:00:00Z\n  until: \"2026-12-01T04:00:00Z\"\n"
                + "  nodes: [a]\n  resources: {cpu: 500m, pods: 1}\n";
        String json = "[{\"name\": \"r\", " + TIMES
                + ", \"nodes\": [\"a\"], \"resources\": {\"cpu\": \"500m\", \"pods\": 1}}]";
        assertThat(read(yaml)).isEqualTo(read(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty (expected: a value in YAML or JSON)",
                "a: b | the reservations: an object (expected: a list, each with name, from, until, nodes",
                "- a;---;- b | line 3: another document (expected: one)",
                "- name: \"a | 1:11: while scanning a quoted scalar",
                "- {name: a, name: b} | Duplicate field 'name'",
                "[{\"name\": 1] | line 1, column 12: Unexpected close marker ']': expected '}'"
            })
    void whatIsNoListOfReservationsIsToldWithItsPlace(String text, String why) {
        assertThatThrownBy(() -> read(text.replace(';', '\n'))).hasMessageStartingWith(why);
    }

    @Test
    void twoReservationsHaveTwoNames() {
        String one = "{\"name\": \"r\", " + TIMES + ", \"nodes\": [\"a\"]}";
        assertThatThrownBy(() -> read("[" + one + "," + one + "]"))
                .hasMessage("[1].name: r again (expected: a name of its own)");
        assertThatThrownBy(() -> read("[" + one.replace("\"r\"", "\" \"") + "]"))
                .hasMessage("[0].name: none (expected: a name of its own)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"nodes\": [\"b\"] | [0].nodes[0]",
                "\"nodes\": [\"a\"], \"resources\": {\"cpu\": \"-1\"} | [0].resources.cpu",
                "\"nodes\": [\"a\"], \"sorts\": 1 | sorts",
                "\"nodes\": [\"a\", \"a\"] | [0].nodes[1]: a again",
                "\"nodes\": [\"a\"], \"placement\": [] | nodes and placement",
                "\"nodes\": [\"a\"], \"until\": \"soon\" | until",
                "\"resources\": {} | neither nodes nor placement",
                "\"placement\": [{\"pod\": \"ml/other\", \"node\": \"a\"}] | [0]: placement: pod ml/other"
            })
    void mistakesAreToldWithTheirPlace(String member, String place) {
        String times = member.contains("until") ? TIMES.substring(0, TIMES.indexOf(", ")) : TIMES;
        assertThatThrownBy(() -> read("[{\"name\": \"r\", " + times + ", " + member + "}]"))
                .hasMessageContaining(place);
    }

    @Test
    void whatIsNoListIsTold() {
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("the reservations");
        assertThatThrownBy(() -> read("[")).isInstanceOf(IOException.class).hasMessageContaining("line 1");
    }
}
