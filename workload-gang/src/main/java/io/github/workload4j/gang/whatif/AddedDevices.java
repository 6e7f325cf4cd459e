package io.github.workload4j.gang.whatif;

import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.device.NodeReach;
import io.github.workload4j.api.device.ResourcePool;
import io.github.workload4j.api.device.ResourceSlice;
import io.github.workload4j.api.device.ResourceSliceSpec;
import io.github.workload4j.api.meta.ObjectMeta;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.DevicesAsked;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Free devices like one that is there, in pools of their own: without taints, and with nothing taken. */
final class AddedDevices {

    private static final NodeReach EVERYWHERE = new NodeReach("", null, true);

    private AddedDevices() {}

    /** {@return a snapshot with this many more, each of which any one node may take} */
    static ClusterSnapshot anywhere(ClusterSnapshot snapshot, DevicesAsked.Offered like, int count) {
        DeviceObjects devices = snapshot.devices();
        return snapshot.withDevices(devices.withSlices(List.of(slice(like, pool(like, devices), EVERYWHERE, count))));
    }

    /** {@return a snapshot with more of them on nodes} */
    static ClusterSnapshot on(ClusterSnapshot snapshot, DevicesAsked.Offered like, Map<String, Integer> counts) {
        String pool = pool(like, snapshot.devices());
        List<ResourceSlice> slices = new ArrayList<>();
        counts.forEach(
                (node, count) -> slices.add(slice(like, pool + "-" + node, new NodeReach(node, null, false), count)));
        return snapshot.withDevices(snapshot.devices().withSlices(slices));
    }

    /** {@return the devices of slices that one node alone reaches, by its name} */
    static Map<String, List<Device>> byNode(ClusterSnapshot snapshot) {
        Map<String, List<Device>> devices = new HashMap<>();
        for (ResourceSlice slice : snapshot.devices().slices()) {
            String node = slice.spec().reach().nodeName();
            if (!node.isEmpty()) {
                devices.computeIfAbsent(node, n -> new ArrayList<>())
                        .addAll(slice.spec().devices());
            }
        }
        return devices;
    }

    /** {@return a snapshot in which nodes have devices like those that a node alone reaches} */
    static ClusterSnapshot ofNodes(ClusterSnapshot snapshot, String like, List<String> nodes) {
        Map<String, List<ResourceSliceSpec>> pools = new TreeMap<>();
        for (ResourceSlice slice : snapshot.devices().slices()) {
            if (slice.spec().reach().nodeName().equals(like)) {
                pools.computeIfAbsent(
                                slice.spec().driver() + "/"
                                        + slice.spec().pool().name(),
                                p -> new ArrayList<>())
                        .add(slice.spec());
            }
        }
        List<ResourceSlice> slices = new ArrayList<>();
        for (String node : nodes) {
            pools.values().forEach(pool -> pool.forEach(slice -> slices.add(on(node, slice, pool))));
        }
        return slices.isEmpty()
                ? snapshot
                : snapshot.withDevices(snapshot.devices().withSlices(slices));
    }

    private static ResourceSlice on(String node, ResourceSliceSpec slice, List<ResourceSliceSpec> pool) {
        long generation = slice.pool().generation();
        long count = pool.stream()
                .filter(each -> each.pool().generation() == generation)
                .count();
        return new ResourceSlice(
                ObjectMeta.builder().name(node).build(),
                new ResourceSliceSpec(
                        slice.driver(),
                        new ResourcePool(slice.pool().name() + "-" + node, generation, count),
                        new NodeReach(node, null, false),
                        slice.devices(),
                        false,
                        slice.sharedCounters(),
                        slice.partitionTypeAttribute(),
                        slice.skipNodeOperations()));
    }

    /** {@return which nodes a placement takes devices to that any one node may take, and how many} */
    static Map<String, Integer> taken(ClusterSnapshot before, DevicesAsked.Offered like, List<Assignment> placement) {
        String pool = pool(like, before.devices());
        Map<String, String> nodes = new LinkedHashMap<>();
        placement.forEach(pod -> pod.devices().stream()
                .filter(each ->
                        each.driver().equals(like.driver()) && each.pool().equals(pool))
                .forEach(each -> nodes.putIfAbsent(each.device(), pod.node())));
        Map<String, Integer> counts = new TreeMap<>();
        nodes.values().forEach(node -> counts.merge(node, 1, Integer::sum));
        return counts;
    }

    /** {@return a name that no pool begins with} */
    private static String pool(DevicesAsked.Offered like, DeviceObjects devices) {
        StringBuilder name = new StringBuilder(like.pool()).append("-added");
        while (devices.slices().stream()
                .anyMatch(slice -> slice.spec().pool().name().startsWith(name.toString()))) {
            name.append("-more");
        }
        return name.toString();
    }

    private static ResourceSlice slice(DevicesAsked.Offered like, String pool, NodeReach reach, int count) {
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(copy(like.device(), like.device().name() + "-added-" + i));
        }
        return new ResourceSlice(
                ObjectMeta.builder().name(pool).build(),
                new ResourceSliceSpec(
                        like.driver(), new ResourcePool(pool, 1, 1), reach, devices, false, List.of(), "", List.of()));
    }

    private static Device copy(Device like, String name) {
        return new Device(
                name,
                like.attributes(),
                like.capacity(),
                List.of(),
                NodeReach.NONE,
                List.of(),
                like.bindsToNode(),
                like.bindingConditions(),
                like.bindingFailureConditions(),
                like.allowMultipleAllocations(),
                like.nodeAllocatableResources());
    }
}
