package io.github.workload4j.gang.timetable;

import java.util.Arrays;

/**
 * What a node has free over time, more or less than now: constant from one change to the next. Sums beyond 64 bits are
 * held at the limit. Mutable.
 */
final class NodeLine {

    private final int resources;
    private int size = 1;

    /** When each stretch begins; the first at 0. */
    private long[] begins = new long[4];

    /** What is free more than now: stretch by stretch, each by resource. */
    private long[] more;

    /** The stretch that was last looked for: the next is often the same. */
    private int lastFound;

    NodeLine(int resources) {
        this.resources = resources;
        this.more = new long[begins.length * resources];
    }

    /**
     * Adds to what is free from one moment on until before another.
     *
     * @return whether all sums are exact
     */
    boolean add(long from, long before, long[] amounts) {
        if (from >= before) {
            return true;
        }
        int first = split(from);
        int end = before == Times.NEVER ? size : split(before);
        boolean exact = true;
        for (int i = first * resources; i < end * resources; i++) {
            long amount = amounts[i % resources];
            long sum = more[i] + amount;
            if (((more[i] ^ sum) & (amount ^ sum)) < 0) {
                exact = false;
                sum = amount < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
            }
            more[i] = sum;
        }
        return exact;
    }

    /** {@return the stretch that begins at a moment, made if there is none} */
    private int split(long moment) {
        int at = Arrays.binarySearch(begins, 0, size, moment);
        if (at >= 0) {
            return at;
        }
        int place = -at - 1;
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, size * 2);
            more = Arrays.copyOf(more, size * 2 * resources);
        }
        System.arraycopy(begins, place, begins, place + 1, size - place);
        System.arraycopy(more, (place - 1) * resources, more, place * resources, (size - place + 1) * resources);
        begins[place] = moment;
        size++;
        return place;
    }

    private int stretchOf(long moment) {
        int near = lastFound;
        if (near >= size || begins[near] > moment || near + 1 < size && begins[near + 1] <= moment) {
            int at = Arrays.binarySearch(begins, 0, size, moment);
            near = at >= 0 ? at : -at - 2;
            lastFound = near;
        }
        return near;
    }

    /**
     * Tells the most that is free of each resource, all the time that something lasts, if it starts at the best moment
     * for that resource from {@code first} to {@code last}.
     *
     * @param free what is free now, by resource of the asker; what is free then is put in its place
     * @param asked the resources asked, by their numbers here and there
     * @param kept room for as many numbers as there are {@link #stretches}
     * @return whether there is as much as the asker needs; if not, not all amounts are told
     */
    boolean most(long first, long last, long lasting, long[] free, NeededRoom asked, int[] kept) {
        int start = stretchOf(first);
        boolean single = first == last || start == size - 1 || begins[start + 1] > last;
        for (int i = 0; i < asked.size(); i++) {
            int resource = asked.here(i);
            int at = asked.there(i);
            long needed = asked.needed(i);
            long now = free[at];
            long most = single
                    ? least(start, end(first, lasting), resource, Ledger.difference(needed, now))
                    : Ledger.sum(now, best(start, last, resource)) < needed
                            ? Long.MIN_VALUE
                            : most(start, first, last, lasting, resource, kept);
            free[at] = Ledger.sum(now, most);
            if (free[at] < needed) {
                asked.moveUp(i);
                return false;
            }
        }
        return true;
    }

    private static long end(long moment, long lasting) {
        return lasting > Times.NEVER - moment ? Times.NEVER : moment + lasting;
    }

    /** {@return the least of a resource through some time, or something less than is needed} */
    private long least(int start, long before, int resource, long needed) {
        long least = more[start * resources + resource];
        for (int s = start + 1; s < size && begins[s] < before && least >= needed; s++) {
            least = Math.min(least, more[s * resources + resource]);
        }
        return least;
    }

    /** {@return the most of a resource at any moment of some} */
    private long best(int start, long last, int resource) {
        long best = more[start * resources + resource];
        for (int s = start + 1; s < size && begins[s] <= last; s++) {
            best = Math.max(best, more[s * resources + resource]);
        }
        return best;
    }

    /**
     * The best moment is the first, or one at which something changes. A window over the time from there on moves
     * along; what is kept are the stretches that will be its least once those before them have left it.
     */
    private long most(int start, long first, long last, long lasting, int resource, int[] kept) {
        int end = start;
        int head = 0;
        int tail = 0;
        long best = Long.MIN_VALUE;
        for (int s = start; s < size && (s == start || begins[s] <= last); s++) {
            long before = end(Math.max(first, begins[s]), lasting);
            while (end < size && (end == s || begins[end] < before)) {
                long here = more[end * resources + resource];
                while (tail > head && more[kept[tail - 1] * resources + resource] >= here) {
                    tail--;
                }
                kept[tail++] = end++;
            }
            while (kept[head] < s) {
                head++;
            }
            best = Math.max(best, more[kept[head] * resources + resource]);
        }
        return best;
    }

    /** {@return number of stretches between changes} */
    int stretches() {
        return size;
    }
}
