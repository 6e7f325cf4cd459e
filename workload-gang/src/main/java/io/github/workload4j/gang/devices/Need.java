package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaimSpec;
import java.util.List;

/**
 * A claim of a pod on a node.
 *
 * @param pod which pod, by its place among those that are looked at
 * @param node the node
 * @param use the claim
 * @param spec what it asks there
 * @param first whether it is the first claim of the pod
 * @param last whether it is the last
 */
record Need(int pod, int node, ClaimUse use, ResourceClaimSpec spec, boolean first, boolean last) {

    List<DeviceRequest> requests() {
        return spec.requests();
    }

    /** {@return how many calls deep a search for its devices is, about} */
    long depth() {
        long depth = 8;
        for (DeviceRequest request : requests()) {
            long devices = 0;
            for (DeviceAsk ask : request.asks()) {
                devices = Math.max(devices, ask.isAll() ? DeviceMatcher.MOST_DEVICES : ask.devices());
            }
            depth += Math.min(DeviceMatcher.MOST_DEVICES, devices);
        }
        return depth;
    }
}
