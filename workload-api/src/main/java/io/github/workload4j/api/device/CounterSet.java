package io.github.workload4j.api.device;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.meta.ManifestValue;
import io.github.workload4j.api.ordered.OrderedMap;
import java.util.Map;

/**
 * Counters of a pool under one name.
 *
 * @param name name within the pool
 * @param counters what there is, by the name of the counter
 */
public record CounterSet(String name, Map<String, Quantity> counters) implements ManifestValue {

    public CounterSet {
        requireNonNull(name, "name");
        counters = OrderedMap.copyOf(requireNonNull(counters, "counters"));
    }
}
