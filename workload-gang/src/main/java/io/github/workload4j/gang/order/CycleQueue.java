package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.PackingGroup;
import java.util.List;

/**
 * A group as a greedy scheduler goes through it.
 *
 * @param group the same group in the packing
 * @param scheduled pods of the subtree that run
 * @param pods classes of the pending pods in the order in which they are tried; empty for a composite
 * @param children the groups inside in the order in which they are tried
 * @param domainRank for each domain of the group its place when scores are equal; empty without domains
 */
public record CycleQueue(
        PackingGroup group, int scheduled, List<Integer> pods, List<CycleQueue> children, int[] domainRank) {

    public CycleQueue {
        pods = List.copyOf(pods);
        children = List.copyOf(children);
    }
}
