package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request of a claim: exactly this, or the first that can be had.
 *
 * @param name name within the claim
 * @param exactly what is asked, or null if there are alternatives
 * @param firstAvailable alternatives, the most wanted first
 */
public record DeviceRequest(String name, @Nullable DeviceAsk exactly, List<DeviceAsk> firstAvailable)
        implements ManifestValue {

    public DeviceRequest {
        requireNonNull(name, "name");
        firstAvailable = List.copyOf(requireNonNull(firstAvailable, "firstAvailable"));
    }

    /** {@return what may be taken for it: one ask, or the alternatives} */
    public List<DeviceAsk> asks() {
        return exactly == null ? firstAvailable : List.of(exactly);
    }
}
