package io.github.workload4j.gang.stored;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A cluster at one moment, as it was stored. Equal if the snapshot is the same object, and the rest equal.
 *
 * <p>Java serialization writes the stored bytes, see {@link SnapshotWriter}, and reads them as a {@link SnapshotReader}
 * does, within its limits; bytes that this refuses are an {@link InvalidObjectException} with its message.
 *
 * @param time when it was so, as the writer said
 * @param snapshot nodes, pods and what else a snapshot holds
 * @param others objects that were stored beside it, such as groups, in the order of kind, namespace and name
 * @since 0.1.0
 */
public record StoredSnapshot(Instant time, ClusterSnapshot snapshot, List<ApiObject> others) implements Serializable {

    public StoredSnapshot {
        requireNonNull(time, "time");
        requireNonNull(snapshot, "snapshot");
        others = List.copyOf(requireNonNull(others, "others"));
    }

    /** {@return when it was and how large it is, in a line} */
    @Override
    public String toString() {
        return "StoredSnapshot[" + time + ", " + snapshot + ", " + others.size() + " others]";
    }

    private record Written(byte[] stored) implements Serializable {

        private Object readResolve() throws InvalidObjectException {
            try {
                return SnapshotReader.read(stored);
            } catch (SnapshotFormatException | NullPointerException e) {
                throw new InvalidObjectException(e.getMessage());
            }
        }
    }

    private Object writeReplace() throws ObjectStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SnapshotWriter writer = new SnapshotWriter(bytes)) {
            writer.write(time, snapshot, others);
        } catch (IllegalArgumentException | IOException e) {
            throw new NotSerializableException(e.getMessage());
        }
        return new Written(bytes.toByteArray());
    }
}
