package io.github.workload4j.gang.eligibility;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.LabelSelector;
import io.github.workload4j.api.meta.LabelSelectorRequirement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of some pods a selector may match: those that have one label, or one key, that it surely requires. A selector
 * that requires none (it is empty, or asks {@code NotIn} or {@code DoesNotExist} alone) may match every pod.
 *
 * <p>Pods have the numbers 0, 1, 2, ... in the order in which they are added. Mutable until all are.
 */
public final class LabelIndex {

    private final Map<String, Map<String, Numbers>> having = new HashMap<>();
    private final Numbers all = new Numbers();

    /** {@return some pods by their labels, each by its place in the list} */
    public static LabelIndex of(List<Pod> pods) {
        LabelIndex index = new LabelIndex();
        pods.forEach(pod -> index.add(pod.metadata().labels()));
        return index;
    }

    /** Adds a pod with these labels. */
    public void add(Map<String, String> labels) {
        int number = all.size();
        all.add(number);
        labels.forEach((key, value) -> having.computeIfAbsent(key, k -> new HashMap<>())
                .computeIfAbsent(value, v -> new Numbers())
                .add(number));
    }

    /**
     * {@return every pod that a selector matches, and maybe others, in rising order}
     *
     * @param selector a selector; null matches no pod
     */
    public int[] candidates(@Nullable LabelSelector selector) {
        if (selector == null) {
            return Numbers.NONE.toArray();
        }
        Numbers fewest = all;
        for (Map.Entry<String, String> pair : selector.matchLabels().entrySet()) {
            Numbers some = of(pair.getKey()).getOrDefault(pair.getValue(), Numbers.NONE);
            fewest = some.size() < fewest.size() ? some : fewest;
        }
        for (LabelSelectorRequirement requirement : selector.matchExpressions()) {
            boolean isIn = requirement.operator().equals("In");
            if (fewest.size() > 1 && (isIn || requirement.operator().equals("Exists"))) {
                Map<String, Numbers> values = of(requirement.key());
                fewest = fewer(fewest, values, isIn ? new HashSet<>(requirement.values()) : values.keySet());
            }
        }
        int[] candidates = fewest.toArray();
        Arrays.sort(candidates);
        return candidates;
    }

    /** {@return the pods that have one of some values, or the others if those are no more} */
    private static Numbers fewer(Numbers others, Map<String, Numbers> values, Set<String> some) {
        Numbers having = new Numbers();
        for (String value : some) {
            Numbers one = values.getOrDefault(value, Numbers.NONE);
            for (int i = 0; i < one.size(); i++) {
                having.add(one.get(i));
            }
            if (having.size() >= others.size()) {
                return others;
            }
        }
        return having;
    }

    private Map<String, Numbers> of(String key) {
        return having.getOrDefault(key, Map.of());
    }
}
