package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.rows.PodRows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some pods; those that are rows become objects when they are asked for.
 *
 * @param rows where the rows are; null if there are none
 * @param at which rows, rising, among those of others
 * @param from where they begin in that array
 * @param to where they end
 * @param others the pods that are no rows
 */
record SomePods(@Nullable PodRows rows, int[] at, int from, int to, Pod[] others) {

    private static final int[] NO_ROWS = {};
    private static final Pod[] NO_PODS = {};
    static final SomePods NONE = new SomePods(null, NO_ROWS, 0, 0, NO_PODS);

    static SomePods of(PodRows rows, int[] at, int from, int to) {
        return new SomePods(rows, at, from, to, NO_PODS);
    }

    int size() {
        return to - from + others.length;
    }

    /** {@return all of them, in a new array unless none is a row; must not be changed} */
    Pod[] all() {
        if (rows == null) {
            return others;
        }
        Pod[] all = Arrays.copyOf(others, size());
        for (int i = from; i < to; i++) {
            all[others.length + i - from] = rows.pod(at[i]);
        }
        return all;
    }

    /** {@return one of them, by its place in {@link #all}} */
    Pod get(int index) {
        return index < others.length || rows == null ? others[index] : rows.pod(at[from + index - others.length]);
    }

    SomePods with(Pod pod) {
        Pod[] more = Arrays.copyOf(others, others.length + 1);
        more[others.length] = pod;
        return new SomePods(rows, at, from, to, more);
    }

    /** {@return these rows and other pods} */
    SomePods and(Pod[] pods) {
        return new SomePods(rows, at, from, to, pods);
    }

    /** {@return the same without a row} */
    SomePods withoutRow(int row) {
        int place = Arrays.binarySearch(at, from, to, row);
        if (place < 0) {
            return this;
        }
        int[] fewer = Arrays.copyOfRange(at, from, to - 1);
        System.arraycopy(at, place + 1, fewer, place - from, to - place - 1);
        return new SomePods(rows, fewer, 0, fewer.length, others);
    }

    /** {@return the same without a pod that is no row, told by its identity} */
    SomePods without(Pod pod) {
        for (int i = 0; i < others.length; i++) {
            if (others[i] == pod) {
                Pod[] fewer = Arrays.copyOf(others, others.length - 1);
                System.arraycopy(others, i + 1, fewer, i, fewer.length - i);
                return new SomePods(rows, at, from, to, fewer);
            }
        }
        return this;
    }
}
