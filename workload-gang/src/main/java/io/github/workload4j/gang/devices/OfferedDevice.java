package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.device.DeviceAttribute;
import io.github.workload4j.api.device.DeviceCapacity;
import io.github.workload4j.api.device.DeviceCounterConsumption;
import io.github.workload4j.api.device.DeviceTaint;
import io.github.workload4j.api.device.NodeReach;
import io.github.workload4j.gang.selector.DeviceFacts;
import java.util.List;
import java.util.Map;

/**
 * A device that is listed in a slice.
 *
 * @param number its number, from 0, in the order of drivers, pools, slices and devices
 * @param driver who offers it
 * @param pool name of its pool
 * @param device what it is
 * @param reach which nodes reach it
 * @param taints its taints, those of rules among them
 * @param usable whether it can be had at all with the gates that are on
 * @param pattern a number that is equal for devices that differ in name, place and reach alone
 */
public record OfferedDevice(
        int number,
        String driver,
        String pool,
        Device device,
        NodeReach reach,
        List<DeviceTaint> taints,
        boolean usable,
        int pattern) {

    /** All that can matter of a device beside its name, its place and its reach. */
    record Pattern(
            String driver,
            boolean isShared,
            Map<String, DeviceAttribute> attributes,
            Map<String, DeviceCapacity> capacity,
            List<DeviceTaint> taints,
            List<DeviceCounterConsumption> counters,
            boolean bindsToNode,
            boolean usable) {}

    /** {@return what conditions see of it; made anew each time} */
    DeviceFacts facts() {
        return DeviceFacts.of(driver, device);
    }

    /** {@return {@code driver/pool/device}} */
    String key() {
        return key(driver, pool, device.name());
    }

    static String key(String driver, String pool, String device) {
        return driver + "/" + pool + "/" + device;
    }

    /** {@return whether several claims may hold it} */
    boolean isShared() {
        return device.allowMultipleAllocations();
    }

    /** {@return whether it takes something of counters of its pool} */
    boolean isCounted() {
        return !device.consumesCounters().isEmpty();
    }
}
