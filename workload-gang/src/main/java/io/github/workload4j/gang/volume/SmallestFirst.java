package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.VolumeNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * kube-scheduler's own choice of volumes for pods on given nodes: a pod's claims by size, each takes the smallest
 * volume that serves it there, of equals the first by name; nothing is taken back.
 */
public final class SmallestFirst {

    private static final Comparator<PersistentVolume> BY_SIZE = Comparator.comparing(
                    (PersistentVolume volume) -> volume.spec().capacity().getOrDefault("storage", Quantity.ZERO))
            .thenComparing(volume -> volume.metadata().name());

    private final QuestionVolumes volumes;
    private final Map<String, String> takenBy = new HashMap<>();
    private final Map<String, PersistentVolume> given = new HashMap<>();

    private SmallestFirst(QuestionVolumes volumes) {
        this.volumes = volumes;
    }

    /** {@return where that choice fails, or null if every claim gets something} */
    public static VolumeNote.@Nullable SmallestFirst failure(
            QuestionVolumes volumes, List<VolumeChoices.PlacedPod> pods) {
        SmallestFirst choice = new SmallestFirst(volumes);
        for (VolumeChoices.PlacedPod placed : pods) {
            VolumeNote.SmallestFirst failure = choice.place(placed);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private VolumeNote.@Nullable SmallestFirst place(VolumeChoices.PlacedPod placed) {
        List<PodClaim> open = new ArrayList<>();
        for (PodClaim use : volumes.of(placed.pod()).claims()) {
            if (volumes.isOpen(use)) {
                open.add(use);
            }
        }
        open.sort(Comparator.comparing(
                use -> use.claim().spec().resources().requests().getOrDefault("storage", Quantity.ZERO)));
        for (PodClaim use : open) {
            VolumeNote.SmallestFirst failure = give(use, placed.node());
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private VolumeNote.@Nullable SmallestFirst give(PodClaim use, int node) {
        if (given.containsKey(use.qualified())) {
            return null;
        }
        String lost = null;
        for (PersistentVolume volume :
                volumes.reach().serving(use).stream().sorted(BY_SIZE).toList()) {
            String name = volume.metadata().name();
            if (!has(volumes.reach().reaching(volume.spec().nodeAffinity(), OlderVolume.of(volume)), node)) {
                continue;
            }
            if (!takenBy.containsKey(name)) {
                takenBy.put(name, use.qualified());
                given.put(use.qualified(), volume);
                return null;
            }
            lost = lost == null ? name : lost;
        }
        boolean made = has(volumes.reach().making(use, use.kind()), node);
        return made || lost == null
                ? null
                : new VolumeNote.SmallestFirst(lost, String.valueOf(takenBy.get(lost)), use.qualified());
    }

    private static boolean has(long[] nodes, int node) {
        return (nodes[node >> 6] >>> (node & 63) & 1) != 0;
    }
}
