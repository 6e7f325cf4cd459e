package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * What became of a {@link CompositePodGroup}.
 *
 * @param conditions conditions in manifest order
 */
public record CompositePodGroupStatus(List<Condition> conditions) implements ManifestValue {

    public CompositePodGroupStatus {
        conditions = List.copyOf(requireNonNull(conditions, "conditions"));
    }

    /** Nothing said. */
    public static final CompositePodGroupStatus EMPTY = new CompositePodGroupStatus(List.of());
}
