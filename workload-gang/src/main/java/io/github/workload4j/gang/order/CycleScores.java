package io.github.workload4j.gang.order;

import java.util.List;

/**
 * What a greedy scheduler compares nodes and domains by. Cpu and memory are columns over nodes; none of this decides
 * what fits.
 *
 * @param allocatable for each resource and node what pods may use; below 1 the resource is left out of a score
 * @param taken for each resource and node what pods that run ask
 * @param used for each resource and node what they count as, more where they ask nothing
 * @param asked for each class and resource what a pod asks
 * @param counted for each class and resource what a pod counts as
 * @param drawn for each class and node how many terms of affinity of pods that run want the class there; empty if there
 *     are no such terms
 * @param draws the same of pods that are placed
 */
public record CycleScores(
        long[][] allocatable,
        long[][] taken,
        long[][] used,
        long[][] asked,
        long[][] counted,
        long[][] drawn,
        List<Draw> draws) {

    public CycleScores {
        draws = List.copyOf(draws);
    }

    /**
     * A term of affinity of one class that matches the pods of another.
     *
     * @param by the class that has the term
     * @param drawn the class that is wanted
     * @param domainOf for each node the domain in which it is wanted, or -1
     */
    public record Draw(int by, int drawn, int[] domainOf) {}
}
