package io.github.workload4j.gang.timetable;

/**
 * The resources that a group asks, by their numbers in a {@link Ledger} and in the group's packing, and the least that
 * a node needs of each to be of use. Those that nodes were short of are looked at first. Mutable.
 */
final class NeededRoom {

    private final int[] here;
    private final int[] there;
    private final long[] needed;

    /**
     * Some resources.
     *
     * @param here numbers in the ledger
     * @param there numbers in the packing
     * @param needed the least of each that is of use
     */
    NeededRoom(int[] here, int[] there, long[] needed) {
        this.here = here;
        this.there = there;
        this.needed = needed;
    }

    int size() {
        return here.length;
    }

    int here(int i) {
        return here[i];
    }

    int there(int i) {
        return there[i];
    }

    long needed(int i) {
        return needed[i];
    }

    /** Lets a resource be looked at a little earlier. */
    void moveUp(int i) {
        if (i > 0) {
            swap(here, i);
            swap(there, i);
            long need = needed[i];
            needed[i] = needed[i - 1];
            needed[i - 1] = need;
        }
    }

    private static void swap(int[] numbers, int i) {
        int number = numbers[i];
        numbers[i] = numbers[i - 1];
        numbers[i - 1] = number;
    }
}
