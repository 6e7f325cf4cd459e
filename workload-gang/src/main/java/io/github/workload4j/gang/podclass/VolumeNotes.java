package io.github.workload4j.gang.podclass;

import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.VolumeNote;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.volume.QuestionVolumes;
import io.github.workload4j.gang.volume.VolumeColumns;
import io.github.workload4j.gang.volume.VolumeFacts;
import java.util.ArrayList;
import java.util.List;

/** Puts together what there is to know about the volumes of a question. */
public final class VolumeNotes {

    private VolumeNotes() {}

    public static List<VolumeNote> of(PodClasses classes, QuestionVolumes volumes, Packing packing) {
        if (!classes.tooManyPairs().isEmpty()) {
            return List.of();
        }
        List<VolumeFacts.Members> members = new ArrayList<>();
        for (int c = 0; c < classes.entries().size(); c++) {
            PodClasses.Entry entry = classes.entries().get(c);
            members.add(new VolumeFacts.Members(
                    entry.signature().volumes(), entry.pods(), held(packing, c), takers(classes, c)));
        }
        List<VolumeNote> notes = VolumeFacts.of(volumes, members);
        boolean hidden = classes.rules().hidesClaims()
                && !members.isEmpty()
                && members.stream().allMatch(each -> each.signature().isRefused());
        if (hidden) {
            notes.add(new VolumeNote.HiddenReason());
        }
        return notes;
    }

    /** {@return the nodes that take a pod but for its volumes; none if no claim of it still wants one} */
    private static long[] takers(PodClasses classes, int c) {
        long[] takers = new long[classes.snapshot().nodes() + 63 >> 6];
        if (classes.entries().get(c).signature().volumes().isWithoutOpen()) {
            return takers;
        }
        FilterReasons refusals = new PodFilters(classes, c).reasons();
        long ofVolumes = 0;
        for (int r = 0; r < refusals.reasons().size(); r++) {
            FilterReason reason = refusals.reasons().get(r);
            boolean isOne = reason instanceof FilterReason.OfVolumes
                    || reason instanceof FilterReason.Short missing && VolumeColumns.isOne(missing.resource());
            ofVolumes |= isOne ? 1L << r : 0;
        }
        for (int n = 0; n < refusals.nodes(); n++) {
            takers[n >> 6] |= (refusals.mask(n) & ~ofVolumes) == 0 ? 1L << (n & 63) : 0;
        }
        return takers;
    }

    /** {@return the most pods of a class that one node holds} */
    private static int held(Packing packing, int c) {
        PodClass podClass = packing.classes().get(c);
        long[] request = podClass.request();
        long most = 0;
        for (int n = 0; n < packing.nodes().count(); n++) {
            long here = podClass.mayUse(n) ? Math.min(podClass.count(), podClass.maxPerNode()) : 0;
            for (int r = 0; r < request.length && here > 0; r++) {
                here = request[r] > 0
                        ? Math.min(here, Math.max(0, packing.nodes().free(r, n) / request[r]))
                        : here;
            }
            most = Math.max(most, here);
        }
        return (int) most;
    }
}
