package io.github.workload4j.robustness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.stored.SnapshotFormatException;
import io.github.workload4j.gang.stored.SnapshotReader;
import io.github.workload4j.gang.stored.SnapshotWriter;
import io.github.workload4j.gang.stored.StoredSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * The first letter says what follows: stored snapshots as a file has them ({@code F}); the content of a whole one
 * ({@code W}), or, after its length in two bytes, of a whole one and of a change ({@code C}), which is framed here, so
 * that its sum is right; anything else is {@linkplain TravelTarget a form of Java serialization}.
 *
 * <p>What can be read is what a snapshot made of its objects is, with the same answers, and is the same bytes each time
 * it is written. Everything else is refused with its place.
 */
final class StoredTarget implements Target.Attack {

    private static final ClusterSnapshot NOTHING = ClusterSnapshot.of(List.of());
    private static final Budget BUDGET = Budget.steps(20_000);

    private final TravelTarget travel = new TravelTarget();

    @Override
    public void on(byte[] input) throws Exception {
        int letter = input.length == 0 ? 0 : input[0];
        byte[] rest = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
        if (letter == 'F') {
            snapshots(rest);
        } else if (letter == 'W') {
            snapshots(framed(rest));
        } else if (letter == 'C' && rest.length >= 2) {
            int end = Math.min(rest.length, 2 + ((rest[0] & 0xFF) << 8 | rest[1] & 0xFF));
            snapshots(framed(Arrays.copyOfRange(rest, 2, end), Arrays.copyOfRange(rest, end, rest.length)));
        } else {
            travel.on(input);
        }
    }

    /** As {@code docs/stored-snapshots.md} describes it. */
    private static byte[] framed(byte[]... contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("w4jsnap\1".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < contents.length; i++) {
            int kind = i == 0 ? 'W' : 'C';
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
                deflater.write(contents[i]);
            }
            CRC32 sum = new CRC32();
            sum.update(kind);
            sum.update(packed.toByteArray());
            out.write(kind);
            out.writeInt(contents[i].length);
            out.writeInt(packed.size());
            out.writeInt((int) sum.getValue());
            packed.writeTo(out);
        }
        return bytes.toByteArray();
    }

    private static void snapshots(byte[] bytes) throws IOException {
        List<StoredSnapshot> read = read(bytes);
        byte[] written = written(read);
        List<StoredSnapshot> again = read(written);
        assertThat(again).hasSameSizeAs(read);
        assertThat(written(again)).isEqualTo(written);
        for (int i = 0; i < read.size(); i++) {
            ClusterSnapshot snapshot = read.get(i).snapshot();
            ClusterSnapshot anew =
                    ClusterSnapshot.of(snapshot.since(NOTHING).put()).withSetup(snapshot.setup());
            SnapshotTarget.requireEqual(snapshot, anew);
            SnapshotTarget.requireEqual(again.get(i).snapshot(), anew);
            Groups groups = groups(read.get(i));
            for (GroupRef root : groups.roots(anew)) {
                Verdict verdict = Feasibility.answer(anew, groups, root, BUDGET);
                assertThat(Feasibility.answer(snapshot, groups, root, BUDGET)).isEqualTo(verdict);
                assertThat(Feasibility.answer(again.get(i).snapshot(), groups(again.get(i)), root, BUDGET))
                        .isEqualTo(verdict);
            }
        }
    }

    private static Groups groups(StoredSnapshot stored) {
        return Groups.of(stored.others().stream()
                .filter(SchedulingObject.class::isInstance)
                .map(SchedulingObject.class::cast)
                .toList());
    }

    /** {@return the snapshots before what is refused} */
    private static List<StoredSnapshot> read(byte[] bytes) throws IOException {
        List<StoredSnapshot> read = new ArrayList<>();
        try (SnapshotReader reader = new SnapshotReader(new ByteArrayInputStream(bytes))) {
            Optional<StoredSnapshot> next = reader.next();
            while (next.isPresent()) {
                read.add(next.get());
                next = reader.next();
            }
        } catch (SnapshotFormatException e) {
            assertThat(e.getMessage()).matches("(?s).+ \\(in what begins at byte \\d+\\)");
        }
        return read;
    }

    private static byte[] written(List<StoredSnapshot> snapshots) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            for (StoredSnapshot one : snapshots) {
                writer.write(one.time(), one.snapshot(), one.others());
            }
        }
        return bytes.toByteArray();
    }
}
