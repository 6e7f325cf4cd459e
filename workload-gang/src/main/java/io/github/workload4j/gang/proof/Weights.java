package io.github.workload4j.gang.proof;

import java.util.List;

/**
 * So many points for a pod of each class: what all nodes can hold together is worth less than what the gang needs.
 *
 * @param points points of one pod, by class, 0 or more
 */
public record Weights(List<Long> points) implements Certificate {

    /** Copies the list. */
    public Weights {
        points = List.copyOf(points);
    }
}
