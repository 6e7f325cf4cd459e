package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a preempting group may evict as one.
 *
 * @param priority its priority
 * @param rank 3 for a composite group, 2 for a group, 1 for a pod
 * @param violations how many of its pods leave against a disruption budget
 * @param nodes for each of its pods the index of the node it is on
 */
public record PotentialVictim(int priority, int rank, int violations, List<Integer> nodes) {

    public PotentialVictim {
        nodes = List.copyOf(requireNonNull(nodes, "nodes"));
    }
}
