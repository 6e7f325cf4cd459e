package io.github.workload4j.gang.explain;

import org.jspecify.annotations.Nullable;

/**
 * How many would fit in one domain.
 *
 * @param domain value of the label; null for the whole cluster, where no group is bound to a domain
 * @param fits pods (for a composite: groups inside) that can be placed there
 * @param exact whether that is proved to be the most
 * @param needed how many there must be
 * @param nodes number of nodes
 * @param usable nodes that take at least one pod
 * @param full nodes that no rule closes, with too little left for one pod
 * @param closed nodes that rules close: cordon, taint, selector, affinity, ports, pods that run there
 * @param sumsSuffice whether the sums of all resources on nodes that no rule closes are enough
 * @param bottleneck what keeps more out; null if nothing is missing
 */
public record DomainFit(
        @Nullable String domain,
        int fits,
        boolean exact,
        int needed,
        int nodes,
        int usable,
        int full,
        int closed,
        boolean sumsSuffice,
        @Nullable Bottleneck bottleneck) {

    /** {@return how many are missing} */
    public int missing() {
        return Math.max(0, needed - fits);
    }
}
