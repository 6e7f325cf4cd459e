package io.github.workload4j.gang.order;

/**
 * The counts of a spread rule while pods come and go, and the smallest of them at hand: a change and a look cost a
 * constant.
 */
final class SpreadCounts {

    private final Spread rule;
    private final int[] counts;
    private final int[] domainsAt;
    private int smallest = Integer.MAX_VALUE;

    /**
     * Counts as they are before any pod is placed.
     *
     * @param pods most pods that can come
     */
    SpreadCounts(Spread rule, int pods) {
        this.rule = rule;
        this.counts = rule.counts().clone();
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        this.domainsAt = new int[most + pods + 2];
        for (int d = 0; d < counts.length; d++) {
            if (rule.exists()[d]) {
                domainsAt[counts[d]]++;
                smallest = Math.min(smallest, counts[d]);
            }
        }
    }

    int of(int domain) {
        return counts[domain];
    }

    /** {@return the smallest count over the domains that take part, 0 for want of domains} */
    int smallest() {
        return rule.minimumIsZero() ? 0 : smallest;
    }

    /** {@return by how much the count of a node's domain, as it is to who asks about the node, exceeds the smallest} */
    long excess(int node) {
        int domain = rule.domainOf()[node];
        int further = rule.nominated()[node];
        return (long) counts[domain] + further - (further == 0 ? smallest() : smallestWith(domain, further));
    }

    /** {@return the smallest count if one domain has some pods more} */
    private int smallestWith(int domain, int further) {
        boolean raised = !rule.minimumIsZero()
                && rule.exists()[domain]
                && counts[domain] == smallest
                && domainsAt[smallest] == 1;
        if (!raised) {
            return smallest();
        }
        int least = counts[domain] + further;
        for (int d = 0; d < counts.length; d++) {
            least = rule.exists()[d] && d != domain ? Math.min(least, counts[d]) : least;
        }
        return least;
    }

    void change(int domain, int by) {
        int before = counts[domain];
        counts[domain] += by;
        if (rule.exists()[domain]) {
            domainsAt[before]--;
            domainsAt[before + by]++;
            if (by < 0) {
                smallest = Math.min(smallest, before + by);
            } else if (before == smallest && domainsAt[before] == 0) {
                smallest = before + by;
            }
        }
    }
}
