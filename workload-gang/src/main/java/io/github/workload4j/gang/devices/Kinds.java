package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.NodeReach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which devices are the same to the claims of a question, and which nodes. */
final class Kinds {

    private final DeviceWorld world;
    private final List<DeviceAsk> asks;
    private final List<String> attributes;
    private final Constraints constraints;
    private final int[] kindOf;
    private final boolean[] relevant;

    /** By pattern: what devices of it are to the asks, and a number for that. */
    private final String[] natures;

    private final int[] ofPattern;

    /** By number of what devices are: texts for one that is free, and one that is held. */
    private final String[] free;

    private final String[] held;

    Kinds(DeviceWorld world, List<DeviceAsk> asks, List<String> attributes) {
        this.world = world;
        this.asks = asks;
        this.attributes = attributes;
        this.constraints = new Constraints(world.release);
        List<OfferedDevice> devices = world.inventory.devices();
        this.kindOf = new int[devices.size()];
        this.relevant = new boolean[devices.size()];
        this.natures = new String[world.inventory.patterns()];
        this.ofPattern = new int[natures.length];
        boolean[] matters = new boolean[natures.length];
        Map<String, Integer> numbers = new HashMap<>();
        Map<Kind, Integer> kinds = new HashMap<>();
        for (OfferedDevice device : devices) {
            int pattern = device.pattern();
            if (natures[pattern] == null) {
                natures[pattern] = nature(device);
                ofPattern[pattern] = numbers.computeIfAbsent(natures[pattern], n -> numbers.size());
                matters[pattern] = isRelevant(device);
            }
            relevant[device.number()] = matters[pattern];
            boolean inPool = device.reach().nodeName().isEmpty() || device.isCounted();
            kindOf[device.number()] = kinds.computeIfAbsent(
                    new Kind(
                            ofPattern[pattern],
                            device.reach(),
                            device.isShared() ? device.number() : -1,
                            inPool ? device.driver() + "/" + device.pool() : ""),
                    k -> kinds.size());
        }
        this.free = IntStream.range(0, numbers.size()).mapToObj(n -> n + "f").toArray(String[]::new);
        this.held = IntStream.range(0, numbers.size()).mapToObj(n -> n + "h").toArray(String[]::new);
    }

    /** What tells devices apart that are no other to the claims. */
    private record Kind(int nature, NodeReach reach, int shared, String pool) {}

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
            nature.append(letter(world.asks.suits(ask, device)));
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

    /** {@return whether a device suits something that is asked, whoever holds it, its taints aside} */
    boolean isSuitable(OfferedDevice device) {
        String nature = natures[device.pattern()].substring(0, asks.size());
        return nature.chars().anyMatch(c -> c != letter(Asks.Suit.NO) && c != letter(Asks.Suit.ERROR));
    }

    /** {@return what is asked, each once} */
    List<DeviceAsk> asks() {
        return asks;
    }

    /** {@return a text that is equal for devices that are the same to the claims, wherever they are, but for taints} */
    String withoutTaints(OfferedDevice device) {
        String nature = natures[device.pattern()];
        return nature.substring(0, asks.size()).replace(letter(Asks.Suit.BLOCKED), letter(Asks.Suit.YES))
                + nature.substring(asks.size());
    }

    private static char letter(Asks.Suit suit) {
        return (char) ('a' + suit.ordinal());
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
        Map<String, Integer> counts = new TreeMap<>();
        StringBuilder pools = new StringBuilder();
        int view = 0;
        for (PoolView pool : world.inventory.seenBy(node)) {
            pools.append(pool.broken().isEmpty() ? "" : "broken ");
            boolean counted = false;
            for (OfferedDevice device : pool.broken().isEmpty() ? pool.devices() : List.<OfferedDevice>of()) {
                if (relevant[device.number()]) {
                    counted |= device.isCounted();
                    String like = (state.isHeld(device) ? held : free)[ofPattern[device.pattern()]];
                    if (device.isShared() || device.isCounted()) {
                        like += "s" + state.shares(device) + (device.isCounted() ? "p" + view : "");
                    }
                    counts.merge(like, 1, Integer::sum);
                }
            }
            pools.append(counted ? "p" + view + state.left(pool.counters()) : "");
            view++;
        }
        return pools + counts.toString();
    }
}
