package io.github.workload4j.gang.timetable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
     * Finds a resource of which there is too little, for something of that length, whenever it starts from
     * {@code first} to {@code last}; what is found is remembered.
     *
     * @param free what is free now, by resource of the asker
     * @param asked the resources asked, by their numbers here and there
     * @param node the node that this is about
     * @return whether there is one
     */
    boolean isShort(long first, long last, long lasting, long[] free, NeededRoom asked, int node) {
        int start = stretchOf(first);
        for (int i = 0; i < asked.size(); i++) {
            long moment = firstWith(asked.needed(i), free[asked.there(i)], asked.here(i), start, first, lasting);
            if (moment > last) {
                asked.foundShort(node, i, first, moment);
                return true;
            }
        }
        return false;
    }

    /** {@return the first moment from which on a resource is as much as is needed for so long} */
    private long firstWith(long needed, long now, int resource, int start, long first, long lasting) {
        long moment = first;
        long before = end(first, lasting);
        for (int s = start; s < size && (s == start || begins[s] < before); s++) {
            if (Ledger.sum(now, more[s * resources + resource]) < needed) {
                moment = s + 1 < size ? begins[s + 1] : Times.NEVER;
                before = end(moment, lasting);
            }
        }
        return moment;
    }

    /**
     * Tells the most that is free of each resource, all the time that something lasts, if it starts at the best moment
     * for that resource from {@code first} to {@code last}.
     *
     * @param free what is free now, by resource of the asker; what is free then is put in its place
     * @param asked the resources asked, by their numbers here and there
     * @param kept room for as many numbers as there are {@link #stretches}
     */
    void most(long first, long last, long lasting, long[] free, NeededRoom asked, int[] kept) {
        int start = stretchOf(first);
        for (int i = 0; i < asked.size(); i++) {
            int at = asked.there(i);
            free[at] = Ledger.sum(free[at], most(start, first, last, lasting, asked.here(i), kept));
        }
    }

    /**
     * When there is too little of a resource.
     *
     * @param from the first moment
     * @param least what is there at the worst moment, more or less than now
     */
    record Low(long from, long least) {}

    /** {@return when there is less of a resource than some amount, in a time; null if never} */
    @Nullable
    Low below(long amount, int resource, long from, long before) {
        Low low = null;
        for (int s = stretchOf(from); s < size && begins[s] < before; s++) {
            long here = more[s * resources + resource];
            if (here < amount) {
                low = low == null
                        ? new Low(Math.max(from, begins[s]), here)
                        : new Low(low.from, Math.min(low.least, here));
            }
        }
        return low;
    }

    private static long end(long moment, long lasting) {
        return lasting > Times.NEVER - moment ? Times.NEVER : moment + lasting;
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
