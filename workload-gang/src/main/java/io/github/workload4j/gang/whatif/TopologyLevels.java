package io.github.workload4j.gang.whatif;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Labels that nest: every domain of the narrower lies in one domain of the wider. */
final class TopologyLevels {

    private TopologyLevels() {}

    /**
     * {@return the labels whose domains contain those of {@code key}, narrowest first}
     *
     * <p>All nodes with the one must have the other, and there must be fewer values of it, more than one.
     */
    static List<String> widerThan(String key, ClusterSnapshot snapshot) {
        requireNonNull(key, "key");
        requireNonNull(snapshot, "snapshot");
        Map<String, Map<String, String>> parents = new TreeMap<>();
        Set<String> candidates = null;
        for (int n = 0; n < snapshot.nodes(); n++) {
            Map<String, String> labels = snapshot.node(n).metadata().labels();
            String value = labels.get(key);
            if (value == null) {
                continue;
            }
            if (candidates == null) {
                candidates = new TreeSet<>(labels.keySet());
                candidates.remove(key);
            }
            candidates.removeIf(other -> {
                String parent = labels.get(other);
                String known = parent == null
                        ? null
                        : parents.computeIfAbsent(other, o -> new HashMap<>()).putIfAbsent(value, parent);
                return parent == null || known != null && !known.equals(parent);
            });
        }
        if (candidates == null) {
            return List.of();
        }
        List<String> wider = new ArrayList<>();
        for (String candidate : candidates) {
            Map<String, String> parent = parents.getOrDefault(candidate, Map.of());
            int values = values(parent.values());
            if (values > 1 && values < parent.size()) {
                wider.add(candidate);
            }
        }
        wider.sort(Comparator.comparingInt((String each) ->
                        -values(parents.getOrDefault(each, Map.of()).values()))
                .thenComparing(each -> each));
        return wider;
    }

    /**
     * {@return the labels by which these nodes form at least two domains, one of them of two nodes or more, widest
     * first}
     */
    static List<String> of(ClusterSnapshot snapshot) {
        requireNonNull(snapshot, "snapshot");
        Map<String, Set<String>> values = new TreeMap<>();
        Map<String, Integer> nodes = new TreeMap<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            Node node = snapshot.node(n);
            node.metadata().labels().forEach((key, value) -> {
                values.computeIfAbsent(key, k -> new HashSet<>()).add(value);
                nodes.merge(key, 1, Integer::sum);
            });
        }
        List<String> keys = new ArrayList<>();
        values.forEach((key, all) -> {
            if (all.size() > 1 && all.size() < nodes.getOrDefault(key, 0)) {
                keys.add(key);
            }
        });
        keys.sort(Comparator.comparingInt(
                        (String key) -> values.getOrDefault(key, Set.of()).size())
                .thenComparing(key -> key));
        return keys;
    }

    private static int values(Collection<String> some) {
        return new HashSet<>(some).size();
    }
}
