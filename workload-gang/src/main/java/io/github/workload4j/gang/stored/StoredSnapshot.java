package io.github.workload4j.gang.stored;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.time.Instant;
import java.util.List;

/**
 * A cluster at one moment, as it was stored. Equal if the snapshot is the same object, and the rest equal.
 *
 * @param time when it was so, as the writer said
 * @param snapshot nodes, pods and what else a snapshot holds
 * @param others objects that were stored beside it, such as groups, in the order of kind, namespace and name
 * @since 0.1.0
 */
public record StoredSnapshot(Instant time, ClusterSnapshot snapshot, List<ApiObject> others) {

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
}
