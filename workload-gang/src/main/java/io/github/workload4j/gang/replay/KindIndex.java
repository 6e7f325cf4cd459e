package io.github.workload4j.gang.replay;

import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kinds of pods by their labels, so that a rule looks only at those that have what its selector surely requires. */
final class KindIndex {

    private final Set<Kind> kinds = new LinkedHashSet<>();
    private final Map<String, Map<String, List<Kind>>> byPair = new HashMap<>();
    private final Map<String, List<Kind>> byKey = new HashMap<>();

    void add(Kind kind) {
        if (kinds.add(kind)) {
            kind.labels().forEach((key, value) -> {
                byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(kind);
                byPair.computeIfAbsent(key, k -> new HashMap<>())
                        .computeIfAbsent(value, v -> new ArrayList<>())
                        .add(kind);
            });
        }
    }

    /** {@return all kinds} */
    Collection<Kind> all() {
        return kinds;
    }

    /** {@return every kind that a selector matches, and maybe others: all if it requires no label} */
    Collection<Kind> mayMatch(@Nullable LabelSelector selector) {
        if (selector == null) {
            return List.of();
        }
        Collection<Kind> fewest = kinds;
        for (Map.Entry<String, String> pair : selector.matchLabels().entrySet()) {
            fewest = fewer(fewest, having(pair.getKey(), pair.getValue()));
        }
        for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
            if (requirement.operator().equals("Exists")) {
                fewest = fewer(fewest, byKey.getOrDefault(requirement.key(), List.of()));
            } else if (requirement.operator().equals("In")) {
                fewest = fewer(fewest, requirement);
            }
        }
        return fewest;
    }

    private Collection<Kind> fewer(Collection<Kind> fewest, LabelSelectorRequirement in) {
        Set<String> values = new HashSet<>(in.values());
        int size = 0;
        for (String value : values) {
            size += having(in.key(), value).size();
        }
        if (size >= fewest.size()) {
            return fewest;
        }
        List<Kind> some = new ArrayList<>();
        values.forEach(value -> some.addAll(having(in.key(), value)));
        return some;
    }

    private static Collection<Kind> fewer(Collection<Kind> one, Collection<Kind> other) {
        return other.size() < one.size() ? other : one;
    }

    private List<Kind> having(String key, String value) {
        return byPair.getOrDefault(key, Map.of()).getOrDefault(value, List.of());
    }
}
