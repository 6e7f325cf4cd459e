package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.List;
import java.util.Map;

/**
 * What a request, or one of its alternatives, asks. Fields of the API: {@code ExactDeviceRequest} and {@code
 * DeviceSubRequest}.
 *
 * @param name name of the alternative within the request; empty in {@code exactly}
 * @param deviceClassName class of the devices
 * @param selectors further conditions that must all hold
 * @param allocationMode ExactCount (also if empty) or All
 * @param count number of devices as written, 0 for 1; not with All
 * @param adminAccess whether devices are only looked at and stay free
 * @param tolerations which taints do not keep away
 * @param capacity how much of each capacity is wanted
 * @param derivedAttributes each as JSON; only with a gate that is off
 */
public record DeviceAsk(
        String name,
        String deviceClassName,
        List<DeviceSelector> selectors,
        String allocationMode,
        long count,
        boolean adminAccess,
        List<DeviceToleration> tolerations,
        Map<String, Quantity> capacity,
        List<String> derivedAttributes)
        implements ManifestValue {

    public DeviceAsk {
        requireNonNull(name, "name");
        requireNonNull(deviceClassName, "deviceClassName");
        selectors = List.copyOf(requireNonNull(selectors, "selectors"));
        requireNonNull(allocationMode, "allocationMode");
        tolerations = List.copyOf(requireNonNull(tolerations, "tolerations"));
        capacity = OrderedMap.copyOf(requireNonNull(capacity, "capacity"));
        derivedAttributes = List.copyOf(requireNonNull(derivedAttributes, "derivedAttributes"));
    }

    /** {@return whether it asks for every device that suits} */
    public boolean isAll() {
        return allocationMode.equals("All");
    }

    /** {@return how many devices it asks for, unless it asks for {@linkplain #isAll() all}} */
    public long devices() {
        return count == 0 ? 1 : count;
    }

    /** {@return the same for this many devices; 1 or more, and not of one that asks for {@linkplain #isAll() all}} */
    public DeviceAsk withCount(long devices) {
        return with(selectors, devices, tolerations);
    }

    /** {@return the same with these conditions in the place of its own} */
    public DeviceAsk withSelectors(List<DeviceSelector> selectors) {
        return with(selectors, count, tolerations);
    }

    /** {@return the same with these tolerations in the place of its own} */
    public DeviceAsk withTolerations(List<DeviceToleration> tolerations) {
        return with(selectors, count, tolerations);
    }

    private DeviceAsk with(List<DeviceSelector> conditions, long devices, List<DeviceToleration> tolerated) {
        return new DeviceAsk(
                name,
                deviceClassName,
                conditions,
                allocationMode,
                devices,
                adminAccess,
                tolerated,
                capacity,
                derivedAttributes);
    }
}
