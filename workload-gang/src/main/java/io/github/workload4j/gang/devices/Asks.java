package io.github.workload4j.gang.devices;

import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.CapacityRange;
import io.github.workload4j.api.device.CapacityRequestPolicy;
import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceCapacity;
import io.github.workload4j.api.device.DeviceClass;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.DeviceSelector;
import io.github.workload4j.api.device.DeviceTaint;
import io.github.workload4j.api.device.DeviceToleration;
import io.github.workload4j.gang.selector.DeviceFacts;
import io.github.workload4j.gang.selector.DeviceSelectors;
import io.github.workload4j.gang.selector.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether devices suit what is asked, nodes and what is held aside. Each pair is looked at once. */
final class Asks {

    /** How a device suits what is asked. */
    enum Suit {
        /** Not at all. */
        NO,
        /** It does. */
        YES,
        /** It is what is meant by all, and cannot be had: a taint, or a gate that is off. */
        BLOCKED,
        /** A selector fails on it. */
        ERROR,
        /** A selector cannot be asked here. */
        UNKNOWN
    }

    private static final Set<String> BLOCKING = Set.of("NoSchedule", "NoExecute");

    private final PodClaims claims;
    private final Inventory inventory;
    private final DeviceRelease release;
    private final DeviceSelectors selectors;
    private final Map<DeviceAsk, Suit[]> known = new HashMap<>();

    /** The same by the asks that came, as looking an ask up takes long. */
    private final Map<DeviceAsk, Suit[]> rows = new IdentityHashMap<>();

    private final List<String> errors = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();

    Asks(PodClaims claims, Inventory inventory, DeviceRelease release, DeviceSelectors selectors) {
        this.claims = claims;
        this.inventory = inventory;
        this.release = release;
        this.selectors = selectors;
    }

    /** The same with what is known so far; nobody may be asking those. */
    Asks(Asks like) {
        this(like.claims, like.inventory, like.release, like.selectors);
        like.known.forEach((ask, row) -> known.put(ask, row.clone()));
        errors.addAll(like.errors);
        texts.putAll(like.texts);
        unknown.addAll(like.unknown);
    }

    /** {@return what would make the allocator end with an error, as far as it was met, in order} */
    List<String> errors() {
        return errors;
    }

    /** Notes something that would make the allocator end with an error. */
    void fail(String text) {
        note(errors, text);
    }

    /** {@return how a selector fails on a device that it fails on, in words} */
    String error(DeviceAsk ask, OfferedDevice device) {
        return "class " + ask.deviceClassName() + ": a selector fails on device " + device.key() + ": "
                + texts.getOrDefault(key(ask, device), "");
    }

    private static String key(DeviceAsk ask, OfferedDevice device) {
        return device.pattern() + " " + ask.deviceClassName() + ask.selectors();
    }

    /** {@return whether a choice of a request is for all devices that a node has} */
    static boolean isForAll(DeviceRequest request) {
        return request.asks().stream().anyMatch(DeviceAsk::isAll);
    }

    /** {@return what an ask says of single devices: not how many, nor by which name} */
    static DeviceAsk ofOne(DeviceAsk ask) {
        return new DeviceAsk(
                "", ask.deviceClassName(), ask.selectors(), "", 0, false, ask.tolerations(), ask.capacity(), List.of());
    }

    /** {@return which selectors could not be asked, in order} */
    List<String> unknown() {
        return unknown;
    }

    Suit suits(DeviceAsk ask, OfferedDevice device) {
        Suit[] row = rows.get(ask);
        if (row == null) {
            row = known.computeIfAbsent(
                    ofOne(ask), a -> new Suit[inventory.devices().size()]);
            rows.put(ask, row);
        }
        Suit suit = row[device.number()];
        if (suit == null) {
            suit = look(ask, device);
            row[device.number()] = suit;
        }
        return suit;
    }

    private Suit look(DeviceAsk ask, OfferedDevice device) {
        DeviceClass named = claims.deviceClass(ask.deviceClassName());
        if (named == null) {
            return Suit.NO;
        }
        List<DeviceSelector> ofClass = named.spec().selectors();
        DeviceFacts facts = device.facts();
        boolean open = false;
        for (int s = 0; s < ofClass.size() + ask.selectors().size(); s++) {
            DeviceSelector selector =
                    s < ofClass.size() ? ofClass.get(s) : ask.selectors().get(s - ofClass.size());
            Selection selection = selectors.matches(selector.expression(), facts);
            switch (selection.outcome()) {
                case NOT_SELECTED -> {
                    return Suit.NO;
                }
                case ERROR -> {
                    texts.put(key(ask, device), selection.text());
                    return Suit.ERROR;
                }
                case UNKNOWN -> {
                    note(unknown, selector.expression());
                    open = true;
                }
                default -> {}
            }
        }
        if (takes(ask, device, null) == null) {
            return Suit.NO;
        }
        if (!device.usable() || !tolerated(device.taints(), ask.tolerations())) {
            return open ? Suit.NO : Suit.BLOCKED;
        }
        return open ? Suit.UNKNOWN : Suit.YES;
    }

    private static void note(List<String> notes, String text) {
        if (notes.size() < 16 && !notes.contains(text)) {
            notes.add(text);
        }
    }

    /** {@return the taints of a device that nothing of an ask tolerates} */
    static List<DeviceTaint> taints(DeviceAsk ask, OfferedDevice device) {
        return device.taints().stream()
                .filter(taint -> !tolerated(List.of(taint), ask.tolerations()))
                .toList();
    }

    private static boolean tolerated(List<DeviceTaint> taints, List<DeviceToleration> tolerations) {
        for (DeviceTaint taint : taints) {
            if (BLOCKING.contains(taint.effect())
                    && tolerations.stream().noneMatch(toleration -> tolerates(toleration, taint))) {
                return false;
            }
        }
        return true;
    }

    private static boolean tolerates(DeviceToleration toleration, DeviceTaint taint) {
        boolean named = (toleration.effect().isEmpty() || toleration.effect().equals(taint.effect()))
                && (toleration.key().isEmpty() || toleration.key().equals(taint.key()));
        return named
                && switch (toleration.operator()) {
                    case "Exists" -> true;
                    case "", "Equal" -> toleration.value().equals(taint.value());
                    default -> false;
                };
    }

    /**
     * {@return what is taken of each capacity of a device, or null if it has not so much}
     *
     * @param before what is taken already, or null for nothing
     */
    @Nullable
    Map<String, BigDecimal> takes(DeviceAsk ask, OfferedDevice device, @Nullable Map<String, BigDecimal> before) {
        if (ask.capacity().isEmpty() && device.device().capacity().isEmpty()) {
            return Map.of();
        }
        Map<String, Quantity> asked = new HashMap<>();
        ask.capacity().forEach((name, amount) -> asked.put(full(name, device), amount));
        Set<String> met = new HashSet<>();
        Map<String, BigDecimal> taken = new HashMap<>();
        for (Map.Entry<String, DeviceCapacity> capacity :
                device.device().capacity().entrySet()) {
            String name = full(capacity.getKey(), device);
            Quantity wanted = asked.get(name);
            if (wanted != null) {
                met.add(name);
            }
            BigDecimal take = takes(wanted, capacity.getValue());
            BigDecimal there =
                    before == null ? BigDecimal.ZERO : before.getOrDefault(capacity.getKey(), BigDecimal.ZERO);
            if (take == null
                    || take.add(there).compareTo(capacity.getValue().value().amount()) > 0) {
                return null;
            }
            taken.put(capacity.getKey(), take);
        }
        return met.size() == asked.size() ? taken : null;
    }

    private String full(String name, OfferedDevice device) {
        return !release.fullCapacityNames() || name.indexOf('/') >= 0 ? name : device.driver() + "/" + name;
    }

    private @Nullable BigDecimal takes(@Nullable Quantity wanted, DeviceCapacity capacity) {
        CapacityRequestPolicy policy = capacity.requestPolicy();
        if (wanted == null) {
            return policy != null && policy.defaultAmount() != null
                    ? policy.defaultAmount().amount()
                    : capacity.value().amount();
        }
        BigDecimal amount = wanted.amount();
        if (policy == null) {
            return amount;
        }
        if (policy.validRange() != null && policy.validRange().min() != null) {
            return inRange(amount, policy.validRange(), policy.validRange().min());
        }
        if (!policy.validValues().isEmpty()) {
            for (Quantity valid : policy.validValues()) {
                if (amount.compareTo(valid.amount()) <= 0) {
                    return valid.amount();
                }
            }
            return null;
        }
        return amount;
    }

    private @Nullable BigDecimal inRange(BigDecimal amount, CapacityRange range, Quantity least) {
        BigDecimal min = least.amount();
        BigDecimal taken = amount;
        if (amount.compareTo(min) < 0) {
            taken = min;
        } else if (range.step() != null && range.step().signum() > 0) {
            int scale = release.thousandths() ? 3 : 0;
            BigDecimal step = range.step().amount().setScale(scale, RoundingMode.CEILING);
            BigDecimal from = min.setScale(scale, RoundingMode.CEILING);
            BigDecimal steps =
                    amount.setScale(scale, RoundingMode.CEILING).subtract(from).divide(step, 0, RoundingMode.CEILING);
            taken = from.add(step.multiply(steps));
        }
        return range.max() != null && taken.compareTo(range.max().amount()) > 0 ? null : taken;
    }
}
