package io.github.workload4j.gang.order;

/**
 * A topology spread constraint of one class: a pod of it may go to a node if the count of the node's domain, with the
 * pod itself if it counts, exceeds the smallest count by at most {@code maxSkew}.
 *
 * @param podClass the class that has the rule
 * @param domainOf for each node the domain, or -1 for none, where the pod may not go
 * @param eligible on which nodes pods count
 * @param counts for each domain the pods that count already
 * @param exists which domains take part in the smallest count
 * @param minimumIsZero whether the smallest count is 0 whatever is counted
 * @param maxSkew largest difference allowed
 * @param counted for each class whether its pods count once they are placed on an eligible node
 * @param nominated for each node the pods that count in its domain as well, but only to who asks about that node
 */
public record Spread(
        int podClass,
        int[] domainOf,
        boolean[] eligible,
        int[] counts,
        boolean[] exists,
        boolean minimumIsZero,
        int maxSkew,
        boolean[] counted,
        int[] nominated) {

    /** A rule where no node is nominated for a pod. */
    public Spread(
            int podClass,
            int[] domainOf,
            boolean[] eligible,
            int[] counts,
            boolean[] exists,
            boolean minimumIsZero,
            int maxSkew,
            boolean[] counted) {
        this(podClass, domainOf, eligible, counts, exists, minimumIsZero, maxSkew, counted, new int[domainOf.length]);
    }

    /** {@return whether placing pods can change the rule's answer} */
    public boolean isOpen() {
        for (boolean counts : counted) {
            if (counts) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a pod of the class counts itself} */
    public boolean self() {
        return counted[podClass];
    }

    /**
     * Takes out of {@code eligible} (as in {@link io.github.workload4j.gang.packing.PodClass}) every node that can
     * never pass.
     *
     * @param first whether nobody is placed before, so that a node that does not pass now does not either
     */
    public void strike(long[] eligible, boolean first) {
        boolean open = !first && isOpen();
        int itself = self() ? 1 : 0;
        SpreadCounts now = new SpreadCounts(this, 0);
        for (int n = 0; n < domainOf.length; n++) {
            if (domainOf[n] < 0 || !open && now.excess(n) + itself > maxSkew) {
                eligible[n >> 6] &= ~(1L << (n & 63));
            }
        }
    }
}
