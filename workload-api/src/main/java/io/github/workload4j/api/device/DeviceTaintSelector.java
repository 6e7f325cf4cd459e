package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which devices a rule selects: all that is given must hold.
 *
 * @param driver driver, or null
 * @param pool pool, or null
 * @param device name of a device, or null
 * @param deviceClassName class, or null; only early releases of {@code v1alpha3} knew it
 * @param selectors conditions; only early releases of {@code v1alpha3} knew them
 */
public record DeviceTaintSelector(
        @Nullable String driver,
        @Nullable String pool,
        @Nullable String device,
        @Nullable String deviceClassName,
        List<DeviceSelector> selectors)
        implements ManifestValue {

    public DeviceTaintSelector {
        selectors = List.copyOf(requireNonNull(selectors, "selectors"));
    }
}
