package io.github.workload4j.gang;

/**
 * Which of several placements of equally many pods is given. A preference never changes a verdict, nor how many pods
 * are placed; where it cannot be had with all of them, or not within half of what the answer has left of the budget,
 * the placement is that of {@link #SEARCH}.
 */
public enum Preference {
    /** The one the search found: the default. The same on every machine, without any further meaning. */
    SEARCH,
    /** Pods go where least is left, so that large free pieces stay whole. */
    PACKED,
    /** Pods go where most is left. */
    SPREAD,
    /** What kube-scheduler's documented cycle would bind, if that is as many pods. */
    SCHEDULER
}
