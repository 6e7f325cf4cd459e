package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One gang question: may the pods of {@code root} be placed, and how many at most?
 *
 * <p>An answer is a number of pods for every (class, node) such that no resource of a node is overdrawn by what is placed on it
 * (resources a class does not ask for are not compared for it), eligibility, per-node limits and conflicts hold, every group that has
 * a pod placed succeeds and lies in one domain, the root succeeds, and at least one pod is placed.
 *
 * @param nodes number of nodes
 * @param free what is free: {@code free[resource][node]}; may be negative (an over-committed node takes only pods that ask nothing
 *     of that resource). Pod slots are a resource like any other, asked for by 1 by every class
 * @param classes the pod classes
 * @param conflicts pairs of classes kept apart
 * @param root the group asked about
 */
public record Packing(int nodes, long[][] free, List<PodClass> classes, List<Conflict> conflicts, PackingGroup root) {

    /** Checks shapes and copies the lists; the arrays are shared. */
    public Packing {
        requireNonNull(root, "root");
        classes = List.copyOf(classes);
        conflicts = List.copyOf(conflicts);
        for (long[] column : free) {
            if (column.length != nodes) {
                throw new IllegalArgumentException("free: a column of " + column.length + " (expected: " + nodes + ")");
            }
        }
        for (PodClass podClass : classes) {
            if (podClass.request().length != free.length) {
                throw new IllegalArgumentException(
                        "request: " + podClass.request().length + " resources (expected: " + free.length + ")");
            }
        }
    }
}
