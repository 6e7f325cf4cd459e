package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.LabelSelector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The free volumes that serve claims which differ in nothing but their size, the largest first: each size is served by
 * those at the beginning. Costs a look at each volume of the class once (of those with a label, if the claims ask for
 * one), and a binary search for each size. Immutable.
 */
final class VolumeShelf {

    private static final Comparator<PersistentVolume> BY_SIZE = Comparator.comparing(VolumeServes::size);

    private final List<PersistentVolume> volumes;

    /** What claims ask for beside a size. */
    record Asked(
            String storageClass,
            Set<String> modes,
            @Nullable LabelSelector selector,
            boolean block,
            @Nullable String attributes) {

        static Asked of(ClaimKind kind) {
            return new Asked(kind.storageClass(), kind.modes(), kind.selector(), kind.block(), kind.attributes());
        }
    }

    private VolumeShelf(List<PersistentVolume> volumes) {
        this.volumes = volumes;
    }

    /** {@return the shelf of claims that are like one but for their size} */
    static VolumeShelf of(PodClaim use, VolumeIndex index) {
        List<PersistentVolume> volumes = new ArrayList<>();
        for (PersistentVolume volume : index.volumesOf(
                VolumeIndex.classOf(use.claim()), use.claim().spec().selector())) {
            if (VolumeServes.isFree(volume, use.claim())) {
                volumes.add(volume);
            }
        }
        volumes.sort(BY_SIZE.reversed());
        return new VolumeShelf(volumes);
    }

    /** {@return all of them, the largest first} */
    List<PersistentVolume> all() {
        return volumes;
    }

    /** {@return those that are as large as this, or larger; the largest first} */
    List<PersistentVolume> serving(@Nullable Quantity size) {
        if (size == null) {
            return volumes;
        }
        int from = 0;
        int to = volumes.size();
        while (from < to) {
            int middle = from + to >>> 1;
            if (VolumeServes.size(volumes.get(middle)).compareTo(size) >= 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return volumes.subList(0, from);
    }
}
