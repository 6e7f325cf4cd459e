package io.github.workload4j.gang.timetable;

import java.util.Arrays;

/** Moments in order, without repetition. Mutable. */
final class Moments {

    private long[] all = new long[16];
    private int size;

    void add(long moment) {
        int at = Arrays.binarySearch(all, 0, size, moment);
        if (at >= 0) {
            return;
        }
        int place = -at - 1;
        if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
        }
        System.arraycopy(all, place, all, place + 1, size - place);
        all[place] = moment;
        size++;
    }

    /** {@return a copy of those that are not before a moment} */
    Moments from(long moment) {
        int at = Arrays.binarySearch(all, 0, size, moment);
        Moments later = new Moments();
        int first = at >= 0 ? at : -at - 1;
        later.size = size - first;
        later.all = Arrays.copyOfRange(all, first, Math.max(first + 16, size + 1));
        return later;
    }

    long[] toArray() {
        return Arrays.copyOf(all, size);
    }
}
