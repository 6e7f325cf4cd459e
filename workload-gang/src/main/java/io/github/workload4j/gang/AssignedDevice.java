package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import java.util.Map;

/**
 * A device that a pod's claim is given.
 *
 * @param claim name of the pod's entry, or {@code extended-resources} for resources that devices serve
 * @param request the request, or {@code request/alternative}
 * @param driver who offers the device
 * @param pool its pool
 * @param device its name
 * @param adminAccess whether it is only looked at and stays free
 * @param consumed of a shared device, how much is taken of each capacity; otherwise empty
 */
public record AssignedDevice(
        String claim,
        String request,
        String driver,
        String pool,
        String device,
        boolean adminAccess,
        Map<String, Quantity> consumed) {

    /** Checks presence and copies the map. */
    public AssignedDevice {
        requireNonNull(claim, "claim");
        requireNonNull(request, "request");
        requireNonNull(driver, "driver");
        requireNonNull(pool, "pool");
        requireNonNull(device, "device");
        consumed = Map.copyOf(requireNonNull(consumed, "consumed"));
    }

    /** {@return {@code claim/request: driver/pool/device}} */
    @Override
    public String toString() {
        return claim + "/" + request + ": " + driver + "/" + pool + "/" + device;
    }
}
