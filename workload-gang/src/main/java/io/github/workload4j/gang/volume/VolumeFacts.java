package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.VolumeNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what a person wants to know about the volumes of some pods. */
public final class VolumeFacts {

    /** A claim keeps its pods on so few nodes that they are named. */
    private static final int FEW = 3;

    /** Most notes; kinds of claims after these have none. */
    private static final int MOST_NOTES = 64;

    private final QuestionVolumes volumes;
    private final List<Members> members;
    private final List<VolumeNote> notes = new ArrayList<>();

    /**
     * Pods that are alike.
     *
     * @param signature what tells them from others
     * @param pods all of them
     * @param mostOnOneNode no node holds more of them
     * @param takers the nodes that take one but for its volumes, as bits
     */
    public record Members(VolumeSignature signature, List<Pod> pods, int mostOnOneNode, long[] takers) {}

    private VolumeFacts(QuestionVolumes volumes, List<Members> members) {
        this.volumes = volumes;
        this.members = members;
    }

    /** {@return what there is to know, in a list of the caller's own} */
    public static List<VolumeNote> of(QuestionVolumes volumes, List<Members> members) {
        VolumeFacts facts = new VolumeFacts(volumes, members);
        facts.shared();
        facts.forOnePod();
        facts.tooFew();
        facts.limits();
        facts.pinned();
        return facts.notes;
    }

    private void shared() {
        Map<String, Integer> pods = new TreeMap<>();
        Map<String, Integer> most = new TreeMap<>();
        for (Members each : members) {
            for (String claim : each.signature().shared()) {
                pods.merge(claim, each.pods().size(), Integer::sum);
                most.merge(claim, each.mostOnOneNode(), Integer::sum);
            }
        }
        pods.forEach((claim, count) -> {
            if (count > 1 && most.get(claim) < count) {
                List<String> serving = serving(volumes.shared(claim)).stream()
                        .map(volume -> volume.metadata().name())
                        .limit(VolumeNote.MOST_NAMES)
                        .toList();
                notes.add(new VolumeNote.SharedClaim(claim, count, most.get(claim), serving));
            }
        });
    }

    private void forOnePod() {
        Map<String, Integer> pods = new TreeMap<>();
        for (Members each : members) {
            each.signature()
                    .parts()
                    .once()
                    .forEach(claim -> pods.merge(claim, each.pods().size(), Integer::sum));
        }
        pods.forEach((claim, count) -> {
            if (count > 1) {
                notes.add(new VolumeNote.ForOnePod(claim, count));
            }
        });
    }

    /** {@return the volumes that serve a claim, in the order in which the objects were given} */
    private List<PersistentVolume> serving(PodClaim use) {
        return VolumeServes.inOrder(volumes.reach().serving(use), VolumeIndex.classOf(use.claim()), volumes.index());
    }

    private void tooFew() {
        Map<ClaimKind, Integer> claims = new LinkedHashMap<>();
        Map<ClaimKind, long[]> takers = new HashMap<>();
        for (Members each : members) {
            List<ClaimKind> open = each.signature().isRefused()
                    ? List.of()
                    : each.signature().parts().open();
            for (ClaimKind kind : open) {
                claims.merge(kind, each.pods().size(), Integer::sum);
                long[] all = takers.computeIfAbsent(kind, k -> new long[each.takers().length]);
                Arrays.setAll(all, w -> all[w] | each.takers()[w]);
            }
        }
        claims.forEach((kind, count) -> {
            long[] nodes = takers.get(kind);
            PodClaim sample = volumes.sample(kind);
            // Enough is enough; how many there are is of interest only where they are too few.
            int reached = (int) volumes.reach().serving(sample).stream()
                    .filter(v -> meet(reach(v), nodes))
                    .limit(count)
                    .count();
            if (reached < count
                    && notes.size() < MOST_NOTES
                    && !meet(volumes.reach().making(sample, kind), nodes)) {
                notes.add(new ClaimFunnel(volumes.index(), sample)
                        .note(count, serving(sample).stream().map(this::named), reached));
            }
        });
    }

    private long[] reach(PersistentVolume volume) {
        return volumes.reach().reaching(volume.spec().nodeAffinity(), OlderVolume.of(volume));
    }

    private static boolean meet(long[] a, long[] b) {
        for (int w = 0; w < a.length; w++) {
            if ((a[w] & b[w]) != 0) {
                return true;
            }
        }
        return false;
    }

    private VolumeNote.Serving named(PersistentVolume volume) {
        List<String> nodes = nodes(reach(volume));
        return new VolumeNote.Serving(volume.metadata().name(), nodes.size() == 1 ? nodes.get(0) : "");
    }

    private List<String> nodes(long[] set) {
        List<String> names = new ArrayList<>();
        for (int n = 0; n < volumes.view().nodes(); n++) {
            if ((set[n >> 6] >>> (n & 63) & 1) != 0) {
                names.add(volumes.view().node(n).metadata().name());
            }
        }
        return names;
    }

    private void limits() {
        Map<String, Integer> wanted = new TreeMap<>();
        for (Members each : members) {
            VolumeSignature.Parts parts = each.signature().parts();
            parts.fresh()
                    .forEach((driver, count) ->
                            wanted.merge(driver, count * each.pods().size(), Integer::sum));
            new TreeSet<>(parts.keys().stream().map(VolumeKey::driver).toList())
                    .forEach(driver -> wanted.merge(driver, 1, Integer::sum));
        }
        wanted.forEach((driver, count) -> {
            Attached.Counts counts = volumes.attached().counts(driver);
            int named = 0;
            for (int n = 0; n < volumes.view().nodes() && named < FEW; n++) {
                if (!counts.isWithoutLimit(n) && counts.most()[n] - counts.there()[n] < count) {
                    notes.add(new VolumeNote.AttachLimit(
                            volumes.view().node(n).metadata().name(),
                            driver,
                            counts.most()[n],
                            counts.there()[n],
                            counts.lingering()[n]));
                    named++;
                }
            }
        });
    }

    private void pinned() {
        int named = 0;
        for (Members each : members) {
            Pod pod = each.pods().get(0);
            for (PodClaim use : volumes.of(pod).claims()) {
                PersistentVolume volume = use.volume();
                if (volume == null || named == FEW) {
                    continue;
                }
                long[] reach = reach(volume).clone();
                long[] zones = volumes.reach().inZones(use.ephemeral() ? Map.of() : VolumeReach.zonesOf(volume));
                for (int w = 0; w < reach.length; w++) {
                    reach[w] &= zones[w];
                }
                List<String> nodes = nodes(reach);
                if (nodes.size() <= FEW && nodes.size() < volumes.view().nodes()) {
                    notes.add(new VolumeNote.Pinned(
                            pod.metadata().name(), use.name(), volume.metadata().name(), nodes, nodes.size()));
                    named++;
                }
            }
        }
    }
}
