package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.NodeReach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which devices are the same to the claims of a question, and which nodes. */
final class Kinds {

    private final DeviceWorld world;
    private final List<DeviceAsk> asks;
    private final List<String> attributes;
    private final Constraints constraints;
    private final int[] kindOf;
    private final boolean[] relevant;

    Kinds(DeviceWorld world, List<DeviceAsk> asks, List<String> attributes) {
        this.world = world;
        this.asks = asks;
        this.attributes = attributes;
        this.constraints = new Constraints(world.release);
        List<OfferedDevice> devices = world.inventory.devices();
        this.kindOf = new int[devices.size()];
        this.relevant = new boolean[devices.size()];
        Map<String, Integer> kinds = new HashMap<>();
        for (OfferedDevice device : devices) {
            String nature = nature(device);
            relevant[device.number()] = isRelevant(device);
            String kind = nature + where(device.reach()) + "|"
                    + (device.isShared() ? "#" + device.number() : "")
                    + (device.reach().nodeName().isEmpty() || device.isCounted()
                            ? device.driver() + "/" + device.pool()
                            : "");
            kindOf[device.number()] = kinds.computeIfAbsent(kind, k -> kinds.size());
        }
    }

    private static String where(NodeReach reach) {
        return "@" + reach.nodeName() + (reach.allNodes() ? "*" : "")
                + (reach.nodeSelector() == null ? "" : reach.nodeSelector().toString());
    }

    private boolean isRelevant(OfferedDevice device) {
        for (DeviceAsk ask : asks) {
            if (world.asks.suits(ask, device) != Asks.Suit.NO) {
                return true;
            }
        }
        return false;
    }

    /** What a device is to the asks, wherever it is. */
    private String nature(OfferedDevice device) {
        StringBuilder nature = new StringBuilder();
        for (DeviceAsk ask : asks) {
            nature.append((char) ('a' + world.asks.suits(ask, device).ordinal()));
        }
        for (String attribute : attributes) {
            nature.append('|').append(constraints.value(device, attribute));
        }
        if (device.isCounted()) {
            nature.append('|').append(device.device().consumesCounters());
        }
        if (device.isShared()) {
            nature.append("|m").append(new TreeMap<>(device.device().capacity()));
        }
        return nature.append(device.device().bindsToNode() ? "!" : "").toString();
    }

    /** {@return for each device its kind} */
    int[] kindOf() {
        return kindOf;
    }

    /** {@return whether a device can matter} */
    boolean isRelevant(int device) {
        return relevant[device];
    }

    /** {@return a text that is equal for nodes that offer the same, if no other node reaches their devices} */
    String offer(int node, DeviceState state) {
        List<String> all = new ArrayList<>();
        StringBuilder pools = new StringBuilder();
        int view = 0;
        for (PoolView pool : world.inventory.seenBy(node)) {
            pools.append(pool.broken().isEmpty() ? "" : "broken ");
            boolean counted = false;
            for (OfferedDevice device : pool.broken().isEmpty() ? pool.devices() : List.<OfferedDevice>of()) {
                if (relevant[device.number()]) {
                    counted |= device.isCounted();
                    all.add(nature(device)
                            + (state.isHeld(device) ? "h" : "f")
                            + (device.isShared() ? String.valueOf(state.shares(device)) : "")
                            + (device.isCounted() ? "p" + view : ""));
                }
            }
            pools.append(counted ? "p" + view + state.left(pool.counters()) : "");
            view++;
        }
        all.sort(null);
        return pools + all.toString();
    }
}
