package io.github.workload4j.gang.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.stored.StoredSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Java serialization writes stored bytes and manifests, and nothing else of ours. */
class SerializedSweepTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private static StoredSnapshot snapshot() {
        return new StoredSnapshot(
                NOON,
                ClusterSnapshot.builder()
                        .node("n1", Map.of(), Map.of("cpu", "6", "pods", "20"))
                        .build(),
                List.of());
    }

    private static ShapeSweep sweep() {
        GangShape shape = GangShape.read("three", ShapeManifests.gang(3, "2", false));
        return new ShapeSweep(List.of(shape), Budget.steps(1_000)).withCertificates();
    }

    private static byte[] written(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    /** The same bytes with a text in the place of another that is as long. */
    private static byte[] forged(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void whatComesBackAnswersAsWhatWasWritten() throws Exception {
        StoredSnapshot stored = (StoredSnapshot) read(written(snapshot()));
        ShapeSweep sweep = (ShapeSweep) read(written(sweep()));
        assertThat(sweep.answers("c", stored.time(), stored.snapshot()))
                .isEqualTo(sweep().answers("c", NOON, snapshot().snapshot()));
        assertThat(sweep).hasToString(sweep().toString());
    }

    @Test
    void theSameIsTheSameBytes() throws IOException {
        assertThat(written(snapshot())).isEqualTo(written(snapshot()));
        assertThat(written(sweep())).isEqualTo(written(sweep()));
    }

    @Test
    void damagedBytesAreRefusedWithTheirPlace() throws IOException {
        byte[] bytes = forged(written(snapshot()), "w4jsnap", "w4jsnip");
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageStartingWith("no stored snapshot: it does not begin as one does");
    }

    @Test
    void aShapeThatIsNoneIsRefused() throws IOException {
        byte[] bytes = forged(written(sweep()), "\"minCount\":3", "\"minCount\":x");
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageStartingWith("shape three: ");
    }

    @Test
    void whatCannotTravelSaysSo() {
        assertThatThrownBy(() -> written(new MemberCounts(1, 2, 3))).isInstanceOf(NotSerializableException.class);
    }
}
