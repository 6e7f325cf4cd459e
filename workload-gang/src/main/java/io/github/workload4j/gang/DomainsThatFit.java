package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where a group with a topology constraint may go.
 *
 * @param group the group
 * @param key the label
 * @param values the values of the label where some valid answer places pods of the group, in order
 * @param undetermined the values that the budget left open, in order
 */
public record DomainsThatFit(GroupRef group, String key, List<String> values, List<String> undetermined) {

    public DomainsThatFit {
        requireNonNull(group, "group");
        requireNonNull(key, "key");
        values = List.copyOf(requireNonNull(values, "values"));
        undetermined = List.copyOf(requireNonNull(undetermined, "undetermined"));
    }
}
