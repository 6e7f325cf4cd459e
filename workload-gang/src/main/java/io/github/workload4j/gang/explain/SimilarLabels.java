package io.github.workload4j.gang.explain;

import io.github.workload4j.api.core.Affinity;
import io.github.workload4j.api.core.NodeSelectorRequirement;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.spelling.SpellingSuggestion;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks for labels of nodes that are nearly those a group names, in one pass over the nodes. */
final class SimilarLabels {

    private static final int MOST = 8;

    /** What is asked: values by label; none where any value will do. */
    private final Map<String, Set<String>> asked = new TreeMap<>();

    private SimilarLabels(GroupQuestion question) {
        for (GroupNode level : question.groups()) {
            ask(level.topologyKey() == null ? Set.of() : Set.of(level.topologyKey()));
        }
        for (NamedPodClass podClass : question.podClasses()) {
            PodSpec spec = podClass.pod().spec();
            spec.nodeSelector()
                    .forEach((key, value) ->
                            asked.computeIfAbsent(key, k -> new TreeSet<>()).add(value));
            ask(spec.topologySpreadConstraints().stream()
                    .filter(each -> each.whenUnsatisfiable().equals("DoNotSchedule"))
                    .map(each -> each.topologyKey())
                    .toList());
            if (spec.affinity() != null) {
                affinity(spec.affinity());
            }
        }
    }

    private void affinity(Affinity affinity) {
        ask(affinity.requiredPodAffinity().stream()
                .map(each -> each.topologyKey())
                .toList());
        if (affinity.requiredNodeAffinity() == null) {
            return;
        }
        for (var term : affinity.requiredNodeAffinity().nodeSelectorTerms()) {
            for (NodeSelectorRequirement each : term.matchExpressions()) {
                if (each.operator().equals("In")) {
                    asked.computeIfAbsent(each.key(), k -> new TreeSet<>()).addAll(each.values());
                } else if (each.operator().equals("Exists")) {
                    ask(Set.of(each.key()));
                }
            }
        }
    }

    private void ask(Collection<String> keys) {
        keys.forEach(key -> asked.computeIfAbsent(key, k -> new TreeSet<>()));
    }

    /** {@return what was probably meant by labels that no node has, in the order of labels} */
    static List<SimilarLabel> of(GroupQuestion question) {
        return new SimilarLabels(question).find(question);
    }

    private List<SimilarLabel> find(GroupQuestion question) {
        Map<String, Integer> keys = new TreeMap<>();
        Map<String, Map<String, Integer>> values = new TreeMap<>();
        for (int n = 0; n < question.snapshot().nodes() && !asked.isEmpty(); n++) {
            question.snapshot().node(n).metadata().labels().forEach((key, value) -> {
                keys.merge(key, 1, Integer::sum);
                if (asked.containsKey(key)) {
                    values.computeIfAbsent(key, k -> new TreeMap<>()).merge(value, 1, Integer::sum);
                }
            });
        }
        List<SimilarLabel> found = new ArrayList<>();
        asked.forEach((key, wanted) -> {
            if (!keys.containsKey(key)) {
                similar(key, keys.keySet())
                        .ifPresent(label -> found.add(new SimilarLabel(key, null, label, keys.get(label))));
                return;
            }
            keys.keySet().stream()
                    .filter(label -> !label.equals(key) && isNear(key, label))
                    .forEach(label -> instead(question, key, label).ifPresent(found::add));
            Map<String, Integer> there = values.get(key);
            for (String value : wanted) {
                if (!there.containsKey(value)) {
                    similar(value, there.keySet())
                            .ifPresent(word -> found.add(new SimilarLabel(key, value, word, there.get(word))));
                }
            }
        });
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /** {@return the label that some nodes have in the place of another one, if no node has both} */
    private static Optional<SimilarLabel> instead(GroupQuestion question, String key, String label) {
        int nodes = 0;
        for (int n = 0; n < question.snapshot().nodes(); n++) {
            Map<String, String> labels = question.snapshot().node(n).metadata().labels();
            if (labels.containsKey(label)) {
                if (labels.containsKey(key)) {
                    return Optional.empty();
                }
                nodes++;
            }
        }
        return Optional.of(new SimilarLabel(key, null, label, nodes));
    }

    private static boolean isNear(String word, String other) {
        return letters(other).equals(letters(word))
                || digits(other).equals(digits(word))
                        && SpellingSuggestion.isWithin(Math.min(2, name(word).length() / 4), word, other);
    }

    /**
     * {@return the word that differs in nothing but punctuation and case, or in a letter or two, or is the same name
     * under another prefix}
     *
     * <p>Words that differ in a digit are two of a series, such as racks, and neither is the other misspelt.
     */
    private static Optional<String> similar(String word, Set<String> known) {
        Set<String> likely = new TreeSet<>();
        for (String each : known) {
            if (letters(each).equals(letters(word))) {
                return Optional.of(each);
            }
            if (isNear(word, each)) {
                likely.add(each);
            }
        }
        return likely.stream()
                .findFirst()
                .or(() -> known.stream()
                        .filter(each -> each.indexOf('/') + word.indexOf('/') > -2
                                && name(each).equalsIgnoreCase(name(word)))
                        .findFirst());
    }

    private static String name(String label) {
        return label.substring(label.indexOf('/') + 1);
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    private static String digits(String word) {
        return word.replaceAll("[^0-9]", "");
    }
}
