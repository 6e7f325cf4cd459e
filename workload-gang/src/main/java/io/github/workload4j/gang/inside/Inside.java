package io.github.workload4j.gang.inside;

import io.github.workload4j.gang.cache.Remembered;
import io.github.workload4j.gang.eligibility.ClusterView;
import io.github.workload4j.gang.volume.VolumeIndex;

/**
 * What this module alone sees of a snapshot.
 *
 * @param view what the rules of the scheduler see
 * @param volumes what is known of volumes, by names
 * @param remembered what was computed from it
 */
public record Inside(ClusterView view, VolumeIndex volumes, Remembered remembered) {

    /** What has an inside. Users cannot name it, and find nothing in it. */
    public abstract static class Holder {

        private final Inside inside;

        protected Holder(Inside inside) {
            this.inside = inside;
        }
    }

    /** {@return what is inside of a snapshot} */
    public static Inside of(Holder snapshot) {
        return snapshot.inside;
    }
}
