package io.github.workload4j.gang.timetable;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.PodRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Room on nodes that is kept for something else from one moment on until before another.
 *
 * <p>It takes what it says and nothing else: no rule about other pods, port, device or volume.
 *
 * @param name what the caller calls it
 * @param from the moment at which it begins
 * @param until the moment at which it has ended, not before {@code from}
 * @param taken by node what it takes of each resource, 0 or more: cpu in thousandths, {@code pods} in slots, the rest
 *     in units
 * @since 0.1.0
 */
public record Reservation(String name, Instant from, Instant until, Map<String, Map<String, Long>> taken) {

    /** Copies the maps. */
    public Reservation {
        requireNonNull(name, "name");
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        requireNonNull(taken, "taken");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "until: " + until + " of reservation " + name + " (expected: not before its begin, " + from + ")");
        }
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        taken.forEach((node, amounts) -> {
            amounts.forEach((resource, amount) -> {
                if (amount < 0) {
                    throw new IllegalArgumentException("taken: " + amount + " of " + resource + " on node " + node
                            + " in reservation " + name + " (expected: 0 or more)");
                }
            });
            copy.put(node, Collections.unmodifiableMap(new TreeMap<>(amounts)));
        });
        taken = Collections.unmodifiableMap(copy);
    }

    /**
     * {@return a reservation of what pods take on the nodes where they are to be, such as those of a group that was
     * promised its start}
     *
     * @param snapshot a snapshot in which the pods wait
     * @param placement the pods and their nodes
     * @throws IllegalArgumentException if a pod does not wait there
     */
    public static Reservation of(
            String name, Instant from, Instant until, ClusterSnapshot snapshot, Collection<Assignment> placement) {
        requireNonNull(snapshot, "snapshot");
        Map<String, Map<String, Long>> taken = new HashMap<>();
        ClusterSnapshot placed = snapshot.withPlaced(requireNonNull(placement, "placement"));
        for (Assignment each : placement) {
            Map<String, Long> onNode = taken.computeIfAbsent(each.node(), node -> new HashMap<>());
            for (Pod pod : placed.podsOn(placed.indexOf(each.node()))) {
                if (pod.metadata().qualifiedName().equals(each.namespace() + "/" + each.pod())) {
                    PodRequest.of(pod, (resource, amount) -> onNode.merge(resource, amount, Ledger::sum));
                    onNode.merge(PodRequest.SLOTS, 1L, Ledger::sum);
                }
            }
        }
        return new Reservation(name, from, until, taken);
    }
}
