package io.github.workload4j.gang.order;

/**
 * What a greedy scheduler compares nodes and domains by: cpu and memory, each as columns over nodes.
 *
 * @param allocatable for each resource and node what pods may use; below 1 the resource is left out of a score
 * @param used for each resource and node what pods that run take
 * @param counted for each class and resource what a pod counts as in scores; never decides what fits
 */
public record CycleScores(long[][] allocatable, long[][] used, long[][] counted) {}
