package io.github.workload4j.gang.question;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.Arrays;

/**
 * What is needed of the domains that pods use, and how much each has of it: pods of each class, pods in all, units of
 * each resource, and points that were found to refute some domains, with those added later at the end.
 */
final class DomainMeasures {

    /** Nothing is needed beyond, so that sums stay in range. */
    private static final long MOST = 1L << 60;

    private final DomainRooms rooms;

    /** By measure, what is needed. */
    long[] needs;

    /** By domain and measure, what a domain has. */
    long[][] has;

    /** By place in the order of rooms and measure, the most that a domain from there on has. */
    long[][] most;

    /** Measures of the placement of an answer; classes and resources say nothing unless it has all pods. */
    DomainMeasures(DomainRooms rooms, Packing packing, int placed) {
        this.rooms = rooms;
        this.has = rooms.has;
        this.most = rooms.most;
        int classes = packing.classes().size();
        this.needs = new long[classes + 1 + packing.nodes().resources()];
        needs[classes] = placed;
        if (placed == packing.pods()) {
            for (int c = 0; c < classes; c++) {
                PodClass podClass = packing.classes().get(c);
                needs[c] = podClass.count();
                for (int r = 0; r < packing.nodes().resources(); r++) {
                    needs[classes + 1 + r] += podClass.request()[r] * podClass.count();
                }
            }
        }
    }

    int count() {
        return needs.length;
    }

    /** Adds a measure: what each domain has of it, and what is needed. */
    void add(long[] byDomain, long needed) {
        int m = needs.length;
        needs = Arrays.copyOf(needs, m + 1);
        needs[m] = Math.min(MOST, needed);
        long[][] more = new long[has.length][];
        for (int d = 0; d < more.length; d++) {
            more[d] = Arrays.copyOf(has[d], m + 1);
            more[d][m] = byDomain[d];
        }
        has = more;
        long[][] best = new long[most.length][];
        for (int at = best.length - 1; at >= 0; at--) {
            best[at] = Arrays.copyOf(most[at], m + 1);
            best[at][m] = at == rooms.order.length ? 0 : Math.max(best[at + 1][m], byDomain[rooms.order[at]]);
        }
        most = best;
    }

    /** {@return how many domains are needed by a measure alone; more than there are if all together have too little} */
    int atLeast(int measure) {
        long[] sorted =
                Arrays.stream(has).mapToLong(own -> own[measure]).sorted().toArray();
        long missing = needs[measure];
        int number = 0;
        while (missing > 0 && number < sorted.length) {
            number++;
            missing -= Math.min(missing, sorted[sorted.length - number]);
        }
        return missing > 0 ? sorted.length + 1 : number;
    }

    /** {@return how many domains are needed by each measure alone, 1 or more} */
    int atLeast() {
        int atLeast = 1;
        for (int m = 0; m < needs.length; m++) {
            atLeast = Math.max(atLeast, atLeast(m));
        }
        return atLeast;
    }
}
