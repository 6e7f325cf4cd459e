package io.github.workload4j.gang.devices;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.device.AllocatedDevice;
import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.device.DeviceCounterConsumption;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.device.DeviceTaint;
import io.github.workload4j.api.device.DeviceTaintRule;
import io.github.workload4j.api.device.DeviceTaintSelector;
import io.github.workload4j.api.device.NodeReach;
import io.github.workload4j.api.device.ResourceClaim;
import io.github.workload4j.api.device.ResourceSlice;
import io.github.workload4j.api.device.ResourceSliceSpec;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * The devices of a cluster: which there are, what each node sees of which pool, and which are held. Immutable once
 * made, in time linear in devices, and in nodes times pools that not one node alone reaches.
 */
public final class Inventory {

    private final DeviceObjects objects;
    private final int nodes;
    private final IntFunction<Node> node;
    private final List<OfferedDevice> devices = new ArrayList<>();
    private final Map<ResourceSlice, List<OfferedDevice>> ofSlice = new java.util.IdentityHashMap<>();

    /** The slices of each pool, in the order of their names. */
    private final Map<String, List<ResourceSlice>> pools = new LinkedHashMap<>();

    /** Pools that can be seen by one node only through a slice of its own name, by node; others are for all to see. */
    private final Map<String, Set<String>> poolsOfNode = new HashMap<>();

    private final TreeSet<String> poolsOfMany = new TreeSet<>();
    private final Map<String, PoolCounters> counters = new HashMap<>();
    private final List<List<PoolView>> views;
    private final boolean whole;

    private final Map<OfferedDevice.Pattern, Integer> patterns = new HashMap<>();

    /** Devices that a claim holds whole, and what is taken of shared ones, by capacity. */
    private final Set<String> held = new HashSet<>();

    private final Map<String, Map<String, BigDecimal>> shares = new HashMap<>();
    private final BitSet heldAtStart = new BitSet();
    private final Map<Integer, Map<String, BigDecimal>> sharesAtStart = new HashMap<>();

    /**
     * Looks at a cluster.
     *
     * @param node the nodes by their places, from 0
     * @param rulesTaint whether taint rules are looked at
     */
    public Inventory(DeviceObjects objects, int nodes, IntFunction<Node> node, boolean rulesTaint) {
        this.objects = objects;
        this.nodes = nodes;
        this.node = node;
        this.views = new ArrayList<>(nodes);
        List<Keyed> sorted = new ArrayList<>(objects.slices().size());
        objects.slices().forEach(slice -> sorted.add(new Keyed(poolKey(slice.spec()), slice)));
        sorted.sort(Comparator.comparing(Keyed::pool)
                .thenComparing(each -> each.slice().metadata().name()));
        for (Keyed each : sorted) {
            if (isSeen(each.slice())) {
                add(each.slice(), each.pool(), rulesTaint);
            }
        }
        objects.claims().forEach(this::hold);
        for (OfferedDevice device : devices) {
            if (!held.isEmpty() && held.contains(device.key())) {
                heldAtStart.set(device.number());
            }
            Map<String, BigDecimal> taken = shares.isEmpty() ? null : shares.get(device.key());
            if (taken != null) {
                sharesAtStart.put(device.number(), taken);
            }
        }
        for (int n = 0; n < nodes; n++) {
            views.add(look(node.apply(n)));
        }
        this.whole = areWhole();
    }

    private record Keyed(String pool, ResourceSlice slice) {}

    static String poolKey(ResourceSliceSpec spec) {
        return spec.driver() + "/" + spec.pool().name();
    }

    /** With the gates that releases have on, a slice with compatibility groups is not seen at all. */
    private static boolean isSeen(ResourceSlice slice) {
        for (Device device : slice.spec().devices()) {
            for (DeviceCounterConsumption taken : device.consumesCounters()) {
                if (!taken.compatibilityGroups().isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void add(ResourceSlice slice, String key, boolean rulesTaint) {
        ResourceSliceSpec spec = slice.spec();
        pools.computeIfAbsent(key, k -> new ArrayList<>()).add(slice);
        if (!spec.perDeviceNodeSelection() && !spec.reach().nodeName().isEmpty()) {
            poolsOfNode
                    .computeIfAbsent(spec.reach().nodeName(), n -> new TreeSet<>())
                    .add(key);
        } else {
            poolsOfMany.add(key);
        }
        List<OfferedDevice> own = new ArrayList<>(spec.devices().size());
        for (Device device : spec.devices()) {
            List<DeviceTaint> taints = device.taints();
            if (rulesTaint && !objects.taintRules().isEmpty()) {
                List<DeviceTaint> all = new ArrayList<>(taints);
                objects.taintRules().stream()
                        .filter(rule -> isTainted(rule, spec, device))
                        .forEach(rule -> all.add(rule.taint()));
                taints = all;
            }
            boolean usable = spec.skipNodeOperations().isEmpty();
            OfferedDevice.Pattern pattern = new OfferedDevice.Pattern(
                    spec.driver(),
                    device.allowMultipleAllocations(),
                    device.attributes(),
                    device.capacity(),
                    taints,
                    device.consumesCounters(),
                    device.bindsToNode(),
                    usable);
            OfferedDevice offered = new OfferedDevice(
                    devices.size(),
                    spec.driver(),
                    spec.pool().name(),
                    device,
                    spec.perDeviceNodeSelection() ? device.reach() : spec.reach(),
                    taints,
                    usable,
                    patterns.computeIfAbsent(pattern, each -> patterns.size()));
            devices.add(offered);
            own.add(offered);
        }
        ofSlice.put(slice, own);
    }

    private static boolean isTainted(DeviceTaintRule rule, ResourceSliceSpec spec, Device device) {
        DeviceTaintSelector selector = rule.deviceSelector();
        return selector != null
                && (selector.driver() == null || selector.driver().equals(spec.driver()))
                && (selector.pool() == null
                        || selector.pool().equals(spec.pool().name()))
                && (selector.device() == null || selector.device().equals(device.name()));
    }

    private void hold(ResourceClaim claim) {
        if (claim.status().allocation() == null) {
            return;
        }
        for (AllocatedDevice result : claim.status().allocation().results()) {
            String key = OfferedDevice.key(result.driver(), result.pool(), result.device());
            if (result.adminAccess()) {
                continue;
            }
            if (result.shareID() == null) {
                held.add(key);
                continue;
            }
            Map<String, BigDecimal> taken = shares.computeIfAbsent(key, k -> new HashMap<>());
            result.consumedCapacity().forEach((name, amount) -> taken.merge(name, amount.amount(), BigDecimal::add));
        }
    }

    /** {@return all devices, by number} */
    List<OfferedDevice> devices() {
        return devices;
    }

    /** {@return the devices of all slices of a pool} */
    List<OfferedDevice> ofPool(String key) {
        List<OfferedDevice> all = new ArrayList<>();
        pools.getOrDefault(key, List.of()).forEach(slice -> all.addAll(ofSlice.getOrDefault(slice, List.of())));
        return all;
    }

    /** {@return whether every pool is of one generation, and none is broken for any node} */
    boolean isWhole() {
        return whole;
    }

    private boolean areWhole() {
        boolean all = true;
        for (List<ResourceSlice> slices : pools.values()) {
            long first = slices.get(0).spec().pool().generation();
            for (ResourceSlice slice : slices) {
                all &= slice.spec().pool().generation() == first;
            }
        }
        for (List<PoolView> seen : views) {
            for (PoolView view : seen) {
                all &= view.broken().isEmpty();
            }
        }
        return all;
    }

    int nodes() {
        return nodes;
    }

    Node node(int index) {
        return node.apply(index);
    }

    /** {@return whether a claim holds a device whole} */
    boolean isHeld(OfferedDevice device) {
        return heldAtStart.get(device.number());
    }

    /** {@return what is taken of shared devices that somebody holds, by number} */
    Map<Integer, Map<String, BigDecimal>> shares() {
        return sharesAtStart;
    }

    /** {@return number of different patterns of devices} */
    int patterns() {
        return patterns.size();
    }

    private boolean reaches(NodeReach reach, Node of) {
        if (!reach.nodeName().isEmpty()) {
            return reach.nodeName().equals(of.metadata().name());
        }
        return reach.allNodes() || reach.nodeSelector() != null && NodeRules.isSelected(of, reach.nodeSelector());
    }

    /** {@return what a node sees, in the order in which pools are tried} */
    List<PoolView> seenBy(int index) {
        return views.get(index);
    }

    private List<PoolView> look(Node of) {
        Set<String> own = poolsOfNode.getOrDefault(of.metadata().name(), Set.of());
        Set<String> keys = own;
        if (!poolsOfMany.isEmpty()) {
            keys = new TreeSet<>(poolsOfMany);
            keys.addAll(own);
        }
        List<PoolView> seen = new ArrayList<>();
        for (String key : keys) {
            List<ResourceSlice> near = new ArrayList<>();
            for (ResourceSlice slice : pools.get(key)) {
                ResourceSliceSpec spec = slice.spec();
                boolean isNear = spec.perDeviceNodeSelection()
                        ? spec.devices().stream().anyMatch(device -> reaches(device.reach(), of))
                        : reaches(spec.reach(), of);
                if (isNear) {
                    near.add(slice);
                }
            }
            PoolView view = near.isEmpty() ? null : view(key, near, of);
            if (view != null) {
                seen.add(view);
            }
        }
        return seen;
    }

    private @org.jspecify.annotations.Nullable PoolView view(String key, List<ResourceSlice> reached, Node of) {
        long generation = 0;
        for (ResourceSlice slice : reached) {
            generation = Math.max(generation, slice.spec().pool().generation());
        }
        List<ResourceSlice> near = generation(reached, generation);
        List<ResourceSlice> everywhere = pools.get(key);
        List<ResourceSlice> every = generation(everywhere, generation);
        long count = near.get(0).spec().pool().resourceSliceCount();
        PoolCounters shared = counters.computeIfAbsent(key + "@" + generation, k -> counters(every));
        String broken = shared.fault();
        if (near.size() != count) {
            for (ResourceSlice slice : everywhere) {
                if (slice.spec().pool().generation() > generation) {
                    return null;
                }
            }
            if (every.size() != count) {
                broken = "incomplete (" + every.size() + " of " + count + " slices)";
            }
        }
        List<OfferedDevice> own = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ResourceSlice slice : near) {
            for (OfferedDevice device : ofSlice.getOrDefault(slice, List.of())) {
                if (!names.add(device.device().name())) {
                    broken = "two devices are named " + device.device().name();
                }
                if (reaches(device.reach(), of)) {
                    own.add(device);
                }
            }
        }
        return new PoolView(key, broken, own, shared);
    }

    private static List<ResourceSlice> generation(List<ResourceSlice> slices, long generation) {
        List<ResourceSlice> some = new ArrayList<>(slices.size());
        for (ResourceSlice slice : slices) {
            if (slice.spec().pool().generation() == generation) {
                some.add(slice);
            }
        }
        return some;
    }

    private PoolCounters counters(List<ResourceSlice> slices) {
        PoolCounters shared = new PoolCounters();
        slices.forEach(slice -> slice.spec().sharedCounters().forEach(shared::add));
        slices.forEach(slice -> ofSlice.getOrDefault(slice, List.of()).forEach(shared::require));
        return shared;
    }
}
