package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.Disk;
import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.core.PersistentVolumeClaim;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.Volume;
import io.github.workload4j.api.storage.StorageClass;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a node counts where it attaches a bounded number of volumes.
 *
 * @param driver the driver that attaches it
 * @param handle what tells it from others of the driver
 */
record VolumeKey(String driver, String handle) {

    /** {@return the key of a claim as a pod of the question uses it, or null if it counts nowhere} */
    static @Nullable VolumeKey of(PodClaim use, VolumeIndex index) {
        return of(use.qualified(), use.claim(), index);
    }

    private static @Nullable VolumeKey of(String qualified, PersistentVolumeClaim claim, VolumeIndex index) {
        PersistentVolume volume = index.volume(claim.spec().volumeName());
        if (volume != null && !claim.spec().volumeName().isEmpty()) {
            return of(volume);
        }
        StorageClass storageClass = index.storageClass(VolumeIndex.classOf(claim));
        if (storageClass == null || VolumeIndex.classOf(claim).isEmpty()) {
            return null;
        }
        String driver = driverOf(storageClass.provisioner());
        return driver == null
                ? new VolumeKey(storageClass.provisioner(), "claim " + qualified)
                : new VolumeKey(driver, "claim " + qualified);
    }

    private static @Nullable VolumeKey of(PersistentVolume volume) {
        PersistentVolume.Csi csi = volume.spec().csi();
        if (csi != null) {
            return new VolumeKey(csi.driver(), csi.volumeHandle());
        }
        Disk disk = volume.spec().disk();
        return disk == null ? null : of(disk, false);
    }

    /** {@return the key of a disk, or null if no driver stands for its type} */
    static @Nullable VolumeKey of(Disk disk, boolean inline) {
        return switch (disk.type()) {
            case AWS_ELASTIC_BLOCK_STORE ->
                new VolumeKey("ebs.csi.aws.com", disk.id().substring(disk.id().lastIndexOf('/') + 1));
            // The zone is part of the handle, and a pod does not say it.
            case GCE_PERSISTENT_DISK -> new VolumeKey("pd.csi.storage.gke.io", (inline ? "inline " : "") + disk.id());
            case AZURE_DISK -> new VolumeKey("disk.csi.azure.com", disk.id());
            case CINDER -> new VolumeKey("cinder.csi.openstack.org", disk.id());
            case PORTWORX -> new VolumeKey("pxd.portworx.com", disk.id());
            case ISCSI, RBD -> null;
        };
    }

    /** {@return the driver that stands for an older provisioner, or null} */
    private static @Nullable String driverOf(String provisioner) {
        return switch (provisioner) {
            case "kubernetes.io/aws-ebs" -> "ebs.csi.aws.com";
            case "kubernetes.io/gce-pd" -> "pd.csi.storage.gke.io";
            case "kubernetes.io/azure-disk" -> "disk.csi.azure.com";
            case "kubernetes.io/cinder" -> "cinder.csi.openstack.org";
            case "kubernetes.io/portworx-volume" -> "pxd.portworx.com";
            default -> null;
        };
    }

    /** {@return whether a claim is of an older kind, which counts only on nodes that tell of their drivers} */
    static boolean isOlder(PodClaim use, VolumeIndex index) {
        PersistentVolume volume = index.volume(use.claim().spec().volumeName());
        StorageClass storageClass = index.storageClass(VolumeIndex.classOf(use.claim()));
        return volume != null
                ? volume.spec().csi() == null
                : storageClass != null && driverOf(storageClass.provisioner()) != null;
    }

    /** {@return the keys of a pod that is there; claims that are missing are skipped} */
    static Set<VolumeKey> ofRunning(Pod pod, VolumeIndex index) {
        Set<VolumeKey> keys = new LinkedHashSet<>();
        for (Volume volume : pod.spec().volumes()) {
            VolumeKey key = null;
            if (volume.source() instanceof Volume.Inline inline) {
                key = of(inline.disk(), true);
            } else if (!(volume.source() instanceof Volume.Certificates)) {
                String name = volume.source() instanceof Volume.Claim named
                        ? named.claimName()
                        : pod.metadata().name() + "-" + volume.name();
                PersistentVolumeClaim claim = index.claim(pod.metadata().namespaceOrDefault(), name);
                key = claim == null ? null : of(pod.metadata().namespaceOrDefault() + "/" + name, claim, index);
            }
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }
}
