package io.github.workload4j.gang.proof;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What the cases above a place in a certificate allow: which groups have pods, how many pods of a class a node may hold at most and at
 * least. Immutable.
 *
 * @param states what is known of each group
 * @param settled groups of which the domain is known
 * @param nodes nodes on which pods may lie at all
 * @param caps most pods of some classes on each of some nodes
 * @param floors fewest pods of a class on a node, one for each (class, node) at most
 */
record Cases(
        Packing packing,
        Groups groups,
        Shapes shapes,
        GroupState[] states,
        BitSet settled,
        int[] nodes,
        List<Cap> caps,
        List<Floor> floors) {

    /** At most so many pods of each of some classes on each of some nodes. */
    record Cap(BitSet classes, IntPredicate nodes, int most, Reach reach) {}

    /** What the nodes of a cap are among the nodes on which pods may lie. */
    enum Reach {
        ALL,
        SOME,
        NONE
    }

    record Floor(int podClass, int node, int least) {}

    static Cases all(Packing packing, Groups groups, Shapes shapes) {
        int[] nodes = IntStream.range(0, packing.nodes().count()).toArray();
        return new Cases(packing, groups, shapes, groups.start(), new BitSet(), nodes, List.of(), List.of());
    }

    GroupState state(int group) {
        return states[group];
    }

    Cases withGroup(int group, GroupState state) {
        GroupState[] now = groups.with(states, group, state);
        List<Cap> more = caps;
        if (state == GroupState.EMPTY) {
            more = plus(caps, new Cap(groups.classes(group), node -> true, 0, Reach.ALL));
        }
        return new Cases(packing, groups, shapes, now, settled, nodes, more, floors);
    }

    /** These cases, it being known of a group in which domain it lies; {@link #inDomain} says which. */
    Cases settled(int group) {
        BitSet now = (BitSet) settled.clone();
        now.set(group);
        return new Cases(packing, groups, shapes, states, now, nodes, caps, floors);
    }

    /** These cases, a group in one domain, which has the given nodes. */
    Cases inDomain(int group, int[] domainOf, int domain, int[] inside) {
        boolean only = groups.classes(group).cardinality() == groups.classes(0).cardinality()
                && nodes.length == packing.nodes().count();
        Cap outside =
                new Cap(groups.classes(group), node -> domainOf[node] != domain, 0, only ? Reach.NONE : Reach.SOME);
        return new Cases(packing, groups, shapes, states, settled, only ? inside : nodes, plus(caps, outside), floors);
    }

    Cases keptOut(int podClass, int[] domainOf, int domain) {
        return with(new Cap(one(podClass), node -> domainOf[node] == domain, 0, Reach.SOME));
    }

    Cases atMostEach(int podClass, NodeSet nodes, int most) {
        return with(new Cap(one(podClass), bits(nodes)::get, most, Reach.SOME));
    }

    Cases atLeast(int podClass, int node, int least) {
        GroupState[] now = states;
        for (int group = 0; group < states.length; group++) {
            if (states[group] == GroupState.OPEN && groups.classes(group).get(podClass)) {
                now = groups.with(now, group, GroupState.PLACED);
            }
        }
        List<Floor> more = new ArrayList<>(floors);
        more.removeIf(floor -> floor.podClass == podClass && floor.node == node);
        more.add(new Floor(podClass, node, Math.max(least, least(podClass, node))));
        return new Cases(packing, groups, shapes, now, settled, nodes, caps, more);
    }

    /** {@return whether nodes on which pods may lie are told apart by nothing but their shape} */
    boolean arePlain() {
        return floors.isEmpty()
                && caps.stream().noneMatch(cap -> cap.reach == Reach.SOME)
                && packing.conflicts().stream()
                        .noneMatch(conflict -> conflict.a() == conflict.b() && conflict.domainOf() != null);
    }

    /** {@return most pods of a class on any node, where nodes are told apart by nothing but their shape} */
    int mostAnywhere(int podClass) {
        int most = Math.min(
                packing.classes().get(podClass).maxPerNode(),
                packing.classes().get(podClass).count());
        for (Cap cap : caps) {
            if (cap.reach == Reach.ALL && cap.classes.get(podClass)) {
                most = Math.min(most, cap.most);
            }
        }
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.a() == podClass && conflict.b() == podClass) {
                most = Math.min(most, 1);
            }
        }
        return most;
    }

    /** {@return most pods of a class on a node} */
    int most(int podClass, int node) {
        if (!shapes.mayUse(podClass, node)) {
            return 0;
        }
        int most = Math.min(
                packing.classes().get(podClass).maxPerNode(),
                packing.classes().get(podClass).count() - heldElsewhere(podClass, node));
        for (Cap cap : caps) {
            if (cap.classes.get(podClass) && cap.nodes.test(node)) {
                most = Math.min(most, cap.most);
            }
        }
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.a() == podClass
                    && conflict.b() == podClass
                    && (conflict.domainOf() == null || conflict.domainOf()[node] >= 0)) {
                most = Math.min(most, 1);
            }
            if (isTaken(conflict, podClass, node)) {
                most = 0;
            }
        }
        return most;
    }

    /** Pods of a class that other nodes are known to hold. */
    private int heldElsewhere(int podClass, int node) {
        int held = 0;
        for (Floor floor : floors) {
            if (floor.podClass == podClass && floor.node != node) {
                held = Math.addExact(held, floor.least);
            }
        }
        return held;
    }

    /** Whether another pod known to be in the node's domain keeps pods of the class off the node. */
    private boolean isTaken(Conflict conflict, int podClass, int node) {
        int[] domainOf = conflict.domainOf();
        if (domainOf == null || domainOf[node] < 0 || conflict.a() != podClass && conflict.b() != podClass) {
            return false;
        }
        int other = conflict.a() == podClass ? conflict.b() : conflict.a();
        for (Floor floor : floors) {
            if (floor.podClass == other
                    && domainOf[floor.node] == domainOf[node]
                    && (other != podClass || floor.node != node)) {
                return true;
            }
        }
        return false;
    }

    /** {@return fewest pods of a class on a node} */
    int least(int podClass, int node) {
        int least = 0;
        for (Floor floor : floors) {
            if (floor.podClass == podClass && floor.node == node) {
                least = Math.max(least, floor.least);
            }
        }
        return least;
    }

    boolean hasFloor(int node) {
        return floors.stream().anyMatch(floor -> floor.node == node);
    }

    /**
     * {@return whether any two of the nodes may be exchanged in every answer that the cases allow} Rules about classes of which no pod fits on
     * the nodes tell nothing apart.
     */
    boolean areAlike(NodeSet some) {
        if (some.size() == 1) {
            return true;
        }
        int first = some.node(0);
        BitSet fitting = new BitSet();
        for (int j = 0; j < packing.classes().size(); j++) {
            fitting.set(j, shapes.fits(j, first));
        }
        List<int[]> domains = domainsThatMatter(fitting);
        List<Cap> capsThatMatter =
                caps.stream().filter(cap -> cap.classes.intersects(fitting)).toList();
        for (int i = 0; i < some.size(); i++) {
            int node = some.node(i);
            boolean alike = shapes.areAlike(node, first)
                    && !hasFloor(node)
                    && domains.stream().allMatch(domainOf -> domainOf[node] == domainOf[first])
                    && capsThatMatter.stream().allMatch(cap -> cap.nodes.test(node) == cap.nodes.test(first));
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    /** Domains by which open groups and conflicts tell nodes apart that hold pods of the given classes only. */
    private List<int[]> domainsThatMatter(BitSet fitting) {
        List<int[]> domains = new ArrayList<>();
        for (int group = 0; group < groups.count(); group++) {
            PackingGroup it = groups.group(group);
            if (it.domainOf() != null
                    && states[group] != GroupState.EMPTY
                    && !settled.get(group)
                    && groups.classes(group).intersects(fitting)) {
                domains.add(it.domainOf());
            }
        }
        for (Conflict conflict : packing.conflicts()) {
            if (conflict.domainOf() != null && (fitting.get(conflict.a()) || fitting.get(conflict.b()))) {
                domains.add(conflict.domainOf());
            }
        }
        return domains;
    }

    private Cases with(Cap cap) {
        return new Cases(packing, groups, shapes, states, settled, nodes, plus(caps, cap), floors);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    private static BitSet one(int podClass) {
        BitSet one = new BitSet();
        one.set(podClass);
        return one;
    }

    private static BitSet bits(NodeSet nodes) {
        BitSet bits = new BitSet();
        for (int i = 0; i < nodes.size(); i++) {
            bits.set(nodes.node(i));
        }
        return bits;
    }
}
