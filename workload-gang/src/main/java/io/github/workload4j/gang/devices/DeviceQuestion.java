package io.github.workload4j.gang.devices;

import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceConstraint;
import io.github.workload4j.api.device.DeviceRequest;
import io.github.workload4j.api.device.ResourceClaimSpec;
import io.github.workload4j.gang.eligibility.NodeRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The claims of the pods of a question, against the devices of a cluster: what must hold, in columns, and which devices
 * pods on nodes can be given. What is public is safe to share between threads, one at a time.
 */
public final class DeviceQuestion {

    /** Steps of one look at pods on one node, or on nodes that share devices. */
    private static final long MOST_STEPS = 200_000;

    /** Steps of all looks while a question is opened, which no budget counts. */
    private static final long MOST_AT_OPENING = 500_000;

    /** Characters of the looks that are known; beyond them they are forgotten. */
    private static final int MOST_KNOWN = 16 << 20;

    final DeviceWorld world;
    final Inventory inventory;
    final List<List<ClaimUse>> uses;
    final Kinds kinds;
    final DeviceState state;

    /** For each node the first of those that are coupled with it by devices. */
    private final int[] coupled;

    private final int[] offerOf;
    private final Map<String, Boolean> known = new HashMap<>();
    private final BitSet alone = new BitSet();
    private long charactersKnown;
    private long taken;

    /** More was to be looked at than steps allow. */
    public static final class Open extends Exception {
        private static final long serialVersionUID = 1;

        Open() {
            super("too many ways to give devices", null, false, false);
        }
    }

    /** A question about classes of pods with these claims. */
    public DeviceQuestion(DeviceWorld world, List<List<ClaimUse>> uses) {
        this.world = world;
        this.inventory = world.inventory;
        this.uses = uses;
        Set<DeviceAsk> asks = new LinkedHashSet<>();
        TreeSet<String> attributes = new TreeSet<>();
        for (List<ClaimUse> ofClass : uses) {
            for (ClaimUse use : ofClass) {
                for (DeviceRequest request : use.spec().requests()) {
                    asks.addAll(request.asks());
                }
                for (DeviceConstraint constraint : use.spec().constraints()) {
                    attributes.add(String.valueOf(constraint.matchAttribute()));
                    attributes.add(String.valueOf(constraint.distinctAttribute()));
                }
            }
        }
        this.kinds = new Kinds(world, List.copyOf(asks), List.copyOf(attributes));
        this.state = new DeviceState(inventory, kinds.kindOf());
        this.coupled = Coupling.of(inventory, kinds);
        this.offerOf = offers();
    }

    /** The same question for another caller, with what is known so far; nobody may be asking that one. */
    public DeviceQuestion(DeviceQuestion like) {
        this.world = new DeviceWorld(like.world);
        this.inventory = like.inventory;
        this.uses = like.uses;
        this.kinds = like.kinds;
        this.state = new DeviceState(inventory, kinds.kindOf());
        this.coupled = like.coupled;
        this.offerOf = like.offerOf;
        this.alone.or(like.alone);
        this.known.putAll(like.known);
        this.charactersKnown = like.charactersKnown;
        this.taken = like.taken;
    }

    private int[] offers() {
        int[] of = new int[inventory.nodes()];
        int[] sizes = new int[of.length];
        for (int n : coupled) {
            sizes[n]++;
        }
        Set<String> resources = new TreeSet<>();
        uses.forEach(ofClass -> ofClass.forEach(use -> resources.addAll(use.resources())));
        Map<String, Integer> numbers = new HashMap<>();
        boolean selects = uses.stream().flatMap(List::stream).anyMatch(use -> use.where() != null);
        for (int n = 0; n < of.length; n++) {
            Node node = inventory.node(n);
            StringBuilder offer = new StringBuilder();
            resources.forEach(resource -> offer.append(DeviceWorld.offers(node, resource) ? '1' : '0'));
            alone.set(n, sizes[coupled[n]] == 1);
            offer.append(alone.get(n) && !selects ? kinds.offer(n, state) : "#" + n);
            of[n] = numbers.computeIfAbsent(offer.toString(), o -> numbers.size());
        }
        return of;
    }

    /** {@return whether devices of this node are reached from no other} */
    public boolean isAlone(int node) {
        return alone.get(node);
    }

    /** {@return whether no pods share a claim that has no devices yet} */
    public boolean isWithoutSharing() {
        return uses.stream()
                .flatMap(List::stream)
                .noneMatch(use -> use.isShared() && use.state() == ClaimUse.State.NEW);
    }

    /** {@return a number that is equal for nodes that offer the same devices} */
    public int offer(int node) {
        return offerOf[node];
    }

    /**
     * {@return what may make the scheduler's allocator end with an error, so that it gives a pod up; empty if nothing}
     *
     * @param eligible for each class the nodes that are looked at, as bits; null for all
     */
    public synchronized List<String> errors(List<long @Nullable []> eligible) {
        new AllocatorErrors(this).note(eligible);
        return Collections.unmodifiableList(world.asks.errors());
    }

    /** {@return the selectors that could not be asked} */
    public List<String> unknown() {
        return Collections.unmodifiableList(world.asks.unknown());
    }

    /** {@return the claims of a pod of a class on a node} */
    List<Need> needs(int pod, int podClass, int node) {
        List<Need> needs = new ArrayList<>();
        List<ClaimUse> own = uses.get(podClass);
        for (int c = 0; c < own.size(); c++) {
            ClaimUse use = own.get(c);
            ResourceClaimSpec spec = DeviceWorld.on(inventory.node(node), use);
            needs.add(new Need(pod, node, use, spec, c == 0, c == own.size() - 1));
        }
        return needs;
    }

    /**
     * {@return the nodes on which a pod of a class can have its claims if nobody else comes, as bits}
     *
     * @param misfits gets what is learned
     */
    public synchronized long[] open(int podClass, Misfits misfits) {
        long[] open = new long[inventory.nodes() + 63 >> 6];
        int[] one = new int[uses.size()];
        one[podClass] = 1;
        for (int n = 0; n < inventory.nodes(); n++) {
            if (isWhereItsDevicesAre(podClass, n) && !misfits.has(n, one)) {
                open[n >> 6] |= 1L << (n & 63);
            }
        }
        return open;
    }

    /** {@return whether the claims of a pod of a class that have devices can be used on a node} */
    boolean isWhereItsDevicesAre(int podClass, int node) {
        return uses.get(podClass).stream()
                .allMatch(use -> use.where() == null || NodeRules.isSelected(inventory.node(node), use.where()));
    }

    /**
     * {@return whether a claim that these pods share, and that may get its devices on another node, would find them on
     * this one as well}
     */
    boolean isSeenAlike(int[] counts) {
        for (int c = 0; c < counts.length; c++) {
            for (ClaimUse use : counts[c] == 0 ? List.<ClaimUse>of() : uses.get(c)) {
                boolean shared = use.isShared() && use.state() == ClaimUse.State.NEW;
                if (shared
                        && (!inventory.isWhole()
                                || use.spec().requests().stream().anyMatch(Asks::isForAll))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return whether claims of pods, this many of each class, are all there and ask for classes that are} */
    boolean mayHave(int[] counts) {
        return IntStream.range(0, counts.length)
                .noneMatch(c -> counts[c] > 0
                        && uses.get(c).stream()
                                .anyMatch(use -> !world.impossible(use).isEmpty()));
    }

    /**
     * {@return whether this many pods of each class may have devices on a node, as far as that is looked at while a
     * question is opened}
     */
    boolean seemsToFit(int node, int[] counts) {
        return taken > MOST_AT_OPENING || mayFit(node, counts);
    }

    /** {@return whether this many pods of each class can have devices on a node; true also if that is not known} */
    public synchronized boolean mayFit(int node, int[] counts) {
        String key = offerOf[node] + Arrays.toString(counts);
        Boolean fits = known.get(key);
        if (fits == null) {
            int[] of = IntStream.range(0, counts.length)
                    .flatMap(c -> IntStream.generate(() -> c).limit(counts[c]))
                    .toArray();
            int[] on = new int[of.length];
            Arrays.fill(on, node);
            try {
                fits = match(of, on) != null;
            } catch (Open open) {
                fits = true;
            }
            remember(key, fits);
        }
        return fits;
    }

    private void remember(String key, boolean fits) {
        charactersKnown += key.length();
        if (charactersKnown > MOST_KNOWN) {
            known.clear();
            charactersKnown = key.length();
        }
        known.put(key, fits);
    }

    /** {@return the steps of all looks until now} */
    public synchronized long taken() {
        return taken;
    }

    /**
     * {@return the devices of pods on nodes; null if they cannot all have some}
     *
     * @param of class of each pod
     * @param on node of each pod
     * @throws Open if that took too many steps to find out
     */
    public synchronized @Nullable Assigned assign(int[] of, int[] on) throws Open {
        Map<String, Integer> consumers = new HashMap<>();
        for (int c : of) {
            for (ClaimUse use : uses.get(c)) {
                if (use.isShared() && consumers.merge(use.key(), 1, Integer::sum) > use.consumers()) {
                    return null;
                }
            }
        }
        int[] root = coupled.clone();
        Map<String, Integer> first = new HashMap<>();
        for (int p = 0; p < of.length; p++) {
            for (ClaimUse use : uses.get(of[p])) {
                if (use.isShared() && use.state() == ClaimUse.State.NEW) {
                    Integer before = first.putIfAbsent(use.key(), on[p]);
                    if (before != null) {
                        Coupling.union(root, before, on[p]);
                    }
                }
            }
        }
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        for (int p = 0; p < of.length; p++) {
            parts.computeIfAbsent(Coupling.find(root, on[p]), r -> new ArrayList<>())
                    .add(p);
        }
        List<Integer> order = new ArrayList<>();
        List<List<GivenDevice>> devices = new ArrayList<>();
        for (int p = 0; p < of.length; p++) {
            devices.add(new ArrayList<>());
        }
        Map<String, List<GivenDevice>> ofShared = new HashMap<>();
        for (List<Integer> part : parts.values()) {
            Matched some = match(
                    part.stream().mapToInt(p -> of[p]).toArray(),
                    part.stream().mapToInt(p -> on[p]).toArray());
            if (some == null) {
                return null;
            }
            some.order().forEach(p -> order.add(part.get(p)));
            for (int c = 0; c < some.needs().size(); c++) {
                Need need = some.needs().get(c);
                List<GivenDevice> own = some.given().get(c);
                if (need.use().isShared()) {
                    own = ofShared.merge(need.use().key(), own, (known, none) -> known).stream()
                            .map(each -> each.as(need.use().name()))
                            .toList();
                }
                devices.get(part.get(need.pod())).addAll(own);
            }
        }
        return new Assigned(order, devices);
    }

    /**
     * Devices for pods.
     *
     * @param order the order in which the pods can come
     * @param devices the devices of each pod; of a claim that pods share, with each
     */
    public record Assigned(List<Integer> order, List<List<GivenDevice>> devices) {}

    private record Matched(List<Integer> order, List<Need> needs, List<List<GivenDevice>> given) {}

    private @Nullable Matched match(int[] of, int[] on) throws Open {
        for (List<Integer> order : new PodOrders(this, of, on).all()) {
            Matched found = inOrder(order, of, on);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Matched inOrder(List<Integer> order, int[] of, int[] on) throws Open {
        List<Need> needs = new ArrayList<>();
        for (int p : order) {
            needs.addAll(needs(p, of[p], on[p]));
        }
        if (needs.size() > 2_000) {
            throw new Open();
        }
        int mark = state.mark();
        DeviceMatcher matcher = matcher(needs, MOST_STEPS);
        try {
            List<List<GivenDevice>> found = matcher.match();
            return found == null ? null : new Matched(order, needs, found);
        } catch (DeviceMatcher.Overrun overrun) {
            throw new Open();
        } finally {
            taken += matcher.taken();
            state.back(mark);
        }
    }

    DeviceMatcher matcher(List<Need> needs, long steps) {
        return new DeviceMatcher(inventory, world.asks, world.release, kinds.kindOf(), state, needs, steps);
    }

    /**
     * {@return whether pods that come one after the other to these nodes all get devices as the scheduler gives them,
     * and its allocator ends with an error for none of them on any node; false also if that is not known}
     *
     * @param of class of each pod
     * @param on node of each pod
     * @param eligible for each class the nodes that are looked at, as bits; null for all
     */
    public synchronized boolean meetsNoError(int[] of, int[] on, List<long @Nullable []> eligible) {
        return new FirstFit(this).meetsNoError(of, on, eligible);
    }

    /**
     * {@return the first of some pods that gets no devices if each takes the first that will do, in this order; null if
     * all get some}
     *
     * @throws Open if there is too much to look at
     */
    public synchronized @Nullable Refused refused(int[] of, int[] on) throws Open {
        FirstFit.Failure failure = new FirstFit(this).failure(of, on);
        if (failure == null) {
            return null;
        }
        Assigned together = assign(of, on);
        for (GivenDevice own :
                together == null ? List.<GivenDevice>of() : together.devices().get(failure.pod())) {
            Integer taker = failure.takers().get(own.device().number());
            if (taker != null) {
                return new Refused(failure.pod(), own.device().device().name(), taker);
            }
        }
        return new Refused(failure.pod(), "", -1);
    }

    /**
     * A pod that gets no devices.
     *
     * @param pod which
     * @param device a device that it could have had, or empty if it is not that
     * @param taker the pod that has that device, or -1
     */
    public record Refused(int pod, String device, int taker) {}

    /** {@return how many free devices that a node sees suit one of some asks} */
    int count(List<DeviceAsk> asks, int node) {
        int count = 0;
        for (PoolView view : inventory.seenBy(node)) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                if (!state.isHeld(device) && suitsOne(asks, device)) {
                    count++;
                }
            }
        }
        return count;
    }

    boolean suitsOne(List<DeviceAsk> asks, OfferedDevice device) {
        for (DeviceAsk ask : asks) {
            Asks.Suit suit = world.asks.suits(ask, device);
            if (suit == Asks.Suit.YES || suit == Asks.Suit.UNKNOWN) {
                return true;
            }
        }
        return false;
    }
}
