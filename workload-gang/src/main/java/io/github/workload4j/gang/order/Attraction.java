package io.github.workload4j.gang.order;

import java.util.Arrays;

/**
 * Required pod affinity of one class: a pod of it may go to a node if, for every term, a pod that counts is in the
 * node's domain; or if no pod counts anywhere yet and the class attracts itself, to any node that lies in a domain of
 * every term.
 *
 * @param podClass the class that has the rule
 * @param domainOf for each term and node the domain, or -1 for none
 * @param counts for each term and domain the pods that count already
 * @param counted for each class whether its pods count once they are placed
 * @param self whether the class attracts itself
 */
public record Attraction(int podClass, int[][] domainOf, int[][] counts, boolean[] counted, boolean self) {

    /** {@return whether placing pods can change the rule's answer} */
    public boolean isOpen() {
        for (boolean counts : counted) {
            if (counts) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes out of {@code eligible} (as in {@link io.github.workload4j.gang.packing.PodClass}) every node that can
     * never pass.
     *
     * @param first whether nobody is placed before, so that a node that does not pass now does not either
     */
    public void strike(long[] eligible, boolean first) {
        boolean starts =
                self && Arrays.stream(counts).flatMapToInt(Arrays::stream).allMatch(count -> count == 0);
        boolean open = first ? starts : isOpen();
        for (int t = 0; t < domainOf.length; t++) {
            for (int n = 0; n < domainOf[t].length; n++) {
                int domain = domainOf[t][n];
                if (domain < 0 || !open && counts[t][domain] == 0) {
                    eligible[n >> 6] &= ~(1L << (n & 63));
                }
            }
        }
    }
}
