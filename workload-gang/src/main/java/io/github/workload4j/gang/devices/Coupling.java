package io.github.workload4j.gang.devices;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which nodes are coupled, as both reach a device that matters or counters that one takes of. */
final class Coupling {

    private Coupling() {}

    /** {@return for each node the first of those that are coupled with it} */
    static int[] of(Inventory inventory, Kinds kinds) {
        int[] root = new int[inventory.nodes()];
        for (int n = 0; n < root.length; n++) {
            root[n] = n;
        }
        Map<PoolCounters, Integer> ofCounters = new IdentityHashMap<>();
        int[] last = new int[inventory.devices().size()];
        Arrays.fill(last, -1);
        for (int n = 0; n < root.length; n++) {
            for (PoolView view : inventory.seenBy(n)) {
                for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                    if (kinds.isRelevant(device.number())) {
                        if (last[device.number()] >= 0) {
                            union(root, last[device.number()], n);
                        }
                        last[device.number()] = n;
                        if (device.isCounted()) {
                            Integer other = ofCounters.putIfAbsent(view.counters(), n);
                            if (other != null) {
                                union(root, other, n);
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < root.length; n++) {
            root[n] = find(root, n);
        }
        return root;
    }

    static int find(int[] root, int n) {
        int at = n;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }

    static void union(int[] root, int a, int b) {
        int x = find(root, a);
        int y = find(root, b);
        root[Math.max(x, y)] = Math.min(x, y);
    }
}
