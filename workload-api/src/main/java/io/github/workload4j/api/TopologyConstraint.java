package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ManifestValue;

/**
 * A node label whose value names the domain that a group goes to.
 *
 * @param key the label
 */
public record TopologyConstraint(String key) implements ManifestValue {

    public TopologyConstraint {
        requireNonNull(key, "key");
    }
}
