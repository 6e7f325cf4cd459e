package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A device that a claim holds.
 *
 * @param request the request, or {@code request/alternative}
 * @param driver driver
 * @param pool pool
 * @param device name of the device
 * @param adminAccess whether it is only looked at
 * @param tolerations taints that the request tolerates
 * @param bindingConditions conditions that pods wait for
 * @param bindingFailureConditions conditions upon which the device is taken away
 * @param shareID which share of a shared device, or null
 * @param consumedCapacity what is taken of each capacity of a shared device
 * @param skipNodeOperations only with a gate that is off
 */
public record AllocatedDevice(
        String request,
        String driver,
        String pool,
        String device,
        boolean adminAccess,
        List<DeviceToleration> tolerations,
        List<String> bindingConditions,
        List<String> bindingFailureConditions,
        @Nullable String shareID,
        Map<String, Quantity> consumedCapacity,
        List<String> skipNodeOperations)
        implements ManifestValue {

    public AllocatedDevice {
        requireNonNull(request, "request");
        requireNonNull(driver, "driver");
        requireNonNull(pool, "pool");
        requireNonNull(device, "device");
        tolerations = List.copyOf(requireNonNull(tolerations, "tolerations"));
        bindingConditions = List.copyOf(requireNonNull(bindingConditions, "bindingConditions"));
        bindingFailureConditions = List.copyOf(requireNonNull(bindingFailureConditions, "bindingFailureConditions"));
        consumedCapacity = OrderedMap.copyOf(requireNonNull(consumedCapacity, "consumedCapacity"));
        skipNodeOperations = List.copyOf(requireNonNull(skipNodeOperations, "skipNodeOperations"));
    }
}
