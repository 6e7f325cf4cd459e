package io.github.workload4j.gang.timetable;

/**
 * The resources that a group asks, by their numbers in a {@link Ledger} and in the group's packing, and the least that
 * a node needs of each to be of use. Those that nodes were short of are looked at first, and it is remembered when they
 * were: that holds until a group gets its place. Mutable.
 */
final class NeededRoom {

    private final int[] here;
    private final int[] there;
    private final long[] needed;

    /** By node a resource of which it has too little, by its number in the ledger, and when. */
    private final int[] shortOf;

    private final long[] shortFrom;
    private final long[] shortUntil;

    /**
     * Some resources.
     *
     * @param here numbers in the ledger
     * @param there numbers in the packing
     * @param needed the least of each that is of use
     * @param nodes how many there are
     */
    NeededRoom(int[] here, int[] there, long[] needed, int nodes) {
        this.here = here;
        this.there = there;
        this.needed = needed;
        this.shortOf = new int[nodes];
        this.shortFrom = new long[nodes];
        this.shortUntil = new long[nodes];
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

    /** Remembers that a node is short of a resource whenever something starts from one moment on until another. */
    void foundShort(int node, int i, long from, long until) {
        boolean goesOn = shortOf[node] == here[i] && shortFrom[node] <= from && from <= shortUntil[node];
        shortOf[node] = here[i];
        shortFrom[node] = goesOn ? shortFrom[node] : from;
        shortUntil[node] = until;
        if (i > 0) {
            swap(here, i);
            swap(there, i);
            long need = needed[i];
            needed[i] = needed[i - 1];
            needed[i - 1] = need;
        }
    }

    /** {@return whether it is known that a node is short of a resource at each of some moments} */
    boolean isKnownShort(int node, long first, long last) {
        return shortFrom[node] <= first && last < shortUntil[node];
    }

    private static void swap(int[] numbers, int i) {
        int number = numbers[i];
        numbers[i] = numbers[i - 1];
        numbers[i - 1] = number;
    }
}
