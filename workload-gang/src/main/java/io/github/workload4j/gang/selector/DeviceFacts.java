package io.github.workload4j.gang.selector;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.device.DeviceAttribute;
import io.github.workload4j.api.device.DeviceCapacity;
import java.util.Map;

/**
 * All that a condition sees of a device. Devices with equal facts are the same to every condition.
 *
 * @param driver who offers it
 * @param allowMultipleAllocations whether several claims may hold it
 * @param attributes what it is like, by {@code id} or {@code domain/id}; without a domain, the driver is the domain
 * @param capacity how much it has, by name, as attributes
 */
public record DeviceFacts(
        String driver,
        boolean allowMultipleAllocations,
        Map<String, DeviceAttribute> attributes,
        Map<String, DeviceCapacity> capacity) {

    /** Checks presence and copies the maps. */
    public DeviceFacts {
        requireNonNull(driver, "driver");
        attributes = Map.copyOf(requireNonNull(attributes, "attributes"));
        capacity = Map.copyOf(requireNonNull(capacity, "capacity"));
    }

    /** {@return what conditions see of a device of a driver} */
    public static DeviceFacts of(String driver, Device device) {
        requireNonNull(device, "device");
        return new DeviceFacts(driver, device.allowMultipleAllocations(), device.attributes(), device.capacity());
    }
}
