package io.github.workload4j.api.meta;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.ordered.OrderedMap;
import java.util.List;
import java.util.Map;

/**
 * A question about labels: all pairs and all expressions must hold. With neither it matches everything; a selector
 * that is not there (null, where one may be) matches nothing.
 *
 * @param matchLabels labels that must be there with these values
 * @param matchExpressions further expressions that must hold
 */
public record LabelSelector(Map<String, String> matchLabels, List<LabelSelectorRequirement> matchExpressions)
        implements ManifestValue {

    public LabelSelector {
        matchLabels = OrderedMap.copyOf(requireNonNull(matchLabels, "matchLabels"));
        matchExpressions = List.copyOf(requireNonNull(matchExpressions, "matchExpressions"));
    }

    /** Matches everything. */
    public static final LabelSelector EVERYTHING = new LabelSelector(Map.of(), List.of());

    /** {@return whether the selector holds for these labels; an unknown operator holds for none} */
    public boolean matches(Map<String, String> labels) {
        requireNonNull(labels, "labels");
        for (Map.Entry<String, String> pair : matchLabels.entrySet()) {
            if (!pair.getValue().equals(labels.get(pair.getKey()))) {
                return false;
            }
        }
        return matchExpressions.stream().allMatch(requirement -> requirement.matches(labels));
    }
}
