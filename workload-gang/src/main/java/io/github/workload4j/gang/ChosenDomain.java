package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

/**
 * The domain that a group with a topology constraint goes to.
 *
 * @param group the group
 * @param key label of nodes
 * @param value the one value of the label that all its pods' nodes have
 */
public record ChosenDomain(GroupRef group, String key, String value) {

    public ChosenDomain {
        requireNonNull(group, "group");
        requireNonNull(key, "key");
        requireNonNull(value, "value");
    }

    /** {@return {@code namespace/name in key=value}} */
    @Override
    public String toString() {
        return group + " in " + key + "=" + value;
    }
}
