package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.gang.proof.ClaimedDevices.Choice;
import io.github.workload4j.gang.proof.ClaimedDevices.Claim;
import io.github.workload4j.gang.proof.ClaimedDevices.Kind;
import io.github.workload4j.gang.proof.ClaimedDevices.Offered;
import io.github.workload4j.gang.proof.ClaimedDevices.Request;
import io.github.workload4j.gang.proof.ClaimedDevices.Rule;
import io.github.workload4j.gang.proof.ClaimedDevices.Take;
import io.github.workload4j.gang.proof.NodeSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Claims and devices in numbers, for who checks them. What numbers cannot say they leave open, never closed. */
final class ClaimNumbers {

    /** Larger amounts are left out. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 53);

    private final DeviceQuestion question;
    private final List<DeviceAsk> asks = new ArrayList<>();
    private final List<String> attributes = new ArrayList<>();
    private final List<List<Claim>> claims = new ArrayList<>();
    private final TreeSet<String> resources = new TreeSet<>();
    private final Constraints constraints;

    /** Asks of which a request wants all devices. */
    private final Set<Integer> ofAll = new HashSet<>();

    /** Numbers of the values of attributes. */
    private final Map<String, Integer> values = new HashMap<>();

    ClaimNumbers(DeviceQuestion question) {
        this.question = question;
        this.constraints = new Constraints(question.world.release);
        for (List<ClaimUse> ofClass : question.uses) {
            List<Claim> own = new ArrayList<>();
            for (ClaimUse use : ofClass) {
                own.add(claim(use));
                resources.addAll(use.resources());
            }
            claims.add(own);
        }
    }

    /** {@return by class, the claims of a pod that have no devices yet} */
    List<List<Claim>> claims() {
        return claims;
    }

    /** {@return the device class of each ask} */
    List<String> names() {
        return asks.stream().map(DeviceAsk::deviceClassName).toList();
    }

    /** {@return the number of an ask} */
    int number(DeviceAsk ask) {
        DeviceAsk one = Asks.ofOne(ask);
        if (!asks.contains(one)) {
            asks.add(one);
        }
        return asks.indexOf(one);
    }

    private Claim claim(ClaimUse use) {
        if (!question.world.impossible(use).isEmpty()) {
            return new Claim(List.of(new Request("", List.of())), List.of(), false);
        }
        List<DeviceConstraint> all = use.spec().constraints();
        List<Rule> rules = new ArrayList<>();
        for (DeviceConstraint constraint : all) {
            boolean same = constraint.matchAttribute() != null;
            String name = String.valueOf(same ? constraint.matchAttribute() : constraint.distinctAttribute());
            if (!attributes.contains(name)) {
                attributes.add(name);
            }
            rules.add(new Rule(attributes.indexOf(name), same));
        }
        List<Request> requests = new ArrayList<>();
        for (int r = 0; r < use.spec().requests().size(); r++) {
            DeviceRequest request = use.spec().requests().get(r);
            List<Choice> choices = new ArrayList<>();
            for (DeviceAsk ask : request.asks()) {
                List<Integer> under = new ArrayList<>();
                for (int c = 0; c < all.size(); c++) {
                    if (Constraints.isNamed(all.get(c), name(request, ask))) {
                        under.add(c);
                    }
                }
                if (ask.isAll()) {
                    ofAll.add(number(ask));
                }
                choices.add(new Choice(number(ask), ask.isAll() ? 0 : ask.devices(), ask.adminAccess(), under));
            }
            requests.add(
                    new Request(use.resources().isEmpty() ? "" : use.resources().get(r), choices));
        }
        return new Claim(requests, rules, use.isShared());
    }

    private static String name(DeviceRequest request, DeviceAsk ask) {
        return request.exactly() != null ? request.name() : request.name() + "/" + ask.name();
    }

    /** {@return what a node offers, as the kind of some nodes} */
    Kind kind(int node, NodeSet nodes) {
        List<Offered> devices = new ArrayList<>();
        Map<Offered, Integer> same = new LinkedHashMap<>();
        List<Long> left = new ArrayList<>();
        for (PoolView view : question.inventory.seenBy(node)) {
            List<OfferedDevice> seen = view.broken().isEmpty() ? view.devices() : List.of();
            Map<OfferedDevice, List<Take>> takes = takes(view.counters(), seen, left);
            for (OfferedDevice device : seen) {
                List<Integer> suits = suits(device);
                if (!suits.isEmpty()) {
                    Offered one = offered(device, suits, takes.getOrDefault(device, List.of()));
                    if (one.shares()) {
                        devices.add(one);
                    } else {
                        same.merge(one, 1, Integer::sum);
                    }
                }
            }
        }
        same.forEach((one, count) -> devices.add(
                new Offered(count, one.held(), one.suits(), one.values(), one.takes(), false, List.of(), List.of())));
        List<String> offers = resources.stream()
                .filter(resource -> DeviceWorld.offers(question.inventory.node(node), resource))
                .toList();
        List<Integer> none = new ArrayList<>();
        List<Integer> some = new ArrayList<>();
        for (int ask = 0; ask < asks.size(); ask++) {
            if (ofAll.contains(ask)) {
                addAll(ask, question.inventory.seenBy(node), none, some);
            }
        }
        return new Kind(nodes, devices, left, offers, none, some);
    }

    private List<Integer> suits(OfferedDevice device) {
        List<Integer> suits = new ArrayList<>();
        for (int ask = 0; ask < asks.size(); ask++) {
            if (question.suitsOne(List.of(asks.get(ask)), device)) {
                suits.add(ask);
            }
        }
        return suits;
    }

    private Offered offered(OfferedDevice device, List<Integer> suits, List<Take> takes) {
        List<Integer> numbers = new ArrayList<>();
        for (String attribute : attributes) {
            String value = constraints.value(device, attribute);
            numbers.add(value == null ? -1 : values.computeIfAbsent(value, v -> values.size()));
        }
        boolean held = question.state.isHeld(device);
        if (!device.isShared()) {
            return new Offered(1, held, suits, numbers, takes, false, List.of(), List.of());
        }
        Map<String, BigDecimal> taken = question.state.shares(device);
        List<Long> room = new ArrayList<>();
        List<List<Long>> uses = new ArrayList<>();
        suits.forEach(ask -> uses.add(new ArrayList<>()));
        device.device().capacity().forEach((name, capacity) -> {
            List<BigDecimal> amounts = new ArrayList<>();
            BigDecimal there = taken == null ? BigDecimal.ZERO : taken.getOrDefault(name, BigDecimal.ZERO);
            amounts.add(capacity.value().amount().subtract(there));
            for (int ask : suits) {
                Map<String, BigDecimal> use = question.world.asks.takes(asks.get(ask), device, null);
                amounts.add(use == null ? BigDecimal.ZERO : use.getOrDefault(name, BigDecimal.ZERO));
            }
            List<Long> whole = whole(amounts);
            room.add(whole.get(0));
            for (int i = 0; i < suits.size(); i++) {
                uses.get(i).add(whole.get(i + 1));
            }
        });
        return new Offered(1, held, suits, numbers, taken == null ? takes : List.of(), true, room, uses);
    }

    /** {@return what devices take of the counters of their pool, which come after those in the list} */
    private Map<OfferedDevice, List<Take>> takes(PoolCounters pool, List<OfferedDevice> devices, List<Long> left) {
        Map<OfferedDevice, List<Take>> takes = new IdentityHashMap<>();
        List<OfferedDevice> counted =
                devices.stream().filter(OfferedDevice::isCounted).toList();
        List<BigDecimal> remaining = counted.isEmpty() ? List.of() : question.state.remaining(pool);
        for (int c = 0; c < remaining.size(); c++) {
            List<BigDecimal> amounts = new ArrayList<>(List.of(remaining.get(c)));
            for (OfferedDevice device : counted) {
                amounts.add(pool.takenBy(device)[c]);
            }
            List<Long> whole = whole(amounts);
            for (int d = 0; d < counted.size(); d++) {
                if (whole.get(d + 1) > 0 || whole.get(0) < 0) {
                    takes.computeIfAbsent(counted.get(d), any -> new ArrayList<>())
                            .add(new Take(left.size(), whole.get(d + 1)));
                }
            }
            left.add(whole.get(0));
        }
        return takes;
    }

    /** {@return amounts as whole numbers, in units of a power of ten; all 0 if they are out of range} */
    private static List<Long> whole(List<BigDecimal> amounts) {
        int scale = 0;
        for (BigDecimal amount : amounts) {
            scale = Math.max(scale, amount.stripTrailingZeros().scale());
        }
        List<Long> whole = new ArrayList<>();
        for (BigDecimal amount : amounts) {
            BigDecimal scaled = amount.movePointRight(scale);
            if (scaled.abs().compareTo(MOST) > 0) {
                return Collections.nCopies(amounts.size(), 0L);
            }
            whole.add(scaled.longValueExact());
        }
        return whole;
    }

    /** Notes if all that suits an ask cannot be had of these pools, or is not known. */
    private void addAll(int ask, List<PoolView> views, List<Integer> none, List<Integer> some) {
        boolean broken = false;
        boolean blocked = false;
        boolean open = false;
        for (PoolView view : views) {
            broken |= !view.broken().isEmpty();
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                Asks.Suit suit = question.world.asks.suits(asks.get(ask), device);
                broken |= suit == Asks.Suit.ERROR;
                blocked |= suit == Asks.Suit.BLOCKED;
                open |= suit == Asks.Suit.UNKNOWN;
                open |= suit == Asks.Suit.YES && device.isShared() && !question.world.release.allNeedsRoom();
            }
        }
        if (broken || blocked && !open) {
            none.add(ask);
        } else if (open) {
            some.add(ask);
        }
    }
}
