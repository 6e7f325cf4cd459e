package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import io.github.workload4j.gang.proof.CheckFailure;
import io.github.workload4j.gang.proof.CheckFailure.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks one placement against one question: node by node, then conflicts over wider domains, then the tree of
 * groups. Where only what is free on some nodes has changed, those nodes are enough.
 */
final class PlacementCheck {

    private final Packing packing;
    private final Placement placement;
    private final long[] placedOf;
    private final BitSet grouped = new BitSet();

    private final PodClass[] classes;

    /** Requests by class, then resource. */
    private final long[] request;

    /** Whether what all pods ask for in all is beyond 64 bits. */
    private final boolean huge;

    /** By class, the other of each conflict on nodes in which it is the first. */
    private final Map<Integer, List<Integer>> onNodes = new HashMap<>();

    private final int[] onNode;
    private final long[] used;

    /**
     * Elements of the placement by class, and where those of each class begin and end; once it is known that classes
     * are such.
     */
    private int[] elements = new int[0];

    private int[] begin = new int[0];

    private PlacementCheck(Packing packing, Placement placement) {
        this.packing = packing;
        this.placement = placement;
        this.placedOf = new long[packing.classes().size()];
        this.classes = packing.classes().toArray(new PodClass[0]);
        this.used = new long[packing.nodes().resources()];
        this.request = new long[classes.length * used.length];
        this.huge = copyRequests();
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() == null) {
                onNodes.computeIfAbsent(conflict.a(), a -> new ArrayList<>()).add(conflict.b());
            }
        }
        this.onNode = new int[placedOf.length];
    }

    private boolean copyRequests() {
        long[] all = new long[used.length];
        boolean beyond = false;
        for (int j = 0; j < classes.length; j++) {
            for (int r = 0; r < used.length; r++) {
                long asked = classes[j].request()[r];
                request[j * used.length + r] = asked;
                long product = asked * classes[j].count();
                all[r] += product;
                beyond |= Math.multiplyHigh(asked, classes[j].count()) != 0 || product < 0 || all[r] < 0;
            }
        }
        return beyond;
    }

    static Optional<CheckFailure> objectionTo(Packing packing, Placement placement) {
        try {
            new PlacementCheck(packing, placement).check();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.objection);
        }
    }

    /**
     * {@return why a placement that answers a question does not answer the same question about other nodes, or empty
     * if it does}
     *
     * @param nodes the nodes that differ
     */
    static Optional<CheckFailure> objectionTo(Packing packing, Placement placement, int[] nodes) {
        PlacementCheck check = new PlacementCheck(packing, placement);
        try {
            for (int node : nodes) {
                int from = check.firstOn(node);
                check.checkNode(from, check.endOf(from, node));
            }
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.objection);
        }
    }

    private int firstOn(int node) {
        int low = 0;
        int high = placement.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (placement.node(middle) < node) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int endOf(int from, int node) {
        int to = from;
        while (to < placement.size() && placement.node(to) == node) {
            to++;
        }
        return to;
    }

    private void check() {
        for (int from = 0; from < placement.size(); ) {
            int to = endOf(from, placement.node(from));
            checkNode(from, to);
            from = to;
        }
        for (int j = 0; j < placedOf.length; j++) {
            if (placedOf[j] > classes[j].count()) {
                throw new Refused(Rule.COUNT, "class " + j + ": " + placedOf[j] + " pods");
            }
        }
        sortByClass();
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() != null) {
                checkConflict(conflict, conflict.domainOf());
            }
        }
        for (SharedLimit limit : packing.limits()) {
            checkLimit(limit);
        }
        for (EvenSpread spread : packing.spreads()) {
            checkSpread(spread);
        }
        if (placement.isEmpty()) {
            throw new Refused(Rule.GROUP, "no pod is placed");
        }
        if (!succeeds(packing.root())) {
            throw new Refused(Rule.GROUP, "the root does not succeed");
        }
        for (int j = 0; j < placedOf.length; j++) {
            if (placedOf[j] > 0 && !grouped.get(j)) {
                throw new Refused(Rule.GROUP, "class " + j + " belongs to no group");
            }
        }
    }

    private void checkLimit(SharedLimit limit) {
        long left = limit.atMost();
        for (int i = 0; i < placement.size(); i++) {
            long amount = limit.concerns(placement.node(i)) ? limit.amounts()[placement.podClass(i)] : 0;
            if (amount > 0 && placement.count(i) > left / amount) {
                throw new Refused(Rule.RESOURCE, "more than " + limit.atMost() + " of what nodes share");
            }
            left -= amount * placement.count(i);
        }
    }

    private void checkSpread(EvenSpread spread) {
        long[] all = placedIn(spread, spread.classes());
        long fewest = Long.MAX_VALUE;
        for (int d = 0; d < all.length; d++) {
            fewest = Math.min(fewest, spread.counts()[d] + all[d]);
        }
        for (int limit : spread.limits()) {
            long[] placed = placedIn(spread, spread.upTo(limit));
            for (int d = 0; d < placed.length; d++) {
                if (placed[d] > 0 && spread.counts()[d] + placed[d] - fewest > limit) {
                    throw new Refused(Rule.DOMAIN, "pods of classes " + spread.upTo(limit) + " are not spread evenly");
                }
            }
        }
    }

    /** Pods of some classes, by domain of a spread. */
    private long[] placedIn(EvenSpread spread, List<Integer> classes) {
        long[] placed = new long[spread.counts().length];
        for (int i = 0; i < placement.size(); i++) {
            int domain = spread.domainOf()[placement.node(i)];
            if (domain >= 0 && classes.contains(placement.podClass(i))) {
                placed[domain] += placement.count(i);
            }
        }
        return placed;
    }

    private void sortByClass() {
        begin = new int[classes.length + 1];
        elements = new int[placement.size()];
        for (int i = 0; i < elements.length; i++) {
            begin[placement.podClass(i) + 1]++;
        }
        for (int j = 0; j < classes.length; j++) {
            begin[j + 1] += begin[j];
        }
        int[] next = begin.clone();
        for (int i = 0; i < elements.length; i++) {
            elements[next[placement.podClass(i)]++] = i;
        }
    }

    private void checkNode(int from, int to) {
        if (from == to) {
            return;
        }
        int node = placement.node(from);
        if (node < 0 || node >= packing.nodes().count() || from > 0 && placement.node(from - 1) > node) {
            throw new Refused(Rule.SHAPE, "node " + node + " at element " + from);
        }
        Arrays.fill(used, 0);
        for (int i = from; i < to; i++) {
            int j = placement.podClass(i);
            int count = placement.count(i);
            if (j < 0 || j >= classes.length || count < 1 || i > from && placement.podClass(i - 1) >= j) {
                throw new Refused(Rule.SHAPE, "class " + j + ", " + count + " pods at element " + i);
            }
            PodClass podClass = classes[j];
            if (!podClass.mayUse(node) || count > podClass.maxPerNode()) {
                throw new Refused(Rule.NODE, "class " + j + " on node " + node + ": " + count + " pods");
            }
            if (count > podClass.count()) {
                throw new Refused(Rule.COUNT, "class " + j + ": " + count + " pods on node " + node);
            }
            onNode[j] = count;
            placedOf[j] += count;
            int offset = j * used.length;
            for (int r = 0; r < used.length; r++) {
                used[r] += huge ? exactly(r, request[offset + r], count, node) : request[offset + r] * count;
            }
        }
        for (int r = 0; r < used.length; r++) {
            if (used[r] > 0 && used[r] > packing.nodes().free(r, node)) {
                throw new Refused(Rule.RESOURCE, "resource " + r + " of node " + node + ": " + used[r] + " taken");
            }
        }
        for (int i = from; i < to && !onNodes.isEmpty(); i++) {
            int a = placement.podClass(i);
            for (int b : onNodes.getOrDefault(a, List.of())) {
                if (onNode[b] > (a == b ? 1 : 0)) {
                    throw new Refused(Rule.CONFLICT, a + " and " + b + " on node " + node);
                }
            }
        }
        for (int i = from; i < to; i++) {
            onNode[placement.podClass(i)] = 0;
        }
    }

    /** What some pods ask of a resource, if the node's sum stays within 64 bits. */
    private long exactly(int r, long asked, int count, int node) {
        try {
            long product = Math.multiplyExact(asked, (long) count);
            Math.addExact(used[r], product);
            return product;
        } catch (ArithmeticException overflow) {
            throw new Refused(Rule.RESOURCE, "resource " + r + " of node " + node);
        }
    }

    private void checkConflict(Conflict conflict, int[] domainOf) {
        int a = conflict.a();
        int b = conflict.b();
        if (placedOf[a] == 0 || placedOf[b] == 0) {
            return;
        }
        int[] domains = new int[begin[a + 1] - begin[a]];
        int size = 0;
        for (int e = begin[a]; e < begin[a + 1]; e++) {
            int domain = domainOf[placement.node(elements[e])];
            if (domain >= 0) {
                domains[size++] = domain;
                if (a == b && placement.count(elements[e]) > 1) {
                    throw twoIn(domain, a);
                }
            }
        }
        Arrays.sort(domains, 0, size);
        for (int i = 1; a == b && i < size; i++) {
            if (domains[i] == domains[i - 1]) {
                throw twoIn(domains[i], a);
            }
        }
        for (int e = begin[b]; a != b && e < begin[b + 1]; e++) {
            int domain = domainOf[placement.node(elements[e])];
            if (domain >= 0 && Arrays.binarySearch(domains, 0, size, domain) >= 0) {
                throw new Refused(Rule.CONFLICT, a + " and " + b + " in domain " + domain);
            }
        }
    }

    private static Refused twoIn(int domain, int podClass) {
        return new Refused(Rule.CONFLICT, "two pods of class " + podClass + " in domain " + domain);
    }

    /**
     * Whether the group succeeds; refuses if it or a group inside does not although it has pods, or lies in two
     * domains.
     */
    private boolean succeeds(PackingGroup group) {
        BitSet inside = new BitSet();
        addClasses(group, inside);
        long pods = 0;
        boolean enough = true;
        for (int j = inside.nextSetBit(0); j >= 0; j = inside.nextSetBit(j + 1)) {
            pods += placedOf[j];
            enough &= placedOf[j] >= classes[j].min();
        }
        checkDomain(group, inside);
        boolean succeeds;
        if (group.children().isEmpty()) {
            grouped.or(inside);
            succeeds = pods >= group.minimum() && (pods == 0 || enough);
        } else {
            int successes = 0;
            for (PackingGroup child : group.children()) {
                successes += succeeds(child) ? 1 : 0;
            }
            succeeds = successes >= group.minimum();
        }
        if (pods > 0 && !succeeds) {
            throw new Refused(Rule.GROUP, "a group of classes " + inside + " has pods but does not succeed");
        }
        return succeeds;
    }

    private void checkDomain(PackingGroup group, BitSet inside) {
        int[] domainOf = group.domainOf();
        if (domainOf == null) {
            return;
        }
        int common = -1;
        for (int j = inside.nextSetBit(0); j >= 0; j = inside.nextSetBit(j + 1)) {
            for (int e = begin[j]; e < begin[j + 1]; e++) {
                int domain = domainOf[placement.node(elements[e])];
                if (domain < 0 || common >= 0 && common != domain) {
                    throw new Refused(Rule.DOMAIN, "a group of classes " + inside + " uses domain " + domain);
                }
                common = domain;
            }
        }
    }

    private static void addClasses(PackingGroup group, BitSet into) {
        for (int podClass : group.classes()) {
            into.set(podClass);
        }
        for (PackingGroup child : group.children()) {
            addClasses(child, into);
        }
    }
}
