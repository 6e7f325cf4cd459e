package io.github.workload4j.gang.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterEvents;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReaderTest {

    private static final int FRAMES = 2_000 * Integer.getInteger("workload.times", 1);

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00.5Z");

    private static byte[] stored(long seed, int snapshots, List<ClusterSnapshot> views) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ClusterEvents cluster = new ClusterEvents(seed);
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            for (int i = 0; i < snapshots; i++) {
                for (int e = 0; e < 20; e++) {
                    cluster.next();
                }
                views.add(cluster.view());
                writer.write(NOON.plusSeconds(300L * i), cluster.view(), List.of());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void snapshotsAreReadAsTheyWereWritten() throws IOException {
        List<ClusterSnapshot> views = new ArrayList<>();
        byte[] bytes = stored(3, 60, views);
        try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(bytes))) {
            for (int i = 0; i < views.size(); i++) {
                StoredSnapshot read = reader.next().orElseThrow();
                ClusterEvents.requireAlike(read.snapshot(), views.get(i));
                assertThat(read.time()).isEqualTo(NOON.plusSeconds(300L * i));
            }
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void aGroupIsAskedAboutAtEachTime(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("cluster.snap");
        GroupRef group = GroupRef.podGroup("ml", "train");
        Groups groups = Groups.of(List.of(PodGroup.gang(ApiVersion.V1BETA1, "ml", "train", 1)));
        Instant noon = NOON;
        Instant later = NOON.plusSeconds(300);
        ClusterSnapshot snapshot = ClusterSnapshot.builder()
                .node("n", Map.of(), Map.of("cpu", "4", "pods", "110"))
                .pending("train-0", group, Map.of("cpu", "3"))
                .build();
        ClusterSnapshot changed = snapshot.with(ClusterSnapshot.builder()
                .running("shop", "web", "n", Map.of("cpu", "2"))
                .build()
                .since(ClusterSnapshot.of(List.of())));
        List<Verdict> verdicts = new ArrayList<>();
        try (SnapshotWriter writer = new SnapshotWriter(Files.newOutputStream(path))) {
            writer.write(noon, snapshot, List.of()); // the first is whole
            writer.write(later, changed, List.of()); // of each further one, what changed
        }
        try (SnapshotReader reader = new SnapshotReader(Files.newInputStream(path))) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                verdicts.add(Feasibility.answer(next.get().snapshot(), groups, group, Budget.DEFAULT));
            }
        }
        assertThat(verdicts).extracting(Verdict::word).containsExactly("feasible", "infeasible");
    }

    @Test
    void bytesThatAreNoStoredSnapshotAreRefused() {
        assertThatThrownBy(() -> SnapshotReader.read("apiVersion: v1".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessage("no stored snapshot: it does not begin as one does (in what begins at byte 0)");
        assertThat(SnapshotReader.isOne("apiVersion: v1".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void aNewerFormIsRefusedAsOne() {
        byte[] bytes = SnapshotWriter.bytes(NOON, ClusterSnapshot.of(List.of()));
        assertThat(SnapshotReader.isOne(bytes)).isTrue();
        bytes[7] = 2;
        assertThatThrownBy(() -> SnapshotReader.read(bytes))
                .hasMessage(
                        "of form 2 (expected: 1); another version of this library reads it (in what begins at byte 0)");
    }

    @Test
    void whateverIsCutOffIsRefused() throws IOException {
        byte[] bytes = stored(4, 3, new ArrayList<>());
        int whole = 0;
        for (int length = 0; length < bytes.length; length++) {
            byte[] some = Arrays.copyOf(bytes, length);
            try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(some))) {
                int read = 0;
                try {
                    while (reader.next().isPresent()) {
                        read++;
                    }
                    whole++;
                } catch (SnapshotFormatException e) {
                    assertThat(e).hasMessageContaining("byte");
                }
                assertThat(read).isLessThan(3);
            }
        }
        assertThat(whole).as("cut between snapshots, where a file may end").isEqualTo(3);
    }

    @Test
    void noChangedByteIsTakenForWhatWasWritten() throws IOException {
        byte[] bytes = stored(5, 2, new ArrayList<>());
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> readAll(changed)).isInstanceOf(SnapshotFormatException.class);
        }
    }

    /** A sum that fits is no proof of what stands there: whatever does is read or refused, and nothing else happens. */
    @Test
    void whateverStandsInAFrameIsReadOrRefused() throws IOException {
        byte[] content = Frame.read(Frame.WHOLE, after(SnapshotWriter.bytes(NOON, someCluster())));
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < FRAMES; i++) {
            byte[] changed =
                    Arrays.copyOf(content, random.nextInt(4) == 0 ? random.nextInt(content.length) : content.length);
            for (int c = 0; c < 1 + random.nextInt(3) && changed.length > 0; c++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            refused += isRefused(changed) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(FRAMES / 5);
    }

    private static ClusterSnapshot someCluster() {
        ClusterEvents cluster = new ClusterEvents(7);
        for (int e = 0; e < 150; e++) {
            cluster.next();
        }
        return cluster.view();
    }

    private static DataInputStream after(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Frame.requireBeginning(in);
        in.read();
        return in;
    }

    private static boolean isRefused(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Frame.begin(out);
        Frame.write(Frame.WHOLE, content, out);
        try {
            readAll(bytes.toByteArray());
            return false;
        } catch (SnapshotFormatException e) {
            return true;
        }
    }

    private static void readAll(byte[] bytes) throws IOException {
        try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(bytes))) {
            Optional<StoredSnapshot> next = reader.next();
            while (next.isPresent()) {
                next = reader.next();
            }
        }
    }
}
