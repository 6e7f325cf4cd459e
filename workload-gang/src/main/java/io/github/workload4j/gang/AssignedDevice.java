package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import java.util.List;
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
 * @param waitsFor conditions of the device that the pod waits for before it starts
 */
public record AssignedDevice(
        String claim,
        String request,
        String driver,
        String pool,
        String device,
        boolean adminAccess,
        Map<String, Quantity> consumed,
        List<String> waitsFor) {

    public AssignedDevice {
        requireNonNull(claim, "claim");
        requireNonNull(request, "request");
        requireNonNull(driver, "driver");
        requireNonNull(pool, "pool");
        requireNonNull(device, "device");
        consumed = Map.copyOf(requireNonNull(consumed, "consumed"));
        waitsFor = List.copyOf(requireNonNull(waitsFor, "waitsFor"));
    }

    /** A device whose pod waits for nothing. */
    public AssignedDevice(
            String claim,
            String request,
            String driver,
            String pool,
            String device,
            boolean adminAccess,
            Map<String, Quantity> consumed) {
        this(claim, request, driver, pool, device, adminAccess, consumed, List.of());
    }

    /** {@return {@code claim/request: driver/pool/device}} */
    @Override
    public String toString() {
        return claim + "/" + request + ": " + driver + "/" + pool + "/" + device;
    }
}
