package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.VolumeNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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

    private static final List<PodClaim> NOBODY = List.of();

    private final QuestionVolumes volumes;
    private final Map<String, String> placed;

    /** The claim that has each volume, and the volumes that each claim has. */
    private final Map<String, String> takenBy = new HashMap<>();

    private final Map<String, List<Ranked>> takenFor = new HashMap<>();
    private final Map<VolumeShelf, RankedShelf> shelves = new IdentityHashMap<>();

    /** A volume that serves claims of a kind, and the nodes on which it is chosen. */
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
        return choice.reachedAsWritten(pods);
    }

    /** A volume that would be chosen on a node which turns out not to reach it, or null. */
    private @Nullable VolumeNote reachedAsWritten(List<VolumeChoices.PlacedPod> pods) {
        if (!volumes.index().hasOlder()) {
            return null;
        }
        Map<PersistentVolume, Integer> odd = new IdentityHashMap<>();
        for (PersistentVolume volume : volumes.index().objects().volumes()) {
            int node = OlderVolume.of(volume) == null ? -1 : unreached(volume);
            if (node >= 0) {
                odd.put(volume, node);
            }
        }
        for (VolumeChoices.PlacedPod one : pods) {
            for (PodClaim use : odd.isEmpty() ? NOBODY : volumes.of(one.pod()).claims()) {
                List<PersistentVolume> met = volumes.isOpen(use)
                        ? volumes.reach().serving(use).stream()
                                .filter(odd::containsKey)
                                .toList()
                        : List.of();
                if (!met.isEmpty()) {
                    PersistentVolume first = VolumeServes.inOrder(
                                    met, VolumeIndex.classOf(use.claim()), volumes.index())
                            .get(0);
                    return new VolumeNote.ReachedAsWritten(
                            use.qualified(), first.metadata().name(), name(odd.getOrDefault(first, 0)));
                }
            }
        }
        return null;
    }

    private int unreached(PersistentVolume volume) {
        long[] chosen = volumes.reach().reaching(volume.spec().nodeAffinity());
        long[] bound = volumes.reach().giving(volume);
        for (int w = 0; w < chosen.length; w++) {
            if ((chosen[w] & ~bound[w]) != 0) {
                return (w << 6) + Long.numberOfTrailingZeros(chosen[w] & ~bound[w]);
            }
        }
        return -1;
    }

    private @Nullable VolumeNote place(VolumeChoices.PlacedPod one) {
        List<PodClaim> open = new ArrayList<>();
        for (PodClaim use : volumes.of(one.pod()).claims()) {
            if (volumes.isOpen(use)) {
                open.add(use);
            }
        }
        open.sort(Comparator.comparing(
                use -> use.claim().spec().resources().requests().getOrDefault("storage", Quantity.ZERO)));
        Set<String> own = new HashSet<>();
        for (PodClaim use : open) {
            VolumeNote failure = give(use, one.node(), own);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Gives a claim of a pod a volume that the pod does not have yet, unless one is made. */
    private @Nullable VolumeNote give(PodClaim use, int node, Set<String> own) {
        List<PersistentVolume> serving = volumes.reach().serving(use);
        boolean free = volumes.reach().shelved(use, serving) != serving;
        List<Ranked> first = new ArrayList<>(takenFor.getOrDefault(use.qualified(), List.of()));
        if (!free) {
            rank(use).stream()
                    .filter(volume -> volume.kept() && !first.contains(volume))
                    .forEach(first::add);
        }
        first.removeIf(volume -> own.contains(volume.name()));
        boolean made = has(volumes.reach().making(use, use.kind()), node);
        for (Ranked volume : first) {
            if (!has(volume.reach(), node)) {
                return made ? null : missed(use, node, volume);
            }
        }
        if (!first.isEmpty()) {
            take(use, own, first.get(0));
            return null;
        }
        PersistentVolume smallest = free ? smallest(use, node) : null;
        if (smallest != null) {
            take(use, own, ranked(smallest, use));
            return null;
        }
        if (made && free) {
            return null;
        }
        String lost = null;
        for (Ranked volume : rank(use)) {
            String taker = takenBy.get(volume.name());
            if (has(volume.reach(), node) && taker == null) {
                take(use, own, volume);
                return null;
            }
            boolean given = volume.name().equals(placed.get(use.qualified()));
            lost = taker != null && has(volume.reach(), node) && (lost == null || given) ? volume.name() : lost;
        }
        return made || lost == null
                ? null
                : new VolumeNote.SmallestFirst(lost, String.valueOf(takenBy.get(lost)), use.qualified());
    }

    private void take(PodClaim use, Set<String> own, Ranked volume) {
        own.add(volume.name());
        if (takenBy.put(volume.name(), use.qualified()) == null) {
            takenFor.computeIfAbsent(use.qualified(), claim -> new ArrayList<>())
                    .add(volume);
        }
    }

    private List<Ranked> rank(PodClaim use) {
        return volumes.reach().serving(use).stream()
                .sorted(BY_SIZE)
                .map(volume -> ranked(volume, use))
                .toList();
    }

    private Ranked ranked(PersistentVolume volume, PodClaim use) {
        return new Ranked(
                volume.metadata().name(),
                volumes.reach().reaching(volume.spec().nodeAffinity()),
                VolumeServes.isKeptFor(volume, use));
    }

    private @Nullable PersistentVolume smallest(PodClaim use, int node) {
        VolumeShelf shelf = volumes.index().shelf(use);
        Quantity size = use.kind().size();
        return shelves.computeIfAbsent(shelf, each -> new RankedShelf(each.all(), volumes.reach()))
                .first(node, size == null ? Quantity.ZERO : size, takenBy.keySet());
    }

    /** A claim has volumes, by its claimRef or by the choice for an earlier pod, and the node does not reach one. */
    private VolumeNote missed(PodClaim use, int node, Ranked missed) {
        if (!missed.kept()) {
            return new VolumeNote.FirstChoice(use.qualified(), missed.name(), name(node));
        }
        List<String> kept = volumes.reach().serving(use).stream()
                .map(volume -> volume.metadata().name())
                .limit(VolumeNote.MOST_NAMES)
                .toList();
        return new VolumeNote.KeptTwice(use.qualified(), kept, name(node), missed.name());
    }

    private String name(int node) {
        return volumes.view().node(node).metadata().name();
    }

    private static boolean has(long[] nodes, int node) {
        return (nodes[node >> 6] >>> (node & 63) & 1) != 0;
    }
}
