package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which devices are of a class.
 *
 * @param selectors conditions that must all hold; none for every device
 * @param config parameters for drivers, each as JSON; of no matter to placing
 * @param extendedResourceName the resource that devices of the class serve, or null
 */
public record DeviceClassSpec(
        List<DeviceSelector> selectors,
        List<String> config,
        @Nullable String extendedResourceName) implements ManifestValue {

    public DeviceClassSpec {
        selectors = List.copyOf(requireNonNull(selectors, "selectors"));
        config = List.copyOf(requireNonNull(config, "config"));
    }
}
