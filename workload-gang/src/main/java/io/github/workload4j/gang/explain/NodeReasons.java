package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.RequestPart;
import io.github.workload4j.gang.FilterReason;
import java.util.List;

/**
 * Nodes that do not take a pod for exactly the same reasons.
 *
 * @param reasons all their reasons
 * @param nodes number of these nodes
 * @param sample names of the first few, in order
 * @param closest for each resource among the reasons how near the nearest node comes
 */
public record NodeReasons(List<FilterReason> reasons, int nodes, List<String> sample, List<Closest> closest) {

    /** Most names in a sample. */
    public static final int SAMPLE = 4;

    public NodeReasons {
        reasons = List.copyOf(requireNonNull(reasons, "reasons"));
        sample = List.copyOf(requireNonNull(sample, "sample"));
        closest = List.copyOf(requireNonNull(closest, "closest"));
    }

    /**
     * A resource with too little free.
     *
     * @param resource its name
     * @param asked what a pod asks: cpu in thousandths, the rest in units
     * @param free the most that is free on one of the nodes; may be below 0
     * @param parts what {@code asked} is made of, container by container; empty if that is not known, as of a changed
     *     request
     */
    public record Closest(String resource, long asked, long free, List<RequestPart> parts) {

        public Closest {
            requireNonNull(resource, "resource");
            parts = List.copyOf(requireNonNull(parts, "parts"));
        }
    }
}
