package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many of certain pods are in each domain, kept as pods come. Mutable, not thread-safe. */
final class Tally {

    private final Predicate<Kind> counts;
    private final Function<Node, @Nullable String> domain;
    private final Map<Kind, Boolean> known = new HashMap<>();
    private final Map<String, Integer> at = new HashMap<>();

    /** For each count the number of domains that have it. */
    private final TreeMap<Integer, Integer> domainsWith = new TreeMap<>();

    private int total;

    /**
     * @param counts which pods are counted
     * @param domain the domain of a node, or null if pods on it are not counted
     */
    Tally(Predicate<Kind> counts, Function<Node, @Nullable String> domain) {
        this.counts = counts;
        this.domain = domain;
    }

    /** Makes the domain of a node known, even if no pod is in it. */
    void see(Node node) {
        String value = domain.apply(node);
        if (value != null && at.putIfAbsent(value, 0) == null) {
            domainsWith.merge(0, 1, Integer::sum);
        }
    }

    void add(Kind kind, Node node, int pods) {
        if (known.computeIfAbsent(kind, counts::test)) {
            String value = domain.apply(node);
            if (value != null) {
                see(node);
                int before = at.get(value);
                at.put(value, before + pods);
                domainsWith.computeIfPresent(before, (count, domains) -> domains == 1 ? null : domains - 1);
                domainsWith.merge(before + pods, 1, Integer::sum);
                total += pods;
            }
        }
    }

    /** {@return pods in a domain} */
    int in(@Nullable String value) {
        return value == null ? 0 : at.getOrDefault(value, 0);
    }

    /** {@return pods in the domain that has fewest, 0 if there is none} */
    int fewest() {
        return domainsWith.isEmpty() ? 0 : domainsWith.firstKey();
    }

    /** {@return the same if a domain had some pods more; for no domain, the same} */
    int fewestWith(@Nullable String value, int further) {
        if (value == null || further == 0 || !at.containsKey(value)) {
            return fewest();
        }
        int fewest = in(value) + further;
        for (Map.Entry<String, Integer> domain : at.entrySet()) {
            fewest = domain.getKey().equals(value) ? fewest : Math.min(fewest, domain.getValue());
        }
        return fewest;
    }

    /** {@return number of domains} */
    int domains() {
        return at.size();
    }

    /** {@return pods in all domains} */
    int total() {
        return total;
    }
}
