package io.github.workload4j.gang.volume;

import io.github.workload4j.api.core.PersistentVolume;
import io.github.workload4j.api.storage.CsiNode;
import io.github.workload4j.api.storage.VolumeAttachment;
import io.github.workload4j.gang.eligibility.ClusterView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is attached to nodes already, of drivers that some node limits. Costs a look at each pod that is there, once.
 */
final class Attached {

    private final ClusterView view;
    private final VolumeIndex index;
    private final Map<Integer, Set<VolumeKey>> used = new HashMap<>();
    private final Map<Integer, Set<VolumeKey>> lingering = new HashMap<>();
    private final Set<VolumeKey> anywhere = new HashSet<>();
    private final Map<String, Counts> counts = new ConcurrentHashMap<>();

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

    /** How many volumes of a driver each node attaches, and has. */
    record Counts(int[] most, int[] there, int[] lingering) {

        /** {@return whether a node attaches as many as it is asked to} */
        boolean isWithoutLimit(int node) {
            return most[node] == Integer.MAX_VALUE;
        }
    }

    /** {@return for each node how many volumes of a driver it attaches at most, and how many are there} */
    Counts counts(String driver) {
        return counts.computeIfAbsent(driver, this::count);
    }

    private Counts count(String driver) {
        int[] most = new int[view.nodes()];
        int[] there = new int[most.length];
        int[] unused = new int[most.length];
        for (int n = 0; n < most.length; n++) {
            CsiNode own = index.node(name(n));
            most[n] = Integer.MAX_VALUE;
            for (CsiNode.Driver each : own == null ? List.<CsiNode.Driver>of() : own.drivers()) {
                most[n] = each.name().equals(driver) && each.count() != null ? each.count() : most[n];
            }
            unused[n] = count(lingering, driver, n);
            there[n] = count(used, driver, n) + unused[n];
        }
        return new Counts(most, there, unused);
    }

    private static int count(Map<Integer, Set<VolumeKey>> keys, String driver, int node) {
        int count = 0;
        for (VolumeKey key : keys.getOrDefault(node, Set.of())) {
            count += key.driver().equals(driver) ? 1 : 0;
        }
        return count;
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
