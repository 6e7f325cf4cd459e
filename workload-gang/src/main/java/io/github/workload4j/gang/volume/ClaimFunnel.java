package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.storage.CsiDriver;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.gang.VolumeNote;
import io.github.workload4j.gang.VolumeNote.Funnel.Asked;
import io.github.workload4j.gang.VolumeNote.Funnel.Making;
import io.github.workload4j.gang.VolumeNote.Funnel.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts what is left of the volumes of a class, the more is asked of them. */
final class ClaimFunnel {

    private final VolumeIndex index;
    private final PodClaim sample;
    private final ClaimKind kind;
    private final List<Step> steps = new ArrayList<>();
    private List<PersistentVolume> left;

    /** A funnel for claims that are like one. */
    ClaimFunnel(VolumeIndex index, PodClaim sample) {
        this.index = index;
        this.sample = sample;
        this.kind = sample.kind();
        this.left = index.volumesOf(kind.storageClass());
    }

    /**
     * {@return what there is to say}
     *
     * @param claims how many there are
     * @param serving the volumes that serve them
     * @param reached how many of these are reached from nodes that come into question
     */
    VolumeNote.Funnel note(int claims, Stream<VolumeNote.Serving> serving, int reached) {
        Set<PersistentVolume> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(VolumeServes.serving(sample, index));
        boolean kept = !all.isEmpty() && VolumeServes.isKeptFor(all.iterator().next(), sample);
        ask(Asked.CLASS, volume -> true);
        ask(Asked.SIZE, volume -> VolumeServes.isLargeEnough(volume, sample.claim()));
        ask(Asked.MODES, volume -> kept && all.contains(volume) || VolumeServes.hasModes(volume, sample.claim()));
        ask(Asked.LABELS, volume -> kept && all.contains(volume) || VolumeServes.isSelected(volume, sample.claim()));
        ask(
                kept ? Asked.KEPT : Asked.UNCLAIMED,
                volume -> kept ? all.contains(volume) : volume.spec().claimRef() == null);
        ask(Asked.AVAILABLE, all::contains);
        steps.add(new Step(Asked.REACHED, reached));
        return new VolumeNote.Funnel(
                kind.storageClass(),
                kind.size() == null ? "" : kind.size().toString(),
                claims,
                kind.selectedNode() == null ? "" : kind.selectedNode(),
                steps,
                serving.limit(VolumeNote.MOST_NAMES).toList(),
                making());
    }

    private void ask(Asked asked, Predicate<PersistentVolume> has) {
        left = left.stream().filter(has).toList();
        steps.add(new Step(asked, left.size()));
    }

    private Making making() {
        StorageClass storageClass = sample.storageClass();
        if (storageClass == null || !VolumeReach.isProvisioned(storageClass)) {
            return Making.NOBODY;
        }
        CsiDriver driver = index.driver(storageClass.provisioner());
        if (driver == null || !driver.storageCapacity() || kind.size() == null) {
            return Making.ELSEWHERE;
        }
        return index.capacitiesOf(kind.storageClass()).isEmpty() ? Making.NOTHING_PUBLISHED : Making.TOO_LITTLE;
    }
}
