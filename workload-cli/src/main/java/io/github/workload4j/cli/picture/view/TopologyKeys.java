package io.github.workload4j.cli.picture.view;

import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The node labels that divide the cluster into domains inside each other. These are the labels that the group is bound
 * to, and labels whose names tell a place. A label counts only if it divides what the others leave whole.
 */
final class TopologyKeys {

    private static final int DEEPEST = 4;
    private static final Set<String> PLACES = Set.of(
            "region",
            "zone",
            "datacenter",
            "building",
            "hall",
            "room",
            "row",
            "pod",
            "superpod",
            "block",
            "subblock",
            "spine",
            "leaf",
            "rack",
            "chassis");
    private static final Set<String> OUTDATED =
            Set.of("failure-domain.beta.kubernetes.io/region", "failure-domain.beta.kubernetes.io/zone");

    private TopologyKeys() {}

    /** {@return the labels, widest domains first} */
    static List<String> of(ClusterSnapshot snapshot, List<String> bound) {
        Map<String, Integer> values = new HashMap<>();
        Set<String> known = new TreeSet<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            known.addAll(snapshot.node(n).metadata().labels().keySet());
        }
        List<String> keys = new ArrayList<>();
        for (String key : bound) {
            if (known.contains(key)) {
                keys.add(key);
            }
        }
        known.stream()
                .filter(key -> !keys.contains(key) && isPlace(key))
                .sorted(Comparator.comparing((String key) -> !key.startsWith("topology.kubernetes.io/"))
                        .thenComparing(key -> key))
                .forEach(key -> {
                    if (keys.size() < DEEPEST && keys.stream().allMatch(other -> areNested(snapshot, key, other))) {
                        keys.add(key);
                    }
                });
        for (String key : keys) {
            values.put(key, distinct(snapshot, key));
        }
        keys.sort(Comparator.comparing(values::get));
        return List.copyOf(keys);
    }

    static boolean isPlace(String key) {
        if (OUTDATED.contains(key)) {
            return false;
        }
        String[] words = Domain.lastPart(key).toLowerCase(Locale.ROOT).split("[^a-z]+");
        return words.length > 0 && PLACES.contains(words[words.length - 1]);
    }

    private static int distinct(ClusterSnapshot snapshot, String key) {
        Set<String> values = new TreeSet<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            String value = snapshot.node(n).metadata().labels().get(key);
            if (value != null) {
                values.add(value);
            }
        }
        return values.size();
    }

    /**
     * Whether each domain of one lies in one domain of the other. Two labels that divide alike are not nested: one of
     * them is enough.
     */
    private static boolean areNested(ClusterSnapshot snapshot, String a, String b) {
        return isInside(snapshot, a, b) != isInside(snapshot, b, a);
    }

    private static boolean isInside(ClusterSnapshot snapshot, String narrow, String wide) {
        Map<String, String> of = new HashMap<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            Map<String, String> labels = snapshot.node(n).metadata().labels();
            String value = labels.get(narrow);
            if (value != null) {
                String outer = labels.getOrDefault(wide, "");
                String first = of.putIfAbsent(value, outer);
                if (first != null && !first.equals(outer)) {
                    return false;
                }
            }
        }
        return true;
    }
}
