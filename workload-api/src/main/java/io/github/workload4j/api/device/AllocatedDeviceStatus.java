package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.Condition;
import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver says of a device that a claim holds.
 *
 * @param driver driver
 * @param pool pool
 * @param device name of the device
 * @param shareID which share of a shared device, or null
 * @param conditions conditions
 * @param data as JSON, or null
 * @param networkData as JSON, or null
 */
public record AllocatedDeviceStatus(
        String driver,
        String pool,
        String device,
        @Nullable String shareID,
        List<Condition> conditions,
        @Nullable String data,
        @Nullable String networkData)
        implements ManifestValue {

    public AllocatedDeviceStatus {
        requireNonNull(driver, "driver");
        requireNonNull(pool, "pool");
        requireNonNull(device, "device");
        conditions = List.copyOf(requireNonNull(conditions, "conditions"));
    }
}
