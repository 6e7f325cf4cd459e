package io.github.workload4j.gang.replay;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.core.Quantity;
import io.github.workload4j.api.device.CapacityRange;
import io.github.workload4j.api.device.CapacityRequestPolicy;
import io.github.workload4j.api.device.CounterSet;
import io.github.workload4j.api.device.Device;
import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceCapacity;
import io.github.workload4j.api.device.DeviceClass;
import io.github.workload4j.api.device.DeviceCounterConsumption;
import io.github.workload4j.api.device.DeviceObjects;
import io.github.workload4j.api.device.DeviceSelector;
import io.github.workload4j.api.device.DeviceTaint;
import io.github.workload4j.api.device.DeviceTaintRule;
import io.github.workload4j.api.device.NodeReach;
import io.github.workload4j.api.device.ResourceSlice;
import io.github.workload4j.gang.selector.DeviceFacts;
import io.github.workload4j.gang.selector.DeviceSelectors;
import io.github.workload4j.gang.selector.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What nodes see of pools, and which devices suit what is asked: one device at a time, from the objects themselves. */
final class DeviceSight {

    private final DeviceObjects objects;
    private final ReplayRules rules;
    private final Map<String, DeviceClass> classes = new HashMap<>();
    private final Map<String, List<ResourceSlice>> slices = new HashMap<>();

    /** A device in its slice. */
    record Seen(ResourceSlice slice, Device device) {
        String pool() {
            return slice.spec().driver() + "/" + slice.spec().pool().name();
        }

        String key() {
            return pool() + "/" + device.name();
        }

        NodeReach reach() {
            return slice.spec().perDeviceNodeSelection()
                    ? device.reach()
                    : slice.spec().reach();
        }
    }

    DeviceSight(DeviceObjects objects, ReplayRules rules) {
        this.objects = objects;
        this.rules = rules;
        objects.classes().forEach(each -> classes.put(each.metadata().name(), each));
        for (ResourceSlice slice : objects.slices()) {
            boolean hidden = slice.spec().devices().stream()
                    .flatMap(device -> device.consumesCounters().stream())
                    .anyMatch(taken -> !taken.compatibilityGroups().isEmpty());
            if (!hidden) {
                String pool = slice.spec().driver() + "/" + slice.spec().pool().name();
                slices.computeIfAbsent(pool, p -> new ArrayList<>()).add(slice);
            }
        }
    }

    Set<String> pools() {
        return slices.keySet();
    }

    boolean hasClass(String name) {
        return classes.containsKey(name);
    }

    static boolean reaches(NodeReach reach, Node node) {
        if (!reach.nodeName().isEmpty()) {
            return node.metadata().name().equals(reach.nodeName());
        }
        NodeSelector selector = reach.nodeSelector();
        return reach.allNodes() || selector != null && NodeChecks.isSelected(selector, node);
    }

    private static boolean isNear(ResourceSlice slice, Node node) {
        return slice.spec().perDeviceNodeSelection()
                ? slice.spec().devices().stream().anyMatch(device -> reaches(device.reach(), node))
                : reaches(slice.spec().reach(), node);
    }

    /** {@return the slices of a pool that count for a node, or null if it sees nothing of it} */
    private @Nullable List<ResourceSlice> near(String pool, Node node) {
        List<ResourceSlice> near = new ArrayList<>();
        long newest = Long.MIN_VALUE;
        for (ResourceSlice slice : slices.getOrDefault(pool, List.of())) {
            if (isNear(slice, node)) {
                newest = Math.max(newest, slice.spec().pool().generation());
                near.add(slice);
            }
        }
        long generation = newest;
        near.removeIf(slice -> slice.spec().pool().generation() != generation);
        if (near.isEmpty()) {
            return null;
        }
        boolean complete = near.size() == near.get(0).spec().pool().resourceSliceCount();
        boolean outdated =
                slices.get(pool).stream().anyMatch(slice -> slice.spec().pool().generation() > generation);
        return !complete && outdated ? null : near;
    }

    private List<ResourceSlice> generation(String pool, long generation) {
        return slices.getOrDefault(pool, List.of()).stream()
                .filter(slice -> slice.spec().pool().generation() == generation)
                .toList();
    }

    /** {@return why a node can have nothing of a pool, or the empty text; also if it sees nothing of it} */
    String fault(String pool, Node node) {
        List<ResourceSlice> near = near(pool, node);
        if (near == null) {
            return "";
        }
        long count = near.get(0).spec().pool().resourceSliceCount();
        List<ResourceSlice> all = generation(pool, near.get(0).spec().pool().generation());
        if (near.size() != count && all.size() != count) {
            return "pool " + pool + " is incomplete";
        }
        Set<String> names = new HashSet<>();
        for (ResourceSlice slice : near) {
            for (Device device : slice.spec().devices()) {
                if (!names.add(device.name())) {
                    return "pool " + pool + " has two devices " + device.name();
                }
            }
        }
        Map<String, BigDecimal> counters = counters(pool, all);
        for (ResourceSlice slice : all) {
            for (Device device : slice.spec().devices()) {
                for (DeviceCounterConsumption taken : device.consumesCounters()) {
                    boolean known = counters.containsKey(taken.counterSet() + "/")
                            && taken.counters().keySet().stream()
                                    .allMatch(name -> counters.containsKey(taken.counterSet() + "/" + name));
                    if (!known) {
                        return "pool " + pool + " lacks counters that " + device.name() + " takes";
                    }
                }
            }
        }
        long sets = all.stream()
                .mapToLong(slice -> slice.spec().sharedCounters().size())
                .sum();
        long distinct = all.stream()
                .flatMap(slice -> slice.spec().sharedCounters().stream())
                .map(CounterSet::name)
                .distinct()
                .count();
        return sets == distinct ? "" : "pool " + pool + " has two counter sets of one name";
    }

    private static Map<String, BigDecimal> counters(String pool, List<ResourceSlice> all) {
        Map<String, BigDecimal> counters = new HashMap<>();
        for (ResourceSlice slice : all) {
            for (CounterSet set : slice.spec().sharedCounters()) {
                counters.put(set.name() + "/", BigDecimal.ZERO);
                set.counters().forEach((name, value) -> counters.put(set.name() + "/" + name, value.amount()));
            }
        }
        return counters;
    }

    /** {@return what the counters of a device's pool come to, by set and name} */
    Map<String, BigDecimal> counters(Seen seen) {
        return counters(
                seen.pool(), generation(seen.pool(), seen.slice().spec().pool().generation()));
    }

    /** {@return the devices of the pool of one, all over the cluster} */
    List<Seen> pool(Seen seen) {
        List<Seen> all = new ArrayList<>();
        for (ResourceSlice slice :
                generation(seen.pool(), seen.slice().spec().pool().generation())) {
            slice.spec().devices().forEach(device -> all.add(new Seen(slice, device)));
        }
        return all;
    }

    /** {@return the devices of a pool that a node reaches} */
    List<Seen> seen(String pool, Node node) {
        List<Seen> seen = new ArrayList<>();
        List<ResourceSlice> near = near(pool, node);
        for (ResourceSlice slice : near == null ? List.<ResourceSlice>of() : near) {
            for (Device device : slice.spec().devices()) {
                Seen one = new Seen(slice, device);
                if (reaches(one.reach(), node)) {
                    seen.add(one);
                }
            }
        }
        return seen;
    }

    /** {@return why selectors do not take a device, or the empty text} */
    String refusal(DeviceAsk ask, Seen seen) {
        DeviceClass named = classes.get(ask.deviceClassName());
        if (named == null) {
            return "class " + ask.deviceClassName() + " does not exist";
        }
        List<DeviceSelector> all = new ArrayList<>(named.spec().selectors());
        all.addAll(ask.selectors());
        DeviceFacts facts = DeviceFacts.of(seen.slice().spec().driver(), seen.device());
        for (DeviceSelector selector : all) {
            Selection selection = DeviceSelectors.installed().matches(selector.expression(), facts);
            if (selection.outcome() != Selection.Outcome.SELECTED) {
                return "selector " + selector.expression() + " does not take " + seen.key() + " " + selection.text();
            }
        }
        return "";
    }

    /** {@return the first taint of a device that an ask does not tolerate, or null} */
    @Nullable
    DeviceTaint taintInTheWay(DeviceAsk ask, Seen seen) {
        List<DeviceTaint> taints = new ArrayList<>(seen.device().taints());
        if (rules.taintRules()) {
            for (DeviceTaintRule rule : objects.taintRules()) {
                if (rule.deviceSelector() != null
                        && isMeant(
                                rule.deviceSelector().driver(),
                                seen.slice().spec().driver())
                        && isMeant(
                                rule.deviceSelector().pool(),
                                seen.slice().spec().pool().name())
                        && isMeant(rule.deviceSelector().device(), seen.device().name())) {
                    taints.add(rule.taint());
                }
            }
        }
        for (DeviceTaint taint : taints) {
            boolean blocks =
                    taint.effect().equals("NoSchedule") || taint.effect().equals("NoExecute");
            boolean tolerated = ask.tolerations().stream()
                    .filter(each -> each.key().isEmpty() || each.key().equals(taint.key()))
                    .filter(each -> each.effect().isEmpty() || each.effect().equals(taint.effect()))
                    .anyMatch(each -> each.operator().equals("Exists")
                            || Set.of("", "Equal").contains(each.operator())
                                    && each.value().equals(taint.value()));
            if (blocks && !tolerated) {
                return taint;
            }
        }
        return null;
    }

    private static boolean isMeant(@Nullable String said, String is) {
        return said == null || said.equals(is);
    }

    /** {@return what an ask takes of each capacity of a device; null if some name or amount is refused} */
    @Nullable
    Map<String, BigDecimal> taken(DeviceAsk ask, Seen seen) {
        String driver = seen.slice().spec().driver();
        Map<String, BigDecimal> wanted = new HashMap<>();
        ask.capacity().forEach((name, amount) -> wanted.put(domain(name, driver), amount.amount()));
        Map<String, BigDecimal> taken = new HashMap<>();
        for (Map.Entry<String, DeviceCapacity> each : seen.device().capacity().entrySet()) {
            BigDecimal asked = wanted.remove(domain(each.getKey(), driver));
            BigDecimal amount = taken(asked, each.getValue());
            if (amount == null) {
                return null;
            }
            taken.put(each.getKey(), amount);
        }
        return wanted.isEmpty() ? taken : null;
    }

    private String domain(String name, String driver) {
        return rules.capacityDomains() && !name.contains("/") ? driver + "/" + name : name;
    }

    private @Nullable BigDecimal taken(@Nullable BigDecimal asked, DeviceCapacity capacity) {
        CapacityRequestPolicy policy = capacity.requestPolicy();
        Quantity otherwise = policy == null ? null : policy.defaultAmount();
        if (asked == null) {
            return otherwise == null ? capacity.value().amount() : otherwise.amount();
        }
        CapacityRange range = policy == null ? null : policy.validRange();
        if (range != null && range.min() != null) {
            BigDecimal min = range.min().amount();
            BigDecimal amount = asked.max(min);
            if (asked.compareTo(min) >= 0 && range.step() != null) {
                int digits = rules.capacityFractions() ? 3 : 0;
                BigDecimal low = min.setScale(digits, RoundingMode.UP);
                BigDecimal step = range.step().amount().setScale(digits, RoundingMode.UP);
                BigDecimal above = asked.setScale(digits, RoundingMode.UP).subtract(low);
                amount = low.add(above.divide(step, 0, RoundingMode.UP).multiply(step));
            }
            return range.max() != null && range.max().amount().compareTo(amount) < 0 ? null : amount;
        }
        if (policy != null && !policy.validValues().isEmpty()) {
            return policy.validValues().stream()
                    .map(Quantity::amount)
                    .filter(value -> value.compareTo(asked) >= 0)
                    .findFirst()
                    .orElse(null);
        }
        return asked;
    }
}
