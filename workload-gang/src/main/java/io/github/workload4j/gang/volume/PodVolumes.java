package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.api.storage.StorageClass;
import io.github.workload4j.gang.FilterReason;
import io.github.workload4j.gang.FilterReason.ClaimRefused.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of a pod, resolved without looking at nodes.
 *
 * @param refusal why the pod fits nowhere, or null
 * @param claims the claims, in the order of the volumes; one that is named twice is here twice
 * @param disks disks that the pod names itself
 * @param missing kinds of which none was given, though these volumes depend on some
 */
record PodVolumes(
        FilterReason.@Nullable ClaimRefused refusal,
        List<PodClaim> claims,
        List<Disk> disks,
        Set<MissingKind> missing) {

    /** No volumes. */
    static final PodVolumes NONE = new PodVolumes(null, List.of(), List.of(), Set.of());

    private static final String BIND_COMPLETED = "pv.kubernetes.io/bind-completed";

    /** {@return the volumes of a pod} */
    static PodVolumes of(Pod pod, VolumeIndex index) {
        List<Volume> volumes = pod.spec().volumes();
        if (volumes.isEmpty()) {
            return NONE;
        }
        if (volumes.size() == 1 && volumes.get(0).source() instanceof Volume.Claim named) {
            return index.resolved(pod.metadata().namespaceOrDefault(), named.claimName());
        }
        Resolving resolving = new Resolving(pod.metadata().namespaceOrDefault(), index);
        volumes.forEach(volume -> resolving.add(pod, volume));
        return resolving.done();
    }

    /** {@return a claim that a pod names, as the only volume of it; null for one that is not there} */
    static PodVolumes of(String namespace, String name, @Nullable PersistentVolumeClaim claim, VolumeIndex index) {
        Resolving resolving = new Resolving(namespace, index);
        resolving.addNamed(name, claim);
        return resolving.done();
    }

    private static final class Resolving {
        private final String namespace;
        private final VolumeIndex index;
        private FilterReason.@Nullable ClaimRefused refusal;
        private final List<PodClaim> claims = new ArrayList<>();
        private final List<Disk> disks = new ArrayList<>();
        private final Set<MissingKind> missing = EnumSet.noneOf(MissingKind.class);

        Resolving(String namespace, VolumeIndex index) {
            this.namespace = namespace;
            this.index = index;
        }

        PodVolumes done() {
            return new PodVolumes(refusal, claims, disks, missing);
        }

        void add(Pod pod, Volume volume) {
            if (volume.source() instanceof Volume.Inline inline) {
                disks.add(inline.disk());
            } else if (volume.source() instanceof Volume.Claim named) {
                PodVolumes known = index.resolved(namespace, named.claimName());
                refusal = refusal == null ? known.refusal() : refusal;
                known.claims().forEach(this::add);
                missing.addAll(known.missing());
            } else if (volume.source() instanceof Volume.Ephemeral own) {
                addOwn(pod, pod.metadata().name() + "-" + volume.name(), own.template());
            }
        }

        /** Adds a claim. Named more often than volumes are kept for it, it takes any other as well. */
        private void add(PodClaim use) {
            int before = 0;
            for (PodClaim each : claims) {
                before += each.qualified().equals(use.qualified()) ? 1 : 0;
            }
            int kept = before == 0 || use.state() != PodClaim.State.OPEN ? 0 : VolumeServes.kept(use, index);
            claims.add(kept > 0 && before >= kept ? use.pastKept() : use);
        }

        private void addNamed(String name, @Nullable PersistentVolumeClaim claim) {
            if (claim != null) {
                add(name, false, claim);
            } else if (index.objects().claims().isEmpty()) {
                missing.add(MissingKind.CLAIMS);
            } else {
                refuse(name, Problem.MISSING, "");
            }
        }

        private void addOwn(Pod pod, String name, PersistentVolumeClaim template) {
            PersistentVolumeClaim claim = index.claim(namespace, name);
            String uid = pod.metadata().uid();
            if (claim != null) {
                boolean owned = claim.metadata().ownerReferences().stream()
                        .anyMatch(owner -> Boolean.TRUE.equals(owner.controller())
                                && (uid.isEmpty()
                                        ? owner.name().equals(pod.metadata().name())
                                        : owner.uid().equals(uid)));
                if (owned) {
                    add(name, true, claim);
                } else {
                    refuse(name, Problem.OF_ANOTHER, "");
                }
            } else if (uid.isEmpty()) {
                ObjectMeta metadata = template.metadata().toBuilder()
                        .name(name)
                        .namespace(namespace)
                        .build();
                add(name, true, new PersistentVolumeClaim(metadata, template.spec(), template.status()));
            } else if (index.objects().claims().isEmpty()) {
                missing.add(MissingKind.CLAIMS);
            } else {
                refuse(name, Problem.NOT_MADE_YET, "");
            }
        }

        private void add(String name, boolean own, PersistentVolumeClaim claim) {
            if (claim.status().phase().equals("Lost")) {
                refuse(name, Problem.LOST, "");
            } else if (claim.metadata().deletionTimestamp() != null) {
                refuse(name, Problem.BEING_DELETED, "");
            } else if (!claim.spec().volumeName().isEmpty()) {
                addBound(name, own, claim);
            } else {
                addOpen(name, own, claim);
            }
        }

        private void addBound(String name, boolean own, PersistentVolumeClaim claim) {
            String volumeName = claim.spec().volumeName();
            PersistentVolume volume = index.volume(volumeName);
            if (!claim.metadata().annotations().containsKey(BIND_COMPLETED)) {
                refuse(name, Problem.NOT_COMPLETED, volumeName);
            } else if (volume != null) {
                add(claim(own, claim, PodClaim.State.BOUND, volume, null));
            } else if (index.objects().volumes().isEmpty()) {
                missing.add(MissingKind.VOLUMES);
                add(claim(own, claim, PodClaim.State.UNKNOWN, null, null));
            } else {
                refuse(name, Problem.VOLUME_MISSING, volumeName);
            }
        }

        private void addOpen(String name, boolean own, PersistentVolumeClaim claim) {
            String className = VolumeIndex.classOf(claim);
            StorageClass storageClass = index.storageClass(className);
            if (className.isEmpty()) {
                refuse(name, Problem.NO_CLASS, "");
            } else if (storageClass == null && index.objects().classes().isEmpty()) {
                missing.add(MissingKind.CLASSES);
                add(claim(own, claim, PodClaim.State.UNKNOWN, null, null));
            } else if (storageClass == null) {
                refuse(name, Problem.CLASS_MISSING, className);
            } else if (!storageClass.volumeBindingMode().equals("WaitForFirstConsumer")) {
                refuse(name, Problem.IMMEDIATE, className);
            } else {
                add(claim(own, claim, PodClaim.State.OPEN, null, storageClass));
            }
        }

        private PodClaim claim(
                boolean own,
                PersistentVolumeClaim claim,
                PodClaim.State state,
                @Nullable PersistentVolume volume,
                @Nullable StorageClass storageClass) {
            return new PodClaim(index, namespace, claim, own, state, volume, storageClass);
        }

        private void refuse(String claim, Problem problem, String other) {
            if (refusal == null) {
                refusal = new FilterReason.ClaimRefused(claim, problem, other);
            }
        }
    }
}
