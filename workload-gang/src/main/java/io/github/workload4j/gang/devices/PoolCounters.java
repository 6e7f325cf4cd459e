package io.github.workload4j.gang.devices;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.CounterSet;
import io.github.workload4j.api.device.DeviceCounterConsumption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The counters of a pool, numbered, and what its devices take of them. */
final class PoolCounters {

    /** {@code set/counter}, by number. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final List<BigDecimal> values = new ArrayList<>();

    /** Why the pool cannot be used, or the empty text. */
    private String fault = "";

    private final Map<String, CounterSet> sets = new HashMap<>();

    void add(CounterSet set) {
        if (sets.put(set.name(), set) != null) {
            fault = "two counter sets are named " + set.name();
        }
        for (Map.Entry<String, Quantity> counter : set.counters().entrySet()) {
            if (numbers.putIfAbsent(set.name() + "/" + counter.getKey(), values.size()) == null) {
                values.add(counter.getValue().amount());
            }
        }
    }

    /** Looks whether what a device takes is there; all sets must have been added. */
    void require(OfferedDevice device) {
        for (DeviceCounterConsumption taken : device.device().consumesCounters()) {
            if (!sets.containsKey(taken.counterSet())) {
                fault = "device " + device.device().name() + " takes of counter set " + taken.counterSet()
                        + ", which is not there";
                continue;
            }
            for (String counter : taken.counters().keySet()) {
                if (!numbers.containsKey(taken.counterSet() + "/" + counter)) {
                    fault = "device " + device.device().name() + " takes of counter " + taken.counterSet() + "/"
                            + counter + ", which is not there";
                }
            }
        }
    }

    String fault() {
        return fault;
    }

    int size() {
        return values.size();
    }

    BigDecimal value(int counter) {
        return values.get(counter);
    }

    /** {@return what a device of the pool takes, by number of the counter} */
    BigDecimal[] takenBy(OfferedDevice device) {
        BigDecimal[] taken = new BigDecimal[values.size()];
        java.util.Arrays.fill(taken, BigDecimal.ZERO);
        for (DeviceCounterConsumption some : device.device().consumesCounters()) {
            some.counters().forEach((counter, amount) -> {
                Integer number = numbers.get(some.counterSet() + "/" + counter);
                if (number != null) {
                    taken[number] = taken[number].add(amount.amount());
                }
            });
        }
        return taken;
    }
}
