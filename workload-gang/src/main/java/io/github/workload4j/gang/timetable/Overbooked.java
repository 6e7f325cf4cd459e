package io.github.workload4j.gang.timetable;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A reservation that takes more of a resource than its node has left beside the pods that are there then and the
 * reservations before it. It is kept all the same: groups find nothing free there.
 *
 * @param reservation its name
 * @param node the node
 * @param resource the resource
 * @param from the first moment at which it is too much
 * @param missing how much is missing at the worst moment: cpu in thousandths, {@code pods} in slots, the rest in units
 * @since 0.1.0
 */
public record Overbooked(String reservation, String node, String resource, Instant from, long missing) {

    public Overbooked {
        requireNonNull(reservation, "reservation");
        requireNonNull(node, "node");
        requireNonNull(resource, "resource");
        requireNonNull(from, "from");
        if (missing < 1) {
            throw new IllegalArgumentException("missing: " + missing + " (expected: 1 or more)");
        }
    }
}
