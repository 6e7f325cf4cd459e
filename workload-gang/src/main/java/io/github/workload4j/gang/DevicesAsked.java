package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.device.DeviceTaint;
import io.github.workload4j.api.device.ResourceClaimSpec;
import java.util.List;

/**
 * What the pods of a question ask of devices, and which devices are looked at for it.
 *
 * @param claims what their claims without devices ask, each once, in the order of the pods
 * @param taints taints of devices that would suit but for them, those of most devices first; each key and effect once
 * @param examples a device of each kind that suits, the most frequent kind first; none that take counters
 */
public record DevicesAsked(List<ResourceClaimSpec> claims, List<DeviceTaint> taints, List<Offered> examples) {

    /** Of a question that asks for none, or where none are known. */
    public static final DevicesAsked NONE = new DevicesAsked(List.of(), List.of(), List.of());

    public DevicesAsked {
        claims = List.copyOf(requireNonNull(claims, "claims"));
        taints = List.copyOf(requireNonNull(taints, "taints"));
        examples = List.copyOf(requireNonNull(examples, "examples"));
    }

    /** {@return whether the pods ask for no device that is known} */
    public boolean isNothing() {
        return claims.isEmpty() && taints.isEmpty() && examples.isEmpty();
    }

    /**
     * A device that a slice offers.
     *
     * @param driver who offers it
     * @param pool name of its pool
     * @param device what it is
     */
    public record Offered(String driver, String pool, Device device) {

        public Offered {
            requireNonNull(driver, "driver");
            requireNonNull(pool, "pool");
            requireNonNull(device, "device");
        }
    }
}
