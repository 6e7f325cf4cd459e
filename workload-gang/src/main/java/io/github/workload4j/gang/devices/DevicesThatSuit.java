package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceTaint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Devices that suit what is asked, held or free, and those that would but for a taint. In time linear in devices. */
public final class DevicesThatSuit {

    private final Map<String, List<OfferedDevice>> kinds = new LinkedHashMap<>();
    private final Map<String, List<DeviceTaint>> taints = new LinkedHashMap<>();

    /** Looks at the devices of a question. */
    public DevicesThatSuit(DeviceQuestion question) {
        for (OfferedDevice device : question.inventory.devices()) {
            for (DeviceAsk ask : question.kinds.asks()) {
                Asks.Suit suit = question.world.asks.suits(ask, device);
                for (DeviceTaint taint :
                        suit == Asks.Suit.BLOCKED ? Asks.taints(ask, device) : List.<DeviceTaint>of()) {
                    taints.computeIfAbsent(taint.key() + ":" + taint.effect(), t -> new ArrayList<>())
                            .add(taint);
                }
            }
            if (question.kinds.isSuitable(device) && device.usable() && !device.isCounted()) {
                kinds.computeIfAbsent(question.kinds.withoutTaints(device), k -> new ArrayList<>())
                        .add(device);
            }
        }
    }

    /** {@return a taint of each key and effect that keeps claims away, those of most devices first} */
    public List<DeviceTaint> taintsInTheWay() {
        return firsts(taints);
    }

    /** {@return a device of each kind that takes no counters, most frequent first} */
    public List<OfferedDevice> examples() {
        return firsts(kinds);
    }

    private static <T> List<T> firsts(Map<?, List<T>> lists) {
        return lists.values().stream()
                .sorted(Comparator.comparing(list -> -list.size()))
                .map(list -> list.get(0))
                .toList();
    }
}
