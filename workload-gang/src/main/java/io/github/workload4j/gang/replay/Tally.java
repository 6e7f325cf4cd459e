package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many of certain pods are in each domain, kept as pods come. Mutable, not thread-safe. */
final class Tally {

    private final Function<Node, @Nullable String> domain;

    /** Of domains with a pod, how many there are. */
    private final Map<String, Integer> at = new HashMap<>();

    /** For each such count the number of domains that have it. */
    private final TreeMap<Integer, Integer> domainsWith = new TreeMap<>();

    private int total;

    /**
     * @param domain the domain of a node, or null if pods on it are not counted
     */
    Tally(Function<Node, @Nullable String> domain) {
        this.domain = domain;
    }

    /** Counts pods on a node. */
    void add(Node node, int pods) {
        String value = domain.apply(node);
        if (value != null) {
            int before = in(value);
            at.put(value, before + pods);
            domainsWith.computeIfPresent(before, (count, domains) -> domains == 1 ? null : domains - 1);
            domainsWith.merge(before + pods, 1, Integer::sum);
            total += pods;
        }
    }

    /** {@return pods in a domain} */
    int in(@Nullable String value) {
        return value == null ? 0 : at.getOrDefault(value, 0);
    }

    /**
     * {@return pods in the domain that has fewest, 0 if there is none}
     *
     * @param domains how many domains there are, those without a pod among them
     * @param value a domain that has some pods more, or null
     * @param further how many more
     */
    int fewestOf(int domains, @Nullable String value, int further) {
        if (value == null || further == 0) {
            return at.size() < domains || at.isEmpty() ? 0 : domainsWith.firstKey();
        }
        if (at.size() + (at.containsKey(value) ? 0 : 1) < domains) {
            return 0;
        }
        int fewest = in(value) + further;
        for (Map.Entry<String, Integer> each : at.entrySet()) {
            fewest = each.getKey().equals(value) ? fewest : Math.min(fewest, each.getValue());
        }
        return fewest;
    }

    /** {@return pods in all domains} */
    int total() {
        return total;
    }
}
