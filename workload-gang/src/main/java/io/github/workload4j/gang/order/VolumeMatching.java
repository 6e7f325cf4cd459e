package io.github.workload4j.gang.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Demands given units of supplies, as many as there are. Grows unit by unit and can be taken back. A unit for which one
 * is left costs a look at the supplies of its demand; another, at most a look at those of every demand.
 */
public final class VolumeMatching {

    private final int[] left;

    /** Supplies of which units are left, as bits. */
    private final long[] free;

    private final List<SupplySet> choices = new ArrayList<>();

    /** For each demand the units that it has, by supply. */
    private final List<TreeMap<Integer, Integer>> given = new ArrayList<>();

    /** For each supply the demands that have some of it. */
    private final List<TreeSet<Integer>> holders = new ArrayList<>();

    /** The demands that were asked in vain for the last unit. */
    private BitSet seen = new BitSet();

    private long looks;

    /** A demand on a path, and the supply of which another one is to give it a unit. */
    private static final class Frame {
        private final int demand;
        private int supply = -1;
        private int holder;

        Frame(int demand) {
            this.demand = demand;
        }
    }

    /**
     * Starts with nothing given.
     *
     * @param capacity units of each supply
     */
    public VolumeMatching(int[] capacity) {
        this.left = capacity.clone();
        this.free = new long[left.length + 63 >> 6];
        for (int s = 0; s < left.length; s++) {
            free[s >> 6] |= left[s] > 0 ? 1L << (s & 63) : 0;
            holders.add(new TreeSet<>());
        }
    }

    /** {@return the number of a new demand, for nothing yet, which these supplies can meet} */
    public int demand(SupplySet supplies) {
        choices.add(supplies);
        given.add(new TreeMap<>());
        return choices.size() - 1;
    }

    /** Lets other supplies meet a demand that has nothing. */
    void choose(int demand, SupplySet supplies) {
        choices.set(demand, supplies);
    }

    /** {@return how many demands there are} */
    int demands() {
        return choices.size();
    }

    /** Forgets the demands from one on. */
    void forget(int first) {
        for (int demand = choices.size() - 1; demand >= first; demand--) {
            while (!given.get(demand).isEmpty()) {
                remove(demand);
            }
            choices.remove(demand);
            given.remove(demand);
        }
    }

    /** {@return whether a unit is left that meets a demand} */
    boolean hasLeft(SupplySet supplies) {
        looks += supplies.length();
        return supplies.next(0, free) >= 0;
    }

    /** {@return the first supply from one on, among these bits, of which a unit is left; or -1} */
    int nextLeft(long[] supplies, int from) {
        for (int w = from >> 6; w < free.length; w++) {
            long word = supplies[w] & free[w] & (w == from >> 6 ? -1L << from : -1L);
            if (word != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return -1;
    }

    /** {@return whether one more unit for a demand is found; if not, all is as it was} */
    public boolean add(int demand) {
        List<Frame> path = new ArrayList<>();
        path.add(new Frame(demand));
        seen = new BitSet();
        seen.set(demand);
        // A supply on which the path has been need not be looked at again: all who have some of it will have been.
        long[] open = null;
        while (!path.isEmpty()) {
            Frame last = path.get(path.size() - 1);
            if (last.supply < 0) {
                looks += choices.get(last.demand).length();
                int supply = choices.get(last.demand).next(0, free);
                if (supply >= 0) {
                    give(path, supply);
                    return true;
                }
            }
            open = open == null ? all() : open;
            int holder = holder(last, open);
            if (holder >= 0) {
                seen.set(holder);
                path.add(new Frame(holder));
            } else {
                path.remove(path.size() - 1);
            }
        }
        return false;
    }

    private long[] all() {
        long[] all = new long[free.length];
        Arrays.fill(all, -1);
        looks += all.length;
        return all;
    }

    /** {@return the next demand that has what the last one of a path may have, or -1} */
    private int holder(Frame last, long[] open) {
        while (true) {
            Integer next = last.supply < 0 ? null : holders.get(last.supply).ceiling(last.holder);
            if (next == null) {
                last.supply = choices.get(last.demand).next(last.supply + 1, open);
                if (last.supply < 0) {
                    return -1;
                }
                open[last.supply >> 6] &= ~(1L << (last.supply & 63));
                last.holder = 0;
            } else {
                last.holder = next + 1;
                if (!seen.get(next)) {
                    return next;
                }
            }
            looks++;
        }
    }

    private void give(List<Frame> path, int supply) {
        int end = path.size() - 1;
        left[supply]--;
        if (left[supply] == 0) {
            free[supply >> 6] &= ~(1L << (supply & 63));
        }
        change(path.get(end).demand, supply, 1);
        for (int i = end - 1; i >= 0; i--) {
            change(path.get(i + 1).demand, path.get(i).supply, -1);
            change(path.get(i).demand, path.get(i).supply, 1);
        }
    }

    private void change(int demand, int supply, int by) {
        if (given.get(demand).merge(supply, by, (a, b) -> a + b == 0 ? null : a + b) == null) {
            holders.get(supply).remove(demand);
        } else {
            holders.get(supply).add(demand);
        }
    }

    /** {@return after a unit was not found: the demands that have all that could be taken for it, and its own} */
    BitSet seen() {
        return seen;
    }

    /** Takes a unit back from a demand that has one. */
    void remove(int demand) {
        int supply = given.get(demand).lastKey();
        change(demand, supply, -1);
        left[supply]++;
        free[supply >> 6] |= 1L << (supply & 63);
    }

    /** {@return how many units of which supplies a demand has} */
    public SortedMap<Integer, Integer> given(int demand) {
        return given.get(demand);
    }

    /** {@return how much was looked at since this was asked} */
    long looks() {
        long before = looks;
        looks = 0;
        return before;
    }
}
