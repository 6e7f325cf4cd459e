package io.github.workload4j.gang.proof;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The nodes of each domain. */
final class NodesByDomain {

    private final Map<Integer, int[]> nodes = new TreeMap<>();

    NodesByDomain(int[] domainOf) {
        Map<Integer, int[]> sizes = new TreeMap<>();
        for (int domain : domainOf) {
            if (domain >= 0) {
                sizes.computeIfAbsent(domain, any -> new int[1])[0]++;
            }
        }
        sizes.forEach((domain, size) -> nodes.put(domain, new int[size[0]]));
        for (int node = 0; node < domainOf.length; node++) {
            if (domainOf[node] >= 0) {
                int[] left = sizes.get(domainOf[node]);
                int[] into = nodes.get(domainOf[node]);
                into[into.length - left[0]--] = node;
            }
        }
    }

    Set<Integer> domains() {
        return nodes.keySet();
    }

    int[] nodes(int domain) {
        return nodes.getOrDefault(domain, new int[0]);
    }
}
