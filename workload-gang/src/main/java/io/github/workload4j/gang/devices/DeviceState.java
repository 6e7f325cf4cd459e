package io.github.workload4j.gang.devices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is held of devices and counters while claims are given some. Mutable; all since a mark can be taken back. */
final class DeviceState {

    private final Inventory inventory;
    private final boolean[] held;

    /** What is taken of shared devices that somebody holds, by number. */
    private final Map<Integer, Map<String, BigDecimal>> shares = new HashMap<>();

    /** How many claims hold a share of a shared device, by number; what was there before counts as one. */
    private final Map<Integer, Integer> holders = new HashMap<>();

    private final Map<PoolCounters, BigDecimal[]> counters = new IdentityHashMap<>();
    private final PoolCounters[] poolOf;

    /** What differs from the start, for {@link #key()}: devices held by kind, and shared devices. */
    private final TreeMap<Integer, Integer> heldOfKind = new TreeMap<>();

    private final int[] kindOf;

    /** What takes back each step, the last one last. */
    private final List<Runnable> journal = new ArrayList<>();

    /**
     * The state of a cluster.
     *
     * @param kindOf for each device its kind: devices of one kind can be exchanged
     */
    DeviceState(Inventory inventory, int[] kindOf) {
        this.inventory = inventory;
        this.kindOf = kindOf;
        List<OfferedDevice> devices = inventory.devices();
        this.held = new boolean[devices.size()];
        this.poolOf = new PoolCounters[devices.size()];
        for (OfferedDevice device : devices) {
            held[device.number()] = inventory.isHeld(device);
        }
        inventory.shares().forEach((device, taken) -> {
            shares.put(device, taken);
            holders.put(device, 1);
        });
        for (int n = 0; n < inventory.nodes(); n++) {
            for (PoolView view : inventory.seenBy(n)) {
                if (view.counters().size() > 0) {
                    addCounters(view.counters(), view.key());
                }
            }
        }
    }

    private void addCounters(PoolCounters pool, String key) {
        if (counters.containsKey(pool)) {
            return;
        }
        BigDecimal[] taken = new BigDecimal[pool.size()];
        Arrays.fill(taken, BigDecimal.ZERO);
        for (OfferedDevice device : inventory.ofPool(key)) {
            poolOf[device.number()] = pool;
            if (device.isCounted() && (held[device.number()] || shares.containsKey(device.number()))) {
                add(taken, pool.takenBy(device), 1);
            }
        }
        counters.put(pool, taken);
    }

    private static void add(BigDecimal[] to, BigDecimal[] amounts, int sign) {
        for (int c = 0; c < to.length; c++) {
            to[c] = sign > 0 ? to[c].add(amounts[c]) : to[c].subtract(amounts[c]);
        }
    }

    boolean isHeld(OfferedDevice device) {
        return held[device.number()];
    }

    @Nullable
    Map<String, BigDecimal> shares(OfferedDevice device) {
        return shares.get(device.number());
    }

    /** {@return where in time this is} */
    int mark() {
        return journal.size();
    }

    /** Takes back all steps since a mark. */
    void back(int mark) {
        while (journal.size() > mark) {
            journal.remove(journal.size() - 1).run();
        }
    }

    void hold(OfferedDevice device) {
        int kind = kindOf[device.number()];
        held[device.number()] = true;
        heldOfKind.merge(kind, 1, Integer::sum);
        journal.add(() -> {
            held[device.number()] = false;
            heldOfKind.computeIfPresent(kind, (k, some) -> some == 1 ? null : some - 1);
        });
    }

    /**
     * Takes a share of a shared device, or gives it back.
     *
     * @return whether nobody held one before, or nobody holds one any more
     */
    boolean share(OfferedDevice device, Map<String, BigDecimal> amounts, int sign) {
        int number = device.number();
        Map<String, BigDecimal> before = shares.get(number);
        int held = holders.getOrDefault(number, 0);
        Map<String, BigDecimal> now = new HashMap<>(before == null ? Map.of() : before);
        amounts.forEach((name, amount) -> now.merge(name, sign > 0 ? amount : amount.negate(), BigDecimal::add));
        put(number, held + sign == 0 ? null : now, held + sign);
        journal.add(() -> put(number, before, held));
        return held == 0 || held + sign == 0;
    }

    private void put(int device, @Nullable Map<String, BigDecimal> taken, int held) {
        if (taken == null) {
            shares.remove(device);
            holders.remove(device);
        } else {
            shares.put(device, taken);
            holders.put(device, held);
        }
    }

    /** Takes, or gives back, what a device takes of the counters of its pool. */
    void count(OfferedDevice device, int sign) {
        PoolCounters pool = poolOf[device.number()];
        if (pool != null) {
            BigDecimal[] taken = pool.takenBy(device);
            add(counters.get(pool), taken, sign);
            journal.add(() -> add(counters.get(pool), taken, -sign));
        }
    }

    /** {@return what is left of the counters of a pool, as a text} */
    String left(PoolCounters pool) {
        StringBuilder left = new StringBuilder();
        for (BigDecimal amount : remaining(pool)) {
            left.append(amount.stripTrailingZeros().toPlainString()).append(',');
        }
        return left.toString();
    }

    /** {@return what is left of each counter of a pool; below 0 if it is overdrawn} */
    List<BigDecimal> remaining(PoolCounters pool) {
        BigDecimal[] taken = counters.get(pool);
        List<BigDecimal> remaining = new ArrayList<>();
        for (int c = 0; taken != null && c < taken.length; c++) {
            remaining.add(pool.value(c).subtract(taken[c]));
        }
        return remaining;
    }

    /** {@return whether no counter of the pool of a device is overdrawn} */
    boolean isCovered(OfferedDevice device) {
        PoolCounters pool = poolOf[device.number()];
        if (pool == null) {
            return true;
        }
        BigDecimal[] taken = counters.get(pool);
        for (int c = 0; c < taken.length; c++) {
            if (taken[c].compareTo(pool.value(c)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** {@return a text that is equal for states that leave the same, as far as kinds tell} */
    String key() {
        StringBuilder key = new StringBuilder();
        heldOfKind.forEach(
                (kind, some) -> key.append(kind).append('x').append(some).append(' '));
        shares.keySet().stream().sorted().forEach(device -> {
            Map<String, BigDecimal> taken = new TreeMap<>(shares.get(device));
            key.append('s').append(device);
            taken.forEach((name, amount) -> key.append(name)
                    .append(amount.stripTrailingZeros().toPlainString())
                    .append(';'));
        });
        return key.toString();
    }
}
