package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.gang.VolumeNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what a person wants to know about the volumes of some pods. */
public final class VolumeFacts {

    /** A claim keeps its pods on so few nodes that they are named. */
    private static final int FEW = 3;

    private final QuestionVolumes volumes;
    private final List<Members> members;
    private final List<VolumeNote> notes = new ArrayList<>();

    /**
     * Pods that are alike.
     *
     * @param signature what tells them from others
     * @param pods all of them
     * @param mostOnOneNode no node holds more of them
     */
    public record Members(VolumeSignature signature, List<Pod> pods, int mostOnOneNode) {}

    private VolumeFacts(QuestionVolumes volumes, List<Members> members) {
        this.volumes = volumes;
        this.members = members;
    }

    /** {@return what there is to know, in a list of the caller's own} */
    public static List<VolumeNote> of(QuestionVolumes volumes, List<Members> members) {
        VolumeFacts facts = new VolumeFacts(volumes, members);
        facts.shared();
        facts.tooFew();
        facts.limits();
        facts.pinned();
        return facts.notes;
    }

    private void shared() {
        Map<String, Integer> pods = new TreeMap<>();
        Map<String, Integer> most = new TreeMap<>();
        for (Members each : members) {
            for (String claim : each.signature().parts().shared()) {
                pods.merge(claim, each.pods().size(), Integer::sum);
                most.merge(claim, each.mostOnOneNode(), Integer::sum);
            }
        }
        pods.forEach((claim, count) -> {
            List<String> serving = volumes.reach().serving(volumes.shared(claim)).stream()
                    .map(volume -> volume.metadata().name())
                    .limit(VolumeNote.MOST_NAMES)
                    .toList();
            if (count > 1 && most.get(claim) < count) {
                notes.add(new VolumeNote.SharedClaim(claim, count, most.get(claim), serving));
            }
        });
    }

    private void tooFew() {
        Map<ClaimKind, Integer> claims = new LinkedHashMap<>();
        for (Members each : members) {
            if (!each.signature().isRefused()) {
                each.signature()
                        .parts()
                        .open()
                        .forEach(kind -> claims.merge(kind, each.pods().size(), Integer::sum));
            }
        }
        claims.forEach((kind, count) -> {
            PodClaim sample = volumes.sample(kind);
            boolean made = false;
            for (long word : volumes.reach().making(sample, kind)) {
                made |= word != 0;
            }
            List<PersistentVolume> serving = volumes.reach().serving(sample);
            if (!made && serving.size() < count) {
                notes.add(tooFew(kind, count, sample, serving));
            }
        });
    }

    private VolumeNote tooFew(ClaimKind kind, int claims, PodClaim sample, List<PersistentVolume> serving) {
        int tooSmall = 0;
        int notAvailable = 0;
        int keptForOthers = 0;
        int otherwise = 0;
        Quantity size = kind.size();
        for (PersistentVolume volume : volumes.index().volumesOf(kind.storageClass())) {
            if (serving.contains(volume)) {
                continue;
            }
            Quantity has = volume.spec().capacity().getOrDefault("storage", Quantity.ZERO);
            if (volume.spec().claimRef() != null && !VolumeServes.isKeptFor(volume, sample)) {
                keptForOthers++;
            } else if (size != null && has.compareTo(size) < 0) {
                tooSmall++;
            } else if (!volume.status().phase().equals("Available")) {
                notAvailable++;
            } else {
                otherwise++;
            }
        }
        List<VolumeNote.Serving> named =
                serving.stream().limit(VolumeNote.MOST_NAMES).map(this::named).toList();
        return new VolumeNote.TooFewVolumes(
                kind.storageClass(),
                size == null ? "" : size.toString(),
                claims,
                serving.size(),
                named,
                tooSmall,
                notAvailable,
                keptForOthers,
                otherwise);
    }

    private VolumeNote.Serving named(PersistentVolume volume) {
        List<String> nodes = nodes(volumes.reach().reaching(volume.spec().nodeAffinity(), OlderVolume.of(volume)));
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
                long[] reach = volumes.reach()
                        .reaching(volume.spec().nodeAffinity(), OlderVolume.of(volume))
                        .clone();
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
