package io.github.workload4j.gang.rows;

import io.github.workload4j.api.core.Pod;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Pods of which it is known which row has their name: who knows this class does not look for it again. */
public final class FoundPods extends AbstractList<Pod> implements RandomAccess {

    private final PodRows rows;
    private final int[] found;
    private final int @Nullable [] places;
    private final List<@Nullable Pod> pods;

    /**
     * Pods and where their names are.
     *
     * @param found of each pod the row of its name, or -1
     * @param places of each pod the place of its node, or -1 if that is not there; null if it is not known
     * @param pods the pods, null for the one of the row itself
     */
    public FoundPods(PodRows rows, int[] found, int @Nullable [] places, List<@Nullable Pod> pods) {
        this.rows = rows;
        this.found = found;
        this.places = places;
        this.pods = pods;
    }

    /** {@return whether it is known where they are in some rows} */
    public boolean areIn(PodRows some) {
        return rows == some;
    }

    /** {@return the row of the name of each, or -1; must not be changed} */
    public int[] found() {
        return found;
    }

    /** {@return the place of the node of each, or -1; must not be changed; null if it is not known} */
    public int @Nullable [] places() {
        return places;
    }

    @Override
    public Pod get(int index) {
        Pod pod = pods.get(index);
        return pod == null ? rows.pod(found[index]) : pod;
    }

    @Override
    public int size() {
        return found.length;
    }
}
