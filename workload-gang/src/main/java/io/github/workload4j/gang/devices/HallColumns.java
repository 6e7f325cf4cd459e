package io.github.workload4j.gang.devices;

import io.github.workload4j.api.device.DeviceAsk;
import io.github.workload4j.api.device.DeviceRequest;
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

/**
 * Counts devices in columns: for every set of asks, what pods ask of its devices at least, and how many there are on
 * each node. By Hall's theorem that is all that counting can say: where each request is for so many devices of a kind
 * that nobody shares, it is exact.
 */
public final class HallColumns {

    /** More asks than these, and sets of one and of all are counted alone. */
    private static final int MOST_ASKS = 6;

    /** Most limits; further ones are left out. */
    private static final int MOST_LIMITS = 64;

    private final DeviceQuestion question;
    private final List<DeviceAsk> asks;

    /**
     * A column.
     *
     * @param name what it counts
     * @param request what a pod of each class takes at least
     * @param free what there is on each node; {@link Long#MAX_VALUE} where it does not count
     * @param asks the devices that it counts suit one of these; empty if it counts no devices
     */
    public record Column(String name, long[] request, long[] free, List<DeviceAsk> asks) {}

    /**
     * Devices that several nodes reach.
     *
     * @param request what a pod of each class takes at least
     * @param nodes the nodes
     * @param atMost how many devices they reach together
     */
    public record Limit(long[] request, BitSet nodes, long atMost) {}

    private HallColumns(DeviceQuestion question) {
        this.question = question;
        List<DeviceAsk> all = new ArrayList<>();
        for (List<ClaimUse> ofClass : question.uses) {
            for (ClaimUse use : ofClass) {
                for (DeviceRequest request :
                        use.isShared() ? List.<DeviceRequest>of() : use.spec().requests()) {
                    for (DeviceAsk ask : request.asks()) {
                        if (!ask.adminAccess() && !all.contains(Asks.ofOne(ask))) {
                            all.add(Asks.ofOne(ask));
                        }
                    }
                }
            }
        }
        this.asks = all;
    }

    /** {@return the columns of a question} */
    public static List<Column> of(DeviceQuestion question) {
        return new HallColumns(question).columns();
    }

    /** {@return what nodes that reach the same devices have together, where that is less than they have each} */
    public static List<Limit> limits(DeviceQuestion question) {
        BitSet coupled = new BitSet();
        for (int n = 0; n < question.inventory.nodes(); n++) {
            coupled.set(n, !question.isAlone(n));
        }
        HallColumns all = new HallColumns(question);
        List<Limit> limits = new ArrayList<>();
        if (!coupled.isEmpty()) {
            all.sets().forEach(set -> all.addLimits(set, coupled, limits));
        }
        return limits;
    }

    private void addLimits(int set, BitSet coupled, List<Limit> limits) {
        long[] request = request(set);
        if (Arrays.stream(request).allMatch(asked -> asked == 0)) {
            return;
        }
        List<DeviceAsk> members = members(set);
        long[] free = free(set);
        Map<Integer, BitSet> reach = new TreeMap<>();
        for (int n = coupled.nextSetBit(0); n >= 0; n = coupled.nextSetBit(n + 1)) {
            for (PoolView view : free[n] == Long.MAX_VALUE ? List.<PoolView>of() : question.inventory.seenBy(n)) {
                for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                    if (!question.state.isHeld(device) && question.suitsOne(members, device)) {
                        reach.computeIfAbsent(device.number(), any -> new BitSet())
                                .set(n);
                    }
                }
            }
        }
        Set<BitSet> places = new LinkedHashSet<>(reach.values());
        BitSet all = new BitSet();
        places.forEach(all::or);
        places.add(all);
        for (BitSet place : places) {
            long devices = reach.values().stream().filter(place::intersects).count();
            boolean fewer = devices < place.stream().mapToLong(n -> free[n]).sum();
            if (fewer && limits.size() < MOST_LIMITS) {
                limits.add(new Limit(request, place, devices));
            }
        }
    }

    private List<Column> columns() {
        List<Column> found = new ArrayList<>();
        for (int set : sets()) {
            long[] request = request(set);
            if (Arrays.stream(request).anyMatch(asked -> asked > 0)) {
                long[] free = free(set);
                if (Arrays.stream(free).anyMatch(some -> some < Long.MAX_VALUE)) {
                    if (found.stream().noneMatch(column -> saysMore(column, request, free))) {
                        found.add(new Column(name(set), request, free, members(set)));
                    }
                }
            }
        }
        List<Column> columns = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        Collections.reverse(found);
        for (Column column : found) {
            String name = column.name();
            for (int i = 2; !names.add(name); i++) {
                name = column.name() + " (" + i + ")";
            }
            columns.add(new Column(name, column.request(), column.free(), column.asks()));
        }
        return columns;
    }

    /** {@return sets of asks; larger sets first: of two that have the same devices everywhere the larger says more} */
    private List<Integer> sets() {
        int n = asks.size();
        List<Integer> sets = new ArrayList<>();
        if (n <= MOST_ASKS) {
            for (int set = 1; set < 1 << n; set++) {
                sets.add(set);
            }
        } else {
            for (int a = 0; a < Math.min(n, 30); a++) {
                sets.add(1 << a);
            }
            if (n <= 30) {
                sets.add((1 << n) - 1);
            }
        }
        sets.sort(Collections.reverseOrder((a, b) -> Integer.compare(Integer.bitCount(a), Integer.bitCount(b))));
        return sets;
    }

    private static boolean saysMore(Column column, long[] request, long[] free) {
        boolean more = Arrays.equals(column.free(), free);
        for (int c = 0; more && c < request.length; c++) {
            more = column.request()[c] >= request[c];
        }
        return more;
    }

    private List<DeviceAsk> members(int set) {
        List<DeviceAsk> members = new ArrayList<>();
        for (int a = 0; a < asks.size(); a++) {
            if (a < 31 && (set >> a & 1) != 0) {
                members.add(asks.get(a));
            }
        }
        return members;
    }

    private String name(int set) {
        TreeSet<String> classes = new TreeSet<>();
        boolean narrowed = false;
        for (DeviceAsk ask : members(set)) {
            classes.add(ask.deviceClassName());
            narrowed |= !ask.selectors().isEmpty() || !ask.capacity().isEmpty();
        }
        return "devices of class " + String.join(" or ", classes) + (narrowed ? " that suit" : "");
    }

    private long[] request(int set) {
        long[] request = new long[question.uses.size()];
        for (int c = 0; c < request.length; c++) {
            for (ClaimUse use : question.uses.get(c)) {
                // What a resource asks of devices depends on the node, so that it counts where all of it does.
                for (DeviceRequest each :
                        use.isShared() ? List.<DeviceRequest>of() : use.spec().requests()) {
                    long least = Long.MAX_VALUE;
                    for (DeviceAsk ask : each.asks()) {
                        int at = ask.adminAccess() ? -1 : asks.indexOf(Asks.ofOne(ask));
                        boolean inside = at >= 0 && at < 31 && (set >> at & 1) != 0;
                        least = Math.min(least, !inside ? 0 : ask.isAll() ? 1 : ask.devices());
                    }
                    request[c] += least == Long.MAX_VALUE ? 0 : least;
                }
            }
        }
        return request;
    }

    private long[] free(int set) {
        List<DeviceAsk> members = members(set);
        TreeSet<String> resources = new TreeSet<>();
        for (List<ClaimUse> ofClass : question.uses) {
            for (ClaimUse use : ofClass) {
                for (int r = 0; r < use.resources().size(); r++) {
                    if (members.contains(
                            Asks.ofOne(use.spec().requests().get(r).asks().get(0)))) {
                        resources.add(use.resources().get(r));
                    }
                }
            }
        }
        Map<Integer, Long> byOffer = new HashMap<>();
        long[] free = new long[question.inventory.nodes()];
        for (int n = 0; n < free.length; n++) {
            int node = n;
            free[n] = byOffer.computeIfAbsent(question.offer(n), offer -> room(members, resources, node));
        }
        return free;
    }

    private long room(List<DeviceAsk> members, TreeSet<String> resources, int node) {
        for (String resource : resources) {
            if (DeviceWorld.offers(question.inventory.node(node), resource)) {
                return Long.MAX_VALUE;
            }
        }
        long count = 0;
        for (PoolView view : question.inventory.seenBy(node)) {
            for (OfferedDevice device : view.broken().isEmpty() ? view.devices() : List.<OfferedDevice>of()) {
                if (!question.state.isHeld(device) && question.suitsOne(members, device)) {
                    if (device.isShared()) {
                        return Long.MAX_VALUE;
                    }
                    count++;
                }
            }
        }
        return count;
    }
}
