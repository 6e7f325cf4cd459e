package io.github.workload4j.gang.devices;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.NodeSelector;
import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives claims of pods on nodes their devices, in every way, not the first: pod after pod, claim after claim, request
 * after request. Exponential at worst; states that failed are remembered, and steps are counted. Not thread-safe.
 */
final class DeviceMatcher {

    static final int MOST_DEVICES = 32;

    /** Deeper, pods get their devices one after the other, and none gives its own back for the sake of another. */
    private static final long MOST_DEEP = 2_000;

    /** What failed is kept, so long texts count as steps. */
    private static final int CHARACTERS_OF_A_STEP = 64;

    /** More steps than it may take, or too deep. */
    static final class Overrun extends RuntimeException {
        private static final long serialVersionUID = 1;

        Overrun() {
            super(null, null, false, false);
        }
    }

    /** What the scheduler's allocator ends with an error at. */
    static final class Met extends RuntimeException {
        private static final long serialVersionUID = 1;

        Met(String what) {
            super(what, null, false, false);
        }
    }

    private final Inventory inventory;
    private final Asks asks;
    private final DeviceRelease release;
    private final int[] kindOf;
    private final DeviceState state;
    private final Constraints constraints;
    private final List<Need> needs;
    private final Set<String> failed = new HashSet<>();
    private final List<List<GivenDevice>> given = new ArrayList<>();

    /** Shared claims that have got their devices: where they can be used. */
    private final Map<String, ClaimReach> settled = new HashMap<>();

    /** Which claims of the pod at hand hold a device, by number of the device. */
    private Map<Integer, Set<Integer>> ofPod = new HashMap<>();

    private long steps;

    private final long most;

    /** The claim at which a search ends. */
    private int end;

    /** Whether what ends the scheduler's allocator with an error ends this, too. */
    private boolean strict;

    /** Of devices that are only looked at, whether they took of counters for that long. */
    private final Map<GivenDevice, Boolean> looks = new IdentityHashMap<>();

    DeviceMatcher(
            Inventory inventory,
            Asks asks,
            DeviceRelease release,
            int[] kindOf,
            DeviceState state,
            List<Need> needs,
            long steps) {
        this.inventory = inventory;
        this.asks = asks;
        this.release = release;
        this.kindOf = kindOf;
        this.state = state;
        this.constraints = new Constraints(release);
        this.needs = needs;
        this.steps = steps;
        this.most = steps;
        this.end = needs.size();
        for (int i = 0; i < needs.size(); i++) {
            given.add(new ArrayList<>());
        }
    }

    /**
     * {@return the devices of every claim, in its order; null if there is no way}
     *
     * @throws Overrun if that is not known within the steps and the depth
     */
    @Nullable
    List<List<GivenDevice>> match() {
        if (needs.stream().mapToLong(Need::depth).sum() <= MOST_DEEP) {
            return claim(0) ? given : null;
        }
        int from = 0;
        while (from < needs.size()) {
            end = from + 1;
            while (end < needs.size() && !needs.get(end).first()) {
                end++;
            }
            if (!claim(from)) {
                throw new Overrun();
            }
            from = end;
        }
        return given;
    }

    /**
     * Goes on after another that has given pods their devices, as the scheduler's allocator does.
     *
     * @param before who came before, or null
     */
    void inTurn(@Nullable DeviceMatcher before, boolean stopsAtErrors) {
        strict = stopsAtErrors;
        if (before != null) {
            settled.putAll(before.settled);
        }
    }

    private void fail(String what) {
        if (strict) {
            throw new Met(what);
        }
        asks.fail(what);
    }

    /** {@return the steps that were taken} */
    long taken() {
        return most - steps;
    }

    private void step() {
        if (--steps < 0) {
            throw new Overrun();
        }
    }

    private boolean claim(int i) {
        if (i == end) {
            return true;
        }
        step();
        Need need = needs.get(i);
        Map<Integer, Set<Integer>> before = ofPod;
        String key = null;
        if (need.first()) {
            ofPod = new HashMap<>();
            if (i > 0) {
                key = i + " " + state.key() + settled.keySet().stream().sorted().toList() + pins();
                if (failed.contains(key)) {
                    ofPod = before;
                    return false;
                }
            }
        }
        boolean found = settle(i, need);
        if (!found) {
            ofPod = before;
            if (key != null) {
                failed.add(key);
                steps -= key.length() / CHARACTERS_OF_A_STEP;
            }
        }
        return found;
    }

    private String pins() {
        StringBuilder pins = new StringBuilder();
        settled.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> pins.append(each.getKey())
                        .append(each.getValue().node())
                        .append(each.getValue().selectors().hashCode()));
        return pins.toString();
    }

    private boolean settle(int i, Need need) {
        Node node = inventory.node(need.node());
        switch (need.use().state()) {
            case MISSING -> {
                return false;
            }
            case ALLOCATED -> {
                NodeSelector where = need.use().where();
                return (where == null || NodeRules.isSelected(node, where)) && next(i, need);
            }
            default -> {}
        }
        ClaimReach reach = need.use().isShared() ? settled.get(need.use().key()) : null;
        if (reach != null) {
            return reach.includes(need.node(), node) && next(i, need);
        }
        return request(i, need, 0);
    }

    /** Goes on after a claim. What a pod only looked at is free again after its last. */
    private boolean next(int i, Need need) {
        if (need.use().isShared()
                && need.use().state() == ClaimUse.State.NEW
                && !settled.containsKey(need.use().key())) {
            settled.put(need.use().key(), ClaimReach.of(need.node(), given.get(i)));
            boolean found = leave(i, need);
            if (!found) {
                settled.remove(need.use().key());
            }
            return found;
        }
        return leave(i, need);
    }

    private boolean leave(int i, Need need) {
        if (!need.last()) {
            return claim(i + 1);
        }
        int mark = state.mark();
        for (int c = i; c >= 0 && needs.get(c).pod() == need.pod(); c--) {
            List<GivenDevice> own = given.get(c);
            for (int d = own.size() - 1; d >= 0; d--) {
                if (own.get(d).admin()) {
                    unlook(own.get(d));
                }
            }
        }
        boolean found = claim(i + 1);
        if (!found) {
            state.back(mark);
        }
        return found;
    }

    /** Gives back what a device that was only looked at had taken for that long. */
    private void unlook(GivenDevice each) {
        OfferedDevice device = each.device();
        boolean last = device.isShared() ? state.share(device, each.consumed(), -1) : looks.getOrDefault(each, false);
        if (last && device.isCounted()) {
            state.count(device, -1);
        }
    }

    private boolean request(int i, Need need, int r) {
        if (r == need.requests().size()) {
            return next(i, need);
        }
        DeviceRequest request = need.requests().get(r);
        for (DeviceAsk ask : request.asks()) {
            String name = request.exactly() != null ? request.name() : request.name() + "/" + ask.name();
            if (ask.isAll() ? all(i, need, r, ask, name) : exactly(i, need, r, ask, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean exactly(int i, Need need, int r, DeviceAsk ask, String name) {
        if (given.get(i).size() + ask.devices() > MOST_DEVICES) {
            return false;
        }
        List<OfferedDevice> candidates = new ArrayList<>();
        for (PoolView view : inventory.seenBy(need.node())) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                Asks.Suit suit = asks.suits(ask, device);
                if (suit == Asks.Suit.YES || suit == Asks.Suit.UNKNOWN || strict && suit == Asks.Suit.ERROR) {
                    candidates.add(device);
                }
            }
        }
        return units(i, need, r, new Wanted(ask, name, candidates, false), (int) ask.devices(), 0);
    }

    private boolean all(int i, Need need, int r, DeviceAsk ask, String name) {
        List<OfferedDevice> meant = new ArrayList<>();
        boolean open = false;
        for (PoolView view : inventory.seenBy(need.node())) {
            if (!view.broken().isEmpty()) {
                if (release.brokenPoolEndsPod()) {
                    fail("all devices are asked for, and pool " + view.key() + " is " + view.broken());
                }
                return false;
            }
            for (OfferedDevice device : view.devices()) {
                switch (asks.suits(ask, device)) {
                    case YES, BLOCKED -> {
                        boolean full = !release.allNeedsRoom() && device.isShared() && !hasRoom(ask, device);
                        if (!full) {
                            meant.add(device);
                        }
                    }
                    case ERROR -> {
                        if (strict) {
                            throw new Met(asks.error(ask, device));
                        }
                        return false;
                    }
                    case UNKNOWN -> open = true;
                    default -> {}
                }
            }
        }
        if (open) {
            // What "all" means is not known: one of any that may suit is what it needs at least.
            DeviceAsk one = new DeviceAsk(
                    ask.name(),
                    ask.deviceClassName(),
                    ask.selectors(),
                    "",
                    1,
                    ask.adminAccess(),
                    ask.tolerations(),
                    ask.capacity(),
                    ask.derivedAttributes());
            return exactly(i, need, r, one, name);
        }
        if (meant.isEmpty() || given.get(i).size() + meant.size() > MOST_DEVICES) {
            return false;
        }
        // One after the other, what comes before a device that is blocked may still end the allocator with an error.
        if (!strict && meant.stream().anyMatch(device -> asks.suits(ask, device) == Asks.Suit.BLOCKED)) {
            return false;
        }
        return units(i, need, r, new Wanted(ask, name, meant, true), meant.size(), 0);
    }

    private boolean hasRoom(DeviceAsk ask, OfferedDevice device) {
        return asks.takes(ask, device, state.shares(device)) != null;
    }

    /** What is wanted, by which name, out of which devices; all of them, or some. */
    private record Wanted(DeviceAsk ask, String name, List<OfferedDevice> candidates, boolean all) {}

    private boolean units(int i, Need need, int r, Wanted wanted, int missing, int from) {
        if (missing == 0) {
            return request(i, need, r + 1);
        }
        Set<String> tried = new HashSet<>();
        int end = wanted.all()
                ? Math.min(from + 1, wanted.candidates().size())
                : wanted.candidates().size() - (strict ? 0 : missing - 1);
        for (int c = from; c < end; c++) {
            step();
            OfferedDevice device = wanted.candidates().get(c);
            if (!tried.add(likeness(device))) {
                continue;
            }
            if (strict
                    && !state.isHeld(device)
                    && !ofPod.containsKey(device.number())
                    && asks.suits(wanted.ask(), device) == Asks.Suit.ERROR) {
                throw new Met(asks.error(wanted.ask(), device));
            }
            boolean blocked = wanted.all() && asks.suits(wanted.ask(), device) == Asks.Suit.BLOCKED;
            Undo undo = blocked ? null : give(i, need, wanted, device);
            if (undo != null) {
                if (units(i, need, r, wanted, missing - 1, c + 1)) {
                    return true;
                }
                undo.run();
            }
        }
        return false;
    }

    private String likeness(OfferedDevice device) {
        Set<Integer> claims = ofPod.get(device.number());
        return kindOf[device.number()] + (state.isHeld(device) ? "h" : "f") + (claims == null ? "" : claims);
    }

    private interface Undo {
        void run();
    }

    private @Nullable Undo give(int i, Need need, Wanted wanted, OfferedDevice device) {
        boolean admin = wanted.ask().adminAccess();
        Set<Integer> claims = ofPod.get(device.number());
        boolean shared = device.isShared();
        if (admin ? !shared && claims != null && claims.contains(i) : state.isHeld(device) || claims != null) {
            return null;
        }
        Map<String, BigDecimal> before = shared ? state.shares(device) : null;
        int mark = state.mark();
        // In the order of the allocator: counters, constraints, capacity; a broken constraint may end it.
        boolean counted = device.isCounted() && !(shared && before != null);
        if (counted) {
            state.count(device, 1);
            if (!state.isCovered(device)) {
                state.back(mark);
                return null;
            }
        }
        GivenDevice free = new GivenDevice(need.pod(), need.use().name(), wanted.name(), device, admin, Map.of());
        if (!constraints.hold(need.spec().constraints(), given.get(i), free)) {
            state.back(mark);
            if (wanted.all()) {
                fail("all devices are asked for, and " + device.key() + " breaks a constraint");
            }
            return null;
        }
        Map<String, BigDecimal> taken = asks.takes(wanted.ask(), device, before);
        if (taken == null) {
            state.back(mark);
            return null;
        }
        GivenDevice one =
                shared ? new GivenDevice(need.pod(), need.use().name(), wanted.name(), device, admin, taken) : free;
        given.get(i).add(one);
        if (admin) {
            looks.put(one, counted);
        }
        if (shared) {
            state.share(device, taken, 1);
        } else {
            ofPod.computeIfAbsent(device.number(), d -> new HashSet<>()).add(i);
            if (!admin) {
                state.hold(device);
            }
        }
        Map<Integer, Set<Integer>> pod = ofPod;
        return () -> {
            List<GivenDevice> own = given.get(i);
            own.remove(own.size() - 1);
            state.back(mark);
            Set<Integer> mine = shared ? null : pod.get(device.number());
            if (mine != null) {
                mine.remove(i);
                if (mine.isEmpty()) {
                    pod.remove(device.number());
                }
            }
        };
    }
}
