package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.proof.Objection.Rule;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** Checks one placement against one question: node by node, then conflicts over wider domains, then the tree of groups. */
final class PlacementCheck {

    private final Packing packing;
    private final Placement placement;
    private final long[] placedOf;
    private final BitSet grouped = new BitSet();

    private PlacementCheck(Packing packing, Placement placement) {
        this.packing = packing;
        this.placement = placement;
        this.placedOf = new long[packing.classes().size()];
    }

    static Optional<Objection> objectionTo(Packing packing, Placement placement) {
        try {
            new PlacementCheck(packing, placement).check();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.objection);
        }
    }

    private void check() {
        int[] onNode = new int[placedOf.length];
        long[] used = new long[packing.nodes().resources()];
        for (int from = 0; from < placement.size(); ) {
            int to = from;
            while (to < placement.size() && placement.node(to) == placement.node(from)) {
                to++;
            }
            checkNode(from, to, onNode, used);
            from = to;
        }
        for (int j = 0; j < placedOf.length; j++) {
            if (placedOf[j] > packing.classes().get(j).count()) {
                throw new Refused(Rule.COUNT, "class " + j + ": " + placedOf[j] + " pods");
            }
        }
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() != null) {
                checkConflict(conflict, conflict.domainOf());
            }
        }
        if (placement.isEmpty()) {
            throw new Refused(Rule.GROUP, "no pod is placed");
        }
        if (!succeeds(packing.root())) {
            throw new Refused(Rule.GROUP, "the root does not succeed");
        }
        for (int i = 0; i < placement.size(); i++) {
            if (!grouped.get(placement.podClass(i))) {
                throw new Refused(Rule.GROUP, "class " + placement.podClass(i) + " belongs to no group");
            }
        }
    }

    private void checkNode(int from, int to, int[] onNode, long[] used) {
        int node = placement.node(from);
        if (node < 0 || node >= packing.nodes().count() || from > 0 && placement.node(from - 1) > node) {
            throw new Refused(Rule.SHAPE, "node " + node + " at element " + from);
        }
        Arrays.fill(used, 0);
        for (int i = from; i < to; i++) {
            int j = placement.podClass(i);
            int count = placement.count(i);
            if (j < 0 || j >= placedOf.length || count < 1 || i > from && placement.podClass(i - 1) >= j) {
                throw new Refused(Rule.SHAPE, "class " + j + ", " + count + " pods at element " + i);
            }
            PodClass podClass = packing.classes().get(j);
            if (!podClass.mayUse(node) || count > podClass.maxPerNode()) {
                throw new Refused(Rule.NODE, "class " + j + " on node " + node + ": " + count + " pods");
            }
            onNode[j] = count;
            placedOf[j] += count;
            for (int r = 0; r < used.length; r++) {
                try {
                    used[r] = Math.addExact(used[r], Math.multiplyExact(podClass.request()[r], (long) count));
                } catch (ArithmeticException overflow) {
                    throw new Refused(Rule.RESOURCE, "resource " + r + " of node " + node);
                }
            }
        }
        for (int r = 0; r < used.length; r++) {
            if (used[r] > 0 && used[r] > packing.nodes().free(r, node)) {
                throw new Refused(Rule.RESOURCE, "resource " + r + " of node " + node + ": " + used[r] + " taken");
            }
        }
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() == null
                    && (conflict.a() == conflict.b()
                            ? onNode[conflict.a()] > 1
                            : onNode[conflict.a()] > 0 && onNode[conflict.b()] > 0)) {
                throw new Refused(Rule.CONFLICT, conflict.a() + " and " + conflict.b() + " on node " + node);
            }
        }
        for (int i = from; i < to; i++) {
            onNode[placement.podClass(i)] = 0;
        }
    }

    private void checkConflict(Conflict conflict, int[] domainOf) {
        BitSet domains = new BitSet();
        for (int i = 0; i < placement.size(); i++) {
            int domain = domainOf[placement.node(i)];
            if (placement.podClass(i) == conflict.a() && domain >= 0) {
                if (conflict.a() == conflict.b() && (domains.get(domain) || placement.count(i) > 1)) {
                    throw new Refused(Rule.CONFLICT, "two pods of class " + conflict.a() + " in domain " + domain);
                }
                domains.set(domain);
            }
        }
        for (int i = 0; conflict.a() != conflict.b() && i < placement.size(); i++) {
            int domain = domainOf[placement.node(i)];
            if (placement.podClass(i) == conflict.b() && domain >= 0 && domains.get(domain)) {
                throw new Refused(Rule.CONFLICT, conflict.a() + " and " + conflict.b() + " in domain " + domain);
            }
        }
    }

    /** Whether the group succeeds; refuses if it or a group inside does not although it has pods, or lies in two domains. */
    private boolean succeeds(PackingGroup group) {
        BitSet inside = new BitSet();
        addClasses(group, inside);
        long pods = inside.stream().mapToLong(j -> placedOf[j]).sum();
        checkDomain(group, inside);
        boolean succeeds;
        if (group.children().isEmpty()) {
            grouped.or(inside);
            succeeds = pods >= group.minimum()
                    && (pods == 0
                            || inside.stream().allMatch(j -> placedOf[j] >= packing.classes().get(j).min()));
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
        for (int i = 0; i < placement.size(); i++) {
            if (inside.get(placement.podClass(i))) {
                int domain = domainOf[placement.node(i)];
                if (domain < 0 || common >= 0 && common != domain) {
                    throw new Refused(Rule.DOMAIN, "a group of classes " + inside + " uses domain " + domain);
                }
                common = domain;
            }
        }
    }

    private static void addClasses(PackingGroup group, BitSet into) {
        group.classes().forEach(into::set);
        group.children().forEach(child -> addClasses(child, into));
    }
}
