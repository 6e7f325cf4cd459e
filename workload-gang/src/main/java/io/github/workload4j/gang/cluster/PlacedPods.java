package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.storage.StorageObjects;
import io.github.workload4j.gang.Assignment;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Puts pending pods on nodes, with the devices and volumes that an answer gives them. */
final class PlacedPods {

    private PlacedPods() {}

    static ClusterSnapshot in(ClusterSnapshot before, Collection<Assignment> placement) {
        SnapshotChange change = new SnapshotChange(before);
        boolean named = placement.stream().anyMatch(each -> !each.volumes().isEmpty());
        BoundStorage storage = new BoundStorage(named ? before.storage() : StorageObjects.NONE);
        Set<Pod> placed = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, Pod> byName = new HashMap<>();
        for (Assignment each : placement) {
            Pod pod = before.tables.known().find(ObjectNames.pod(each.namespace(), each.pod()));
            boolean pending = pod != null && PodStanding.of(pod) == PodStanding.PENDING;
            if (pod == null || !pending || !placed.add(pod)) {
                String found = pod != null && pod.isAssigned()
                        ? "is on " + pod.spec().nodeName() + " already"
                        : pending ? "is there twice" : "is not pending in this snapshot";
                throw new IllegalArgumentException(
                        "placement: pod " + each.namespace() + "/" + each.pod() + " " + found);
            }
            if (before.indexOf(each.node()) < 0) {
                throw new IllegalArgumentException("placement: node " + each.node() + " of pod " + each.namespace()
                        + "/" + each.pod() + " is not in this snapshot");
            }
            change.put(PlacedDevices.named(pod, each)
                    .withSpec(pod.spec().toBuilder().nodeName(each.node()).build()));
            storage.bind(pod, each);
            byName.put(each.namespace() + "/" + each.pod(), pod);
        }
        ClusterSnapshot after = change.done().withDevices(PlacedDevices.with(before.devices, placement, byName));
        return named ? after.withStorage(storage.after()) : after;
    }
}
