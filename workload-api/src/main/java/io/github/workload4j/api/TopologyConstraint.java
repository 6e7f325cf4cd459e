package io.github.workload4j.api;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.bean.ServerRules;

/**
 * A node label whose value names the domain that a group goes to.
 *
 * @param key the label
 */
@ServerRules
public record TopologyConstraint(String key) {

    /** Checks presence. */
    public TopologyConstraint {
        requireNonNull(key, "key");
    }
}
