package io.github.workload4j.gang.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Demands given units of supplies, as many as there are. Grows demand by demand. */
public final class VolumeMatching {

    private final int[] left;
    private final List<int[]> choices = new ArrayList<>();
    private final List<int[]> given = new ArrayList<>();
    private boolean[] seen = new boolean[0];

    /**
     * Starts with nothing given.
     *
     * @param capacity units of each supply
     */
    public VolumeMatching(int[] capacity) {
        this.left = capacity.clone();
    }

    /**
     * {@return whether a demand for some units can be met as well; if not, the matching is of no more use}
     *
     * @param supplies the supplies that its units may come from
     */
    public boolean add(int units, int[] supplies) {
        choices.add(supplies);
        int[] own = new int[supplies.length];
        given.add(own);
        int missing = units;
        for (int i = 0; i < supplies.length && missing > 0; i++) {
            int taken = Math.min(missing, left[supplies[i]]);
            left[supplies[i]] -= taken;
            own[i] += taken;
            missing -= taken;
        }
        for (; missing > 0; missing--) {
            seen = new boolean[choices.size()];
            if (!augment(choices.size() - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Finds a unit for a demand, taking one from another that finds one elsewhere. */
    private boolean augment(int demand) {
        seen[demand] = true;
        int[] supplies = choices.get(demand);
        for (int i = 0; i < supplies.length; i++) {
            if (left[supplies[i]] > 0) {
                left[supplies[i]]--;
                given.get(demand)[i]++;
                return true;
            }
        }
        for (int i = 0; i < supplies.length; i++) {
            for (int other = 0; other < choices.size(); other++) {
                int at = seen[other] ? -1 : indexOf(choices.get(other), supplies[i]);
                if (at >= 0 && given.get(other)[at] > 0 && augment(other)) {
                    given.get(other)[at]--;
                    given.get(demand)[i]++;
                    return true;
                }
            }
        }
        return false;
    }

    private static int indexOf(int[] sorted, int value) {
        return Arrays.binarySearch(sorted, value);
    }

    /** {@return for each demand, in the order they came, how many units of each of its supplies it has} */
    public List<int[]> given() {
        return given;
    }
}
