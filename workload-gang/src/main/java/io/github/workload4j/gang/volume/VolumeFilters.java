package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.gang.FilterReason;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Asks every rule about volumes that looks at one pod and what is there already, each on its own. */
public final class VolumeFilters {

    private final QuestionVolumes volumes;
    private final Sink sink;

    /** Takes what a rule says. */
    @FunctionalInterface
    public interface Sink {
        /** Called for each rule that may keep the pod away, with the nodes that it admits, not to be changed. */
        void accept(FilterReason reason, long[] admitted);
    }

    private VolumeFilters(QuestionVolumes volumes, Sink sink) {
        this.volumes = volumes;
        this.sink = sink;
    }

    /** Asks the rules about a pending pod. */
    public static void of(QuestionVolumes volumes, Pod pod, Sink sink) {
        if (!pod.spec().volumes().isEmpty()) {
            new VolumeFilters(volumes, sink).ask(pod);
        }
    }

    private void ask(Pod pod) {
        PodVolumes own = volumes.of(pod);
        VolumeReach reach = volumes.reach();
        long[] nowhere = new long[reach.everywhere().length];
        if (own.refusal() != null) {
            sink.accept(own.refusal(), nowhere);
            return;
        }
        for (PodClaim use : own.claims()) {
            PersistentVolume volume = use.volume();
            if (volume != null) {
                bound(use, volume);
            } else if (volumes.isOpen(use)) {
                open(use, Collections.frequency(own.claims(), use));
            }
            List<ClusterVolumes.Use> users =
                    use.isForOnePod() || volumes.sharing() == QuestionVolumes.Sharing.ON_ONE_NODE
                            ? volumes.usersOf(use.qualified())
                            : List.of();
            if (!users.isEmpty() && use.isForOnePod()) {
                String user = users.get(0).pod().metadata().qualifiedName();
                sink.accept(
                        new FilterReason.ClaimRefused(use.name(), FilterReason.ClaimRefused.Problem.IN_USE, user),
                        nowhere);
            } else if (!users.isEmpty() && volumes.isForOneNode(use, use.volume())) {
                long[] there = nowhere.clone();
                users.forEach(user -> there[user.node() >> 6] |= 1L << (user.node() & 63));
                sink.accept(
                        new FilterReason.VolumeElsewhere(
                                use.name(), use.claim().spec().volumeName()),
                        there);
            }
        }
        VolumeSignature.Parts parts = volumes.signature(pod).parts();
        for (DriverUse driver : parts.drivers()) {
            sink.accept(new FilterReason.DriverMissing(driver.driver()), reach.having(driver));
        }
        limits(parts);
        if (!own.disks().isEmpty()) {
            disks(own.disks());
        }
    }

    private void bound(PodClaim use, PersistentVolume volume) {
        VolumeReach reach = volumes.reach();
        FilterReason elsewhere =
                new FilterReason.VolumeElsewhere(use.name(), volume.metadata().name());
        sink.accept(elsewhere, reach.reaching(volume.spec().nodeAffinity(), OlderVolume.of(volume)));
        if (!use.ephemeral()) {
            sink.accept(elsewhere, reach.inZones(VolumeReach.zonesOf(volume)));
        }
    }

    /** A claim that is named twice needs two volumes, where none is made. */
    private void open(PodClaim use, int times) {
        VolumeReach reach = volumes.reach();
        long[] once = reach.served(use, times);
        long[] made = reach.making(use, use.kind());
        for (int w = 0; w < once.length; w++) {
            once[w] |= made[w];
        }
        sink.accept(new FilterReason.NoVolume(use.name(), VolumeIndex.classOf(use.claim())), once);
    }

    private void limits(VolumeSignature.Parts parts) {
        Set<String> drivers = new TreeSet<>(parts.fresh().keySet());
        parts.keys().forEach(key -> drivers.add(key.driver()));
        for (String driver : drivers) {
            long[] admitted = volumes.reach().everywhere().clone();
            Attached attached = volumes.attached();
            Attached.Counts counts = attached.counts(driver);
            List<VolumeKey> keys = parts.keys().stream()
                    .filter(key -> key.driver().equals(driver))
                    .toList();
            for (int n = 0; n < volumes.view().nodes(); n++) {
                // What another pod of the question may have brought before is not new then, and is there.
                int sure = parts.fresh().getOrDefault(driver, 0);
                int others = 0;
                for (VolumeKey key : keys) {
                    boolean anew = !attached.isUsed(key, n);
                    sure += anew && !volumes.isShared(key) ? 1 : 0;
                    others += anew && volumes.isShared(key) && !attached.lingers(key, n) ? 1 : 0;
                }
                if (sure > 0 && !counts.isWithoutLimit(n) && counts.there()[n] + sure + others > counts.most()[n]) {
                    admitted[n >> 6] &= ~(1L << (n & 63));
                }
            }
            sink.accept(new FilterReason.TooManyVolumes(driver), admitted);
        }
    }

    private void disks(List<Disk> disks) {
        long[] admitted = volumes.reach().everywhere().clone();
        volumes.view().forEachPod((node, pod) -> {
            for (Volume volume : pod.spec().volumes()) {
                if (volume.source() instanceof Volume.Inline inline
                        && disks.stream().anyMatch(disk -> clash(disk, inline.disk()))) {
                    admitted[node >> 6] &= ~(1L << (node & 63));
                }
            }
        });
        sink.accept(new FilterReason.DiskInUse(), admitted);
    }

    /** {@return whether pods with these signatures may not share a node because of disks that they name} */
    public static boolean meet(VolumeSignature a, VolumeSignature b) {
        return !a.parts().disks().isEmpty()
                && a.parts().disks().stream()
                        .anyMatch(one -> b.parts().disks().stream().anyMatch(other -> clash(one, other)));
    }

    private static boolean clash(Disk a, Disk b) {
        if (a.type() != b.type() || !a.id().equals(b.id())) {
            return false;
        }
        return switch (a.type()) {
            case AWS_ELASTIC_BLOCK_STORE -> true;
            case GCE_PERSISTENT_DISK, ISCSI -> !a.readOnly() || !b.readOnly();
            case RBD ->
                (!a.readOnly() || !b.readOnly())
                        && pool(a).equals(pool(b))
                        && !Collections.disjoint(a.monitors(), b.monitors());
            case AZURE_DISK, CINDER, PORTWORX -> false;
        };
    }

    private static String pool(Disk disk) {
        return disk.pool().isEmpty() ? "rbd" : disk.pool();
    }

    /** {@return whether pods of both signatures name a claim that one pod of the cluster may use} */
    public static boolean shareOnce(VolumeSignature a, VolumeSignature b) {
        return !a.parts().once().isEmpty()
                && !Collections.disjoint(a.parts().once(), b.parts().once());
    }
}
