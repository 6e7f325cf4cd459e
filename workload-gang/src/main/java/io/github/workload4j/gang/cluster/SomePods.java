package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.rows.PodRows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some pods; those that are rows become objects when they are asked for.
 *
 * @param rows where the rows are; null if there are none
 * @param at which rows, rising
 * @param others the pods that are no rows
 */
record SomePods(@Nullable PodRows rows, int[] at, Pod[] others) {

    private static final int[] NO_ROWS = {};
    private static final Pod[] NO_PODS = {};
    static final SomePods NONE = new SomePods(null, NO_ROWS, NO_PODS);

    static SomePods of(PodRows rows, int[] at) {
        return new SomePods(rows, at, NO_PODS);
    }

    int size() {
        return at.length + others.length;
    }

    /** {@return all of them, in a new array unless none is a row; must not be changed} */
    Pod[] all() {
        if (rows == null) {
            return others;
        }
        Pod[] all = Arrays.copyOf(others, size());
        for (int i = 0; i < at.length; i++) {
            all[others.length + i] = rows.pod(at[i]);
        }
        return all;
    }

    SomePods with(Pod pod) {
        Pod[] more = Arrays.copyOf(others, others.length + 1);
        more[others.length] = pod;
        return new SomePods(rows, at, more);
    }

    /** {@return these rows and other pods} */
    SomePods and(Pod[] pods) {
        return new SomePods(rows, at, pods);
    }

    /** {@return the same without a row} */
    SomePods withoutRow(int row) {
        int place = Arrays.binarySearch(at, row);
        if (place < 0) {
            return this;
        }
        int[] fewer = Arrays.copyOf(at, at.length - 1);
        System.arraycopy(at, place + 1, fewer, place, fewer.length - place);
        return new SomePods(rows, fewer, others);
    }

    /** {@return the same without a pod that is no row, told by its identity} */
    SomePods without(Pod pod) {
        for (int i = 0; i < others.length; i++) {
            if (others[i] == pod) {
                Pod[] fewer = Arrays.copyOf(others, others.length - 1);
                System.arraycopy(others, i + 1, fewer, i, fewer.length - i);
                return new SomePods(rows, at, fewer);
            }
        }
        return this;
    }
}
