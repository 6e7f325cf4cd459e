package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim has, and for whom.
 *
 * @param allocation its devices, or null while it has none
 * @param reservedFor who may use it
 * @param devices what drivers say of its devices
 */
public record ResourceClaimStatus(
        @Nullable DeviceAllocation allocation, List<ClaimConsumer> reservedFor, List<AllocatedDeviceStatus> devices)
        implements ManifestValue {

    /** Nothing is known. */
    public static final ResourceClaimStatus EMPTY = new ResourceClaimStatus(null, List.of(), List.of());

    public ResourceClaimStatus {
        reservedFor = List.copyOf(requireNonNull(reservedFor, "reservedFor"));
        devices = List.copyOf(requireNonNull(devices, "devices"));
    }
}
