package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.VolumeNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * kube-scheduler's own choice of volumes for pods on given nodes: a pod's claims by size, each takes the smallest
 * volume that serves it there, of equals the first by name, or one that is kept for it, whichever comes first; nothing
 * is taken back.
 */
public final class SmallestFirst {

    private static final Comparator<PersistentVolume> BY_SIZE = Comparator.comparing(
                    (PersistentVolume volume) -> volume.spec().capacity().getOrDefault("storage", Quantity.ZERO))
            .thenComparing(volume -> volume.metadata().name());

    private final QuestionVolumes volumes;
    private final Map<String, String> takenBy = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private final Map<ClaimKind, List<Ranked>> ranked = new HashMap<>();

    private final Map<String, String> placed;

    /** A volume that serves claims of a kind. */
    private record Ranked(String name, long[] reach, boolean kept) {}

    private SmallestFirst(QuestionVolumes volumes, Map<String, String> placed) {
        this.volumes = volumes;
        this.placed = placed;
    }

    /**
     * {@return where that choice fails, or null if every claim gets something}
     *
     * @param placed what the placement gives each claim, by namespace and name, as far as it says
     */
    public static @Nullable VolumeNote failure(
            QuestionVolumes volumes, List<VolumeChoices.PlacedPod> pods, Map<String, String> placed) {
        SmallestFirst choice = new SmallestFirst(volumes, placed);
        for (VolumeChoices.PlacedPod one : pods) {
            VolumeNote failure = choice.place(one);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private @Nullable VolumeNote place(VolumeChoices.PlacedPod placed) {
        List<PodClaim> open = new ArrayList<>();
        for (PodClaim use : volumes.of(placed.pod()).claims()) {
            if (volumes.isOpen(use)) {
                open.add(use);
            }
        }
        open.sort(Comparator.comparing(
                use -> use.claim().spec().resources().requests().getOrDefault("storage", Quantity.ZERO)));
        for (PodClaim use : open) {
            VolumeNote failure = give(use, placed.node());
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private @Nullable VolumeNote give(PodClaim use, int node) {
        if (given.contains(use.qualified())) {
            return null;
        }
        boolean made = has(volumes.reach().making(use, use.kind()), node);
        String lost = null;
        String missed = null;
        for (Ranked volume : ranked.computeIfAbsent(use.kind(), kind -> rank(use))) {
            if (!has(volume.reach(), node)) {
                missed = volume.kept() ? volume.name() : missed;
            } else if (!given.contains(use.qualified()) && !takenBy.containsKey(volume.name())) {
                takenBy.put(volume.name(), use.qualified());
                given.add(use.qualified());
            } else {
                lost = lost == null || volume.name().equals(placed.get(use.qualified())) ? volume.name() : lost;
            }
            if (!volume.kept() && given.contains(use.qualified())) {
                return null;
            }
        }
        if (!made && missed != null) {
            return keptTwice(use, node, missed);
        }
        return made || lost == null || given.contains(use.qualified())
                ? null
                : new VolumeNote.SmallestFirst(lost, String.valueOf(takenBy.get(lost)), use.qualified());
    }

    private List<Ranked> rank(PodClaim use) {
        return volumes.reach().serving(use).stream()
                .sorted(BY_SIZE)
                .map(volume -> new Ranked(
                        volume.metadata().name(), volumes.reach().giving(volume), VolumeServes.isKeptFor(volume, use)))
                .toList();
    }

    private VolumeNote keptTwice(PodClaim use, int node, String missed) {
        List<String> kept = volumes.reach().serving(use).stream()
                .map(volume -> volume.metadata().name())
                .limit(VolumeNote.MOST_NAMES)
                .toList();
        return new VolumeNote.KeptTwice(
                use.qualified(), kept, volumes.view().node(node).metadata().name(), missed);
    }

    private static boolean has(long[] nodes, int node) {
        return (nodes[node >> 6] >>> (node & 63) & 1) != 0;
    }
}
