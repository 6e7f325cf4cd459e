package io.github.workload4j.gang.replay;

import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.device.AllocatedDevice;
import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceCounterConsumption;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.NodeReach;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.gang.AssignedDevice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The devices of a placement, pod by pod, claim by claim, request by request, device by device: each must be one that
 * the node sees, that suits, and that nobody else has. Nothing is searched. Mutable, not thread-safe.
 */
final class DeviceChecks {

    private static final int MOST_OF_CLAIM = 32;
    private static final int MOST_CONSUMERS = 256;

    private final DeviceObjects objects;
    private final ClaimsOfPod claims;
    private final ReplayRules rules;

    /** Once a pod with claims is met: most answers have none. */
    private @Nullable DeviceSight sight;

    /** Devices that somebody holds whole; what is taken of shared ones, by capacity. */
    private final Set<String> held = new HashSet<>();

    private final Map<String, Map<String, BigDecimal>> shares = new HashMap<>();

    /** How many hold a share of a shared device. */
    private final Map<String, Integer> sharers = new HashMap<>();

    /** Claims that have got their devices here. */
    private final Map<String, Settled> settled = new HashMap<>();

    private final Map<String, Integer> consumers = new HashMap<>();

    /** The devices of a claim, and where it can be used. */
    private record Settled(
            List<AssignedDevice> devices, @Nullable String onlyNode, List<NodeSelector> selectors) {}

    /** A device as it is given to an ask. */
    private record Given(DeviceSight.Seen seen, String request, DeviceAsk ask, Map<String, BigDecimal> taken) {}

    /** A placement is refused. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String why) {
            super(why, null, false, false);
        }
    }

    DeviceChecks(DeviceObjects objects, List<SchedulingObject> groups, ReplayRules rules) {
        this.objects = objects;
        this.claims = new ClaimsOfPod(objects, groups, rules.mapsResources());
        this.rules = rules;
    }

    private DeviceSight sight() {
        DeviceSight known = sight;
        if (known == null) {
            known = new DeviceSight(objects, rules);
            sight = known;
            enterAllocated();
        }
        return known;
    }

    private void enterAllocated() {
        for (ResourceClaim claim : objects.claims()) {
            List<AllocatedDevice> results = claim.status().allocation() == null
                    ? List.of()
                    : claim.status().allocation().results();
            for (AllocatedDevice result : results) {
                String key = result.driver() + "/" + result.pool() + "/" + result.device();
                if (!result.adminAccess() && result.shareID() == null) {
                    held.add(key);
                } else if (!result.adminAccess()) {
                    Map<String, BigDecimal> taken = shares.computeIfAbsent(key, k -> new HashMap<>());
                    sharers.merge(key, 1, Integer::sum);
                    result.consumedCapacity()
                            .forEach((name, amount) -> taken.merge(name, amount.amount(), BigDecimal::add));
                }
            }
        }
    }

    /** {@return whether devices serve a resource on a node, so that it does not count there} */
    boolean isServed(String resource, Node node) {
        return claims.serving(resource, node) != null;
    }

    /** {@return why a pod cannot have these devices on a node, or the empty text; then it has them from now on} */
    String objection(Pod pod, Node node, List<AssignedDevice> devices) {
        if (objects.slices().isEmpty()) {
            return "";
        }
        List<ClaimsOfPod.Entry> entries = claims.of(pod, node);
        if (entries.isEmpty() && devices.isEmpty()) {
            return "";
        }
        try {
            PodTurn turn = new PodTurn(node, sight());
            List<AssignedDevice> left = new ArrayList<>(devices);
            for (ClaimsOfPod.Entry entry : entries) {
                List<AssignedDevice> own = left.stream()
                        .filter(each -> each.claim().equals(entry.name()))
                        .toList();
                left.removeAll(own);
                turn.claim(entry, own);
            }
            require(left.isEmpty(), "devices of claims that the pod does not have");
            turn.end();
            return "";
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }

    private static void require(boolean holds, String otherwise) throws Refusal {
        if (!holds) {
            throw new Refusal(otherwise);
        }
    }

    /** One pod being given its devices. */
    private final class PodTurn {

        private final Node node;
        private final DeviceSight sight;
        private final Map<String, Set<String>> claimsOf = new HashMap<>();
        private final List<Given> looked = new ArrayList<>();

        /** Counters taken by what is only looked at, for as long as this pod takes its turn. */
        private final List<DeviceSight.Seen> counted = new ArrayList<>();

        PodTurn(Node node, DeviceSight sight) {
            this.node = node;
            this.sight = sight;
        }

        void claim(ClaimsOfPod.Entry entry, List<AssignedDevice> devices) throws Refusal {
            require(entry.spec() != null, "claim " + entry.name() + " is not there");
            if (entry.spec() == null) {
                return;
            }
            if (entry.byName()) {
                int others = entry.claim() == null
                        ? 0
                        : entry.claim().status().reservedFor().size();
                require(
                        consumers.merge(entry.key(), 1, Integer::sum) + others <= MOST_CONSUMERS,
                        "claim " + entry.name() + " has too many consumers");
            }
            if (entry.claim() != null && entry.claim().status().allocation() != null) {
                NodeSelector where = entry.claim().status().allocation().nodeSelector();
                require(
                        where == null || NodeChecks.isSelected(where, node),
                        "claim " + entry.name() + " cannot be used on this node");
                require(devices.isEmpty(), "claim " + entry.name() + " has its devices already");
                return;
            }
            Settled before = settled.get(entry.key());
            if (before != null) {
                boolean here = before.onlyNode() == null
                        ? before.selectors().stream().allMatch(each -> NodeChecks.isSelected(each, node))
                        : before.onlyNode().equals(node.metadata().name());
                require(here, "claim " + entry.name() + " cannot be used on this node");
                require(
                        unnamed(before.devices()).equals(unnamed(devices)),
                        "claim " + entry.name() + " has other devices elsewhere");
                return;
            }
            require(devices.size() <= MOST_OF_CLAIM, "claim " + entry.name() + " has too many devices");
            for (DeviceRequest request : entry.spec().requests()) {
                for (DeviceAsk ask : request.asks()) {
                    require(
                            sight.hasClass(ask.deviceClassName()),
                            "class " + ask.deviceClassName() + " does not exist");
                }
            }
            List<Given> given = new ArrayList<>();
            List<AssignedDevice> left = new ArrayList<>(devices);
            List<DeviceRequest> requests = entry.spec().requests();
            for (DeviceRequest request : requests) {
                request(entry, request, left, given);
            }
            require(left.isEmpty(), "claim " + entry.name() + " has more devices than it asks for");
            String broken = new ConstraintCheck(rules.ignoresBuilds())
                    .broken(
                            entry.spec(),
                            given.stream()
                                    .map(each -> new ConstraintCheck.Item(each.request(), each.seen()))
                                    .toList());
            require(broken.isEmpty(), "claim " + entry.name() + ": " + broken);
            settled.put(entry.key(), where(devices, given));
        }

        /** The devices of a claim, which each pod calls by a name of its own. */
        private static Set<List<Object>> unnamed(List<AssignedDevice> devices) {
            return devices.stream()
                    .map(each -> List.<Object>of(
                            each.request(),
                            each.driver(),
                            each.pool(),
                            each.device(),
                            each.adminAccess(),
                            each.consumed()))
                    .collect(Collectors.toSet());
        }

        private Settled where(List<AssignedDevice> devices, List<Given> given) {
            List<NodeSelector> selectors = new ArrayList<>();
            for (Given each : given) {
                NodeReach reach = each.seen().reach();
                if (!reach.nodeName().isEmpty() || each.seen().device().bindsToNode()) {
                    return new Settled(devices, node.metadata().name(), List.of());
                }
                if (reach.nodeSelector() != null) {
                    selectors.add(reach.nodeSelector());
                }
            }
            return new Settled(devices, null, selectors);
        }

        private void request(
                ClaimsOfPod.Entry entry, DeviceRequest request, List<AssignedDevice> left, List<Given> given)
                throws Refusal {
            for (DeviceAsk ask : request.asks()) {
                String name = request.exactly() != null ? request.name() : request.name() + "/" + ask.name();
                List<AssignedDevice> own = new ArrayList<>();
                for (AssignedDevice each : left) {
                    if (each.request().equals(name)) {
                        own.add(each);
                    }
                }
                if (!own.isEmpty()) {
                    left.removeAll(own);
                    number(entry, request, ask, own);
                    for (AssignedDevice each : own) {
                        given.add(device(entry, name, ask, each));
                    }
                    return;
                }
            }
            throw new Refusal("request " + request.name() + " of claim " + entry.name() + " has no devices");
        }

        private DeviceSight.@Nullable Seen find(AssignedDevice device) {
            String pool = device.driver() + "/" + device.pool();
            return sight.fault(pool, node).isEmpty()
                    ? sight.seen(pool, node).stream()
                            .filter(each -> each.device().name().equals(device.device()))
                            .findFirst()
                            .orElse(null)
                    : null;
        }

        private void number(ClaimsOfPod.Entry entry, DeviceRequest request, DeviceAsk ask, List<AssignedDevice> own)
                throws Refusal {
            Set<String> names = new HashSet<>();
            own.forEach(each -> names.add(each.driver() + "/" + each.pool() + "/" + each.device()));
            String what = "request " + request.name() + " of claim " + entry.name();
            require(names.size() == own.size(), what + " has a device twice");
            if (!ask.isAll()) {
                require(own.size() == ask.devices(), what + " has " + own.size() + " devices, not " + ask.devices());
                return;
            }
            Set<String> all = new HashSet<>();
            for (String pool : sight.pools()) {
                require(sight.fault(pool, node).isEmpty(), sight.fault(pool, node));
                for (DeviceSight.Seen seen : sight.seen(pool, node)) {
                    Map<String, BigDecimal> taken = sight.taken(ask, seen);
                    boolean meant =
                            sight.refusal(ask, seen).isEmpty() && taken != null && isWithin(seen, taken, Map.of());
                    boolean full = !rules.allIncludesFull()
                            && seen.device().allowMultipleAllocations()
                            && taken != null
                            && !isWithin(seen, taken, shares.getOrDefault(seen.key(), Map.of()));
                    if (meant && !full) {
                        all.add(seen.key());
                    }
                }
            }
            require(all.equals(names) && !all.isEmpty(), what + " does not have all devices");
        }

        private boolean isWithin(DeviceSight.Seen seen, Map<String, BigDecimal> taken, Map<String, BigDecimal> before) {
            return taken.entrySet().stream()
                    .allMatch(each -> each.getValue()
                                    .add(before.getOrDefault(each.getKey(), BigDecimal.ZERO))
                                    .compareTo(seen.device()
                                            .capacity()
                                            .get(each.getKey())
                                            .value()
                                            .amount())
                            <= 0);
        }

        private Given device(ClaimsOfPod.Entry entry, String name, DeviceAsk ask, AssignedDevice device)
                throws Refusal {
            DeviceSight.Seen seen = find(device);
            require(seen != null, "device " + device + " is not seen by this node");
            if (seen == null) {
                throw new Refusal("");
            }
            require(seen.slice().spec().skipNodeOperations().isEmpty(), "device " + device + " cannot be allocated");
            String refusal = sight.refusal(ask, seen);
            require(refusal.isEmpty(), refusal);
            require(sight.taintInTheWay(ask, seen) == null, "device " + device + " has a taint");
            require(ask.adminAccess() == device.adminAccess(), "device " + device + " is taken as something else");
            Map<String, BigDecimal> taken = sight.taken(ask, seen);
            boolean shared = seen.device().allowMultipleAllocations();
            Map<String, BigDecimal> before = shared ? shares.getOrDefault(seen.key(), Map.of()) : Map.of();
            require(taken != null && isWithin(seen, taken, before), "device " + device + " has too little left");
            Map<String, BigDecimal> said = new HashMap<>();
            device.consumed().forEach((capacity, amount) -> said.put(capacity, amount.amount()));
            require(
                    isSame(said, shared && taken != null ? taken : Map.of()),
                    "device " + device + " gives another amount");
            Set<String> mine = claimsOf.computeIfAbsent(seen.key(), k -> new HashSet<>());
            if (ask.adminAccess()) {
                require(shared || !mine.contains(entry.name()), "device " + device + " is twice in a claim");
            } else {
                boolean free = !held.contains(seen.key());
                require(free && (shared || mine.isEmpty()), "device " + device + " is held");
            }
            take(entry, seen, shared, before, taken == null ? Map.of() : taken, ask);
            Given given = new Given(seen, name, ask, taken == null ? Map.of() : taken);
            if (ask.adminAccess()) {
                looked.add(given);
            }
            return given;
        }

        private void take(
                ClaimsOfPod.Entry entry,
                DeviceSight.Seen seen,
                boolean shared,
                Map<String, BigDecimal> before,
                Map<String, BigDecimal> taken,
                DeviceAsk ask)
                throws Refusal {
            boolean again = shared && shares.containsKey(seen.key());
            if (shared) {
                Map<String, BigDecimal> sum = new HashMap<>(before);
                taken.forEach((capacity, amount) -> sum.merge(capacity, amount, BigDecimal::add));
                shares.put(seen.key(), sum);
                sharers.merge(seen.key(), 1, Integer::sum);
            } else {
                claimsOf.computeIfAbsent(seen.key(), k -> new HashSet<>()).add(entry.name());
                if (!ask.adminAccess()) {
                    held.add(seen.key());
                }
            }
            if (!seen.device().consumesCounters().isEmpty() && !again) {
                if (ask.adminAccess()) {
                    counted.add(seen);
                }
                requireCounters(seen);
            }
        }

        private void requireCounters(DeviceSight.Seen seen) throws Refusal {
            Map<String, BigDecimal> left = new HashMap<>(sight.counters(seen));
            List<DeviceSight.Seen> holders = new ArrayList<>(counted);
            holders.removeIf(each -> !each.pool().equals(seen.pool()));
            for (DeviceSight.Seen each : sight.pool(seen)) {
                boolean looks = counted.stream().anyMatch(one -> one.key().equals(each.key()));
                boolean isShared = shares.containsKey(each.key()) && !looks;
                if (held.contains(each.key()) || isShared) {
                    holders.add(each);
                }
            }
            for (DeviceSight.Seen each : holders) {
                for (DeviceCounterConsumption some : each.device().consumesCounters()) {
                    some.counters()
                            .forEach((name, amount) -> left.merge(
                                    some.counterSet() + "/" + name,
                                    amount.amount().negate(),
                                    BigDecimal::add));
                }
            }
            require(
                    left.values().stream().allMatch(amount -> amount.signum() >= 0),
                    "the counters of pool " + seen.pool() + " are overdrawn");
        }

        /** What was only looked at is free again. */
        void end() {
            for (Given each : looked) {
                if (each.seen().device().allowMultipleAllocations()) {
                    Map<String, BigDecimal> less =
                            new HashMap<>(shares.getOrDefault(each.seen().key(), Map.of()));
                    each.taken().forEach((name, amount) -> less.merge(name, amount.negate(), BigDecimal::add));
                    if (sharers.merge(each.seen().key(), -1, Integer::sum) > 0) {
                        shares.put(each.seen().key(), less);
                    } else {
                        shares.remove(each.seen().key());
                    }
                }
            }
        }
    }

    private static boolean isSame(Map<String, BigDecimal> a, Map<String, BigDecimal> b) {
        return a.keySet().equals(b.keySet())
                && a.entrySet().stream().allMatch(each -> each.getValue().compareTo(b.get(each.getKey())) == 0);
    }
}
