package io.github.workload4j.gang.proof.check;

import java.util.Arrays;

/** The nodes of each domain; domains are ranked by rising number. */
final class NodesByDomain {

    private final int[] domains;
    private final int[][] nodes;

    NodesByDomain(int[] domainOf) {
        domains = distinct(domainOf);
        int[] rank = new int[domainOf.length];
        int[] sizes = new int[domains.length];
        for (int n = 0; n < rank.length; n++) {
            if (domainOf[n] < 0) {
                rank[n] = -1;
            } else {
                rank[n] = n > 0 && domainOf[n] == domainOf[n - 1] ? rank[n - 1] : rank(domainOf[n]);
                sizes[rank[n]]++;
            }
        }
        nodes = new int[domains.length][];
        for (int d = 0; d < nodes.length; d++) {
            nodes[d] = new int[sizes[d]];
        }
        for (int n = 0; n < rank.length; n++) {
            if (rank[n] >= 0) {
                nodes[rank[n]][nodes[rank[n]].length - sizes[rank[n]]--] = n;
            }
        }
    }

    private static int[] distinct(int[] domainOf) {
        int[] sorted = new int[domainOf.length];
        int size = 0;
        for (int n = 0; n < domainOf.length; n++) {
            if (domainOf[n] >= 0 && (n == 0 || domainOf[n] != domainOf[n - 1])) {
                sorted[size++] = domainOf[n];
            }
        }
        Arrays.sort(sorted, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }

    int count() {
        return domains.length;
    }

    int domain(int rank) {
        return domains[rank];
    }

    /** {@return the rank of a domain; negative if there is none of that number} */
    int rank(int domain) {
        return Arrays.binarySearch(domains, domain);
    }

    /** {@return the nodes of the domain of a rank, in rising order} */
    int[] nodes(int rank) {
        return nodes[rank];
    }
}
