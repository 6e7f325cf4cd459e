package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * Where the pods of a group may go together.
 *
 * @param topology node labels; all pods go to nodes with one value of each. At most one is valid
 */
public record SchedulingConstraints(List<TopologyConstraint> topology) implements ManifestValue {

    public SchedulingConstraints {
        topology = List.copyOf(requireNonNull(topology, "topology"));
    }

    /** {@return the constraint that all pods go to nodes with one value of the label {@code key}} */
    public static SchedulingConstraints sameDomain(String key) {
        return new SchedulingConstraints(List.of(new TopologyConstraint(key)));
    }
}
