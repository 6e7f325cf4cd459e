package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.List;
import java.util.Map;

/**
 * What a device takes of one set of counters while it is held.
 *
 * @param counterSet name of the set
 * @param counters how much, by counter
 * @param compatibilityGroups only with a gate that is off
 */
public record DeviceCounterConsumption(
        String counterSet, Map<String, Quantity> counters, List<String> compatibilityGroups) implements ManifestValue {

    public DeviceCounterConsumption {
        requireNonNull(counterSet, "counterSet");
        counters = OrderedMap.copyOf(requireNonNull(counters, "counters"));
        compatibilityGroups = List.copyOf(requireNonNull(compatibilityGroups, "compatibilityGroups"));
    }
}
