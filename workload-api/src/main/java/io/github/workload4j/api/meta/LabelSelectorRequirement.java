package io.github.workload4j.api.meta;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * One expression of a {@link LabelSelector}.
 *
 * @param key the label asked about
 * @param operator In, NotIn, Exists or DoesNotExist
 * @param values the values for In and NotIn
 */
public record LabelSelectorRequirement(String key, String operator, List<String> values) implements ManifestValue {

    public LabelSelectorRequirement {
        requireNonNull(key, "key");
        requireNonNull(operator, "operator");
        values = List.copyOf(requireNonNull(values, "values"));
    }

    /** {@return whether the expression holds for these labels; an unknown operator holds for none} */
    public boolean matches(Map<String, String> labels) {
        requireNonNull(labels, "labels");
        String value = labels.get(key);
        return switch (operator) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
