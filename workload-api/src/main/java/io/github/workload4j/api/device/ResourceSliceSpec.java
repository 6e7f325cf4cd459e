package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;

/**
 * What a slice offers. Field of the API: {@code resource.k8s.io} ResourceSliceSpec.
 *
 * @param driver who offers
 * @param pool part of which pool
 * @param reach which nodes reach all of its devices
 * @param devices devices, in manifest order
 * @param perDeviceNodeSelection whether each device says for itself which nodes reach it
 * @param sharedCounters counters that devices of the pool consume
 * @param partitionTypeAttribute the attribute that names a kind of partition, or empty
 * @param skipNodeOperations what nodes do not do for these devices; only with a gate that is off
 */
public record ResourceSliceSpec(
        String driver,
        ResourcePool pool,
        NodeReach reach,
        List<Device> devices,
        boolean perDeviceNodeSelection,
        List<CounterSet> sharedCounters,
        String partitionTypeAttribute,
        List<String> skipNodeOperations)
        implements ManifestValue {

    public ResourceSliceSpec {
        requireNonNull(driver, "driver");
        requireNonNull(pool, "pool");
        requireNonNull(reach, "reach");
        devices = List.copyOf(requireNonNull(devices, "devices"));
        sharedCounters = List.copyOf(requireNonNull(sharedCounters, "sharedCounters"));
        requireNonNull(partitionTypeAttribute, "partitionTypeAttribute");
        skipNodeOperations = List.copyOf(requireNonNull(skipNodeOperations, "skipNodeOperations"));
    }
}
