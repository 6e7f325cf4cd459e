package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.VolumeAttachment;
import io.github.workload4j.gang.eligibility.ClusterView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is attached to nodes already, of drivers that some node limits. Costs a look at each pod that is there, once.
 */
final class Attached {

    private final ClusterView view;
    private final VolumeIndex index;
    private final Map<Integer, Set<VolumeKey>> used = new HashMap<>();
    private final Map<Integer, Set<VolumeKey>> lingering = new HashMap<>();
    private final Set<VolumeKey> anywhere = new HashSet<>();

    Attached(ClusterView view, VolumeIndex index) {
        this.view = view;
        this.index = index;
        view.forEachPod((node, pod) -> {
            if (!pod.spec().volumes().isEmpty() && index.node(name(node)) != null) {
                Set<VolumeKey> keys = VolumeKey.ofRunning(pod, index);
                used.computeIfAbsent(node, n -> new HashSet<>()).addAll(keys);
                anywhere.addAll(keys);
            }
        });
        for (int n = 0; n < view.nodes(); n++) {
            for (VolumeAttachment attachment : index.attachmentsOn(name(n))) {
                add(attachment, n);
            }
        }
    }

    private String name(int node) {
        return view.node(node).metadata().name();
    }

    private void add(VolumeAttachment attachment, int node) {
        PersistentVolume volume = index.volume(attachment.persistentVolumeName());
        PersistentVolume.Csi csi = volume == null ? null : volume.spec().csi();
        if (csi != null && !attachment.attacher().isEmpty()) {
            VolumeKey key = new VolumeKey(attachment.attacher(), csi.volumeHandle());
            if (!isUsed(key, node)) {
                lingering.computeIfAbsent(node, n -> new HashSet<>()).add(key);
                anywhere.add(key);
            }
        }
    }

    /** {@return how many volumes of a driver a node attaches, or null if there is no limit} */
    @Nullable
    Integer most(String driver, int node) {
        CsiNode own = index.node(name(node));
        Integer most = null;
        if (own != null) {
            for (CsiNode.Driver each : own.drivers()) {
                most = each.name().equals(driver) && each.count() != null ? each.count() : most;
            }
        }
        return most;
    }

    /** {@return how many volumes of a driver are there, in use or not} */
    int there(String driver, int node) {
        return (int) (count(used, driver, node) + count(lingering, driver, node));
    }

    /** {@return how many volumes of a driver are attached that nobody uses} */
    int lingering(String driver, int node) {
        return (int) count(lingering, driver, node);
    }

    private static long count(Map<Integer, Set<VolumeKey>> keys, String driver, int node) {
        return keys.getOrDefault(node, Set.of()).stream()
                .filter(key -> key.driver().equals(driver))
                .count();
    }

    boolean isUsed(VolumeKey key, int node) {
        return used.getOrDefault(node, Set.of()).contains(key);
    }

    boolean lingers(VolumeKey key, int node) {
        return lingering.getOrDefault(node, Set.of()).contains(key);
    }

    /** {@return whether a volume is there anywhere, in use or not} */
    boolean isAnywhere(VolumeKey key) {
        return anywhere.contains(key);
    }
}
