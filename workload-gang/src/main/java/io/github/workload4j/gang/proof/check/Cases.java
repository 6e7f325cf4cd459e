package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.EvenSpread;
import io.github.workload4j.gang.proof.NodeSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What the cases above a place in a certificate allow: which groups have pods, how many pods of a class a node may
 * hold at most and at least. Immutable.
 *
 * @param states what is known of each group
 * @param settled groups whose domain is known
 * @param nodes nodes on which pods may lie at all
 * @param caps most pods of some classes on each of some nodes
 * @param floors fewest pods of a class on a node, one for each (class, node) at most
 * @param rows what rows hold
 */
record Cases(
        Asked asked,
        GroupState[] states,
        BitSet settled,
        int[] nodes,
        List<Cap> caps,
        List<Floor> floors,
        NodeRows.Bounds rows) {

    /** A limit: at most {@code most} pods of each of some classes on each of some nodes. */
    record Cap(BitSet classes, IntPredicate nodes, int most, Reach reach) {}

    /** What the nodes of a cap are among the nodes on which pods may lie. */
    enum Reach {
        ALL,
        SOME,
        NONE
    }

    record Floor(int podClass, int node, int least) {}

    static Cases all(Asked asked) {
        int[] nodes = new int[asked.packing().nodes().count()];
        for (int n = 0; n < nodes.length; n++) {
            nodes[n] = n;
        }
        return new Cases(
                asked,
                asked.groups().start(),
                new BitSet(),
                nodes,
                List.of(),
                List.of(),
                asked.rows().start());
    }

    private NumberedGroups groups() {
        return asked.groups();
    }

    GroupState state(int group) {
        return states[group];
    }

    Cases withGroup(int group, GroupState state) {
        GroupState[] now = groups().with(states, group, state);
        List<Cap> more = caps;
        if (state == GroupState.EMPTY) {
            more = plus(caps, new Cap(groups().classes(group), node -> true, 0, Reach.ALL));
        }
        return new Cases(asked, now, settled, nodes, more, floors, rows);
    }

    /** These cases, it being known of a group in which domain it lies; {@link #inDomain} says which. */
    Cases settled(int group) {
        BitSet now = (BitSet) settled.clone();
        now.set(group);
        return new Cases(asked, states, now, nodes, caps, floors, rows);
    }

    /** These cases, a group in one domain, which has the given nodes. */
    Cases inDomain(int group, int[] domainOf, int domain, int[] inside) {
        boolean only =
                groups().classes(group).cardinality() == groups().classes(0).cardinality()
                        && nodes.length == asked.packing().nodes().count();
        Cap outside =
                new Cap(groups().classes(group), node -> domainOf[node] != domain, 0, only ? Reach.NONE : Reach.SOME);
        return new Cases(asked, states, settled, only ? inside : nodes, plus(caps, outside), floors, rows);
    }

    Cases keptOut(int podClass, int[] domainOf, int domain) {
        return with(new Cap(one(podClass), node -> domainOf[node] == domain, 0, Reach.SOME));
    }

    Cases atMostEach(int podClass, NodeSet nodes, int most) {
        return with(new Cap(one(podClass), bits(nodes)::get, most, Reach.SOME));
    }

    /**
     * These cases, a node holding at least {@code least} pods of a class, which keeps classes in conflict with it out
     * of the node's domains.
     */
    Cases atLeast(int podClass, int node, int least) {
        GroupState[] now = states;
        for (int group = 0; group < states.length; group++) {
            if (now[group] == GroupState.OPEN && groups().classes(group).get(podClass)) {
                now = groups().with(now, group, GroupState.PLACED);
            }
        }
        List<Floor> more = new ArrayList<>(floors);
        more.removeIf(floor -> floor.podClass == podClass && floor.node == node);
        more.add(new Floor(podClass, node, Math.max(least, least(podClass, node))));
        List<Cap> fewer = new ArrayList<>(caps);
        for (ClassRules.Wide wide : asked.rules().wide(podClass)) {
            int[] domainOf = wide.domainOf();
            int domain = domainOf[node];
            boolean itself = wide.other() == podClass;
            if (domain >= 0) {
                IntPredicate near = n -> domainOf[n] == domain && !(itself && n == node);
                fewer.add(new Cap(one(wide.other()), near, 0, Reach.SOME));
            }
        }
        return new Cases(asked, now, settled, nodes, fewer, more, rows);
    }

    /** These cases, all domains of a spread having some pods in the end, or else one having fewer. */
    Cases withLevel(int spread, int pods, boolean reached) {
        EvenSpread rule = asked.packing().spreads().get(spread);
        NodeRows all = asked.rows();
        NodeRows.Bounds now = reached ? all.reached(rows, spread, rule, pods) : all.missed(rows, spread, rule, pods);
        return new Cases(asked, states, settled, nodes, caps, floors, now);
    }

    /** {@return whether nodes on which pods may lie are told apart by nothing but their shape} */
    boolean arePlain() {
        boolean plain = floors.isEmpty() && asked.rules().alone().isEmpty();
        for (Cap cap : caps) {
            plain &= cap.reach != Reach.SOME;
        }
        return plain;
    }

    /** {@return most pods of a class on any node, where nodes are told apart by nothing but their shape} */
    int mostAnywhere(int podClass) {
        int most = asked.rules().most(podClass);
        for (Cap cap : caps) {
            if (cap.reach == Reach.ALL && cap.classes.get(podClass)) {
                most = Math.min(most, cap.most);
            }
        }
        return most;
    }

    /** {@return most pods of a class on a node; less than 0 if other nodes are known to hold more than there are} */
    int most(int podClass, int node) {
        if (!asked.shapes().mayUse(podClass, node)) {
            return 0;
        }
        long left = asked.packing().classes().get(podClass).count() - heldElsewhere(podClass, node);
        int most = (int) Math.max(-1, Math.min(asked.rules().most(podClass), left));
        for (Cap cap : caps) {
            if (cap.most < most && cap.classes.get(podClass) && cap.nodes.test(node)) {
                most = cap.most;
            }
        }
        for (ClassRules.Wide wide : asked.rules().wide(podClass)) {
            if (wide.other() == podClass && wide.domainOf()[node] >= 0) {
                most = Math.min(most, 1);
            }
        }
        return most;
    }

    /** Pods of a class that other nodes are known to hold. */
    private long heldElsewhere(int podClass, int node) {
        long held = 0;
        for (Floor floor : floors) {
            if (floor.podClass == podClass && floor.node != node) {
                held += floor.least;
            }
        }
        return held;
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
     * {@return whether any two of the nodes may be exchanged in every answer that the cases allow}
     *
     * <p>Rules about classes with no pod that fits on the nodes tell nothing apart.
     */
    boolean areAlike(NodeSet some, Work work) {
        if (some.size() == 1) {
            return true;
        }
        int first = some.node(0);
        BitSet fitting = new BitSet();
        for (int j = 0; j < asked.packing().classes().size(); j++) {
            fitting.set(j, asked.shapes().fits(j, first));
        }
        List<int[]> domains = domainsThatMatter(fitting);
        List<Cap> capsThatMatter =
                caps.stream().filter(cap -> cap.classes.intersects(fitting)).toList();
        List<BitSet> rowsThatMatter = rowsThatMatter(fitting);
        for (int i = 0; i < some.size(); i++) {
            int node = some.node(i);
            work.look(8 + domains.size() + capsThatMatter.size() + rowsThatMatter.size());
            boolean alike = asked.shapes().areAlike(node, first)
                    && !hasFloor(node)
                    && domains.stream().allMatch(domainOf -> domainOf[node] == domainOf[first])
                    && capsThatMatter.stream().allMatch(cap -> cap.nodes.test(node) == cap.nodes.test(first))
                    && rowsThatMatter.stream().allMatch(row -> row.get(node) == row.get(first));
            if (!alike) {
                return false;
            }
        }
        return true;
    }

    /** The nodes of rows of which pods of some classes take anything. */
    private List<BitSet> rowsThatMatter(BitSet fitting) {
        List<BitSet> nodes = new ArrayList<>();
        for (int i = 0; i < asked.rows().size(); i++) {
            NodeRows.Row row = asked.rows().row(i);
            if (fitting.stream().anyMatch(j -> row.amounts()[j] > 0)) {
                nodes.add(row.nodes());
            }
        }
        return nodes;
    }

    /** Domains by which open groups and conflicts tell nodes apart that hold pods of the given classes only. */
    private List<int[]> domainsThatMatter(BitSet fitting) {
        List<int[]> domains = new ArrayList<>();
        for (int group = 0; group < groups().count(); group++) {
            int[] domainOf = groups().group(group).domainOf();
            if (domainOf != null
                    && states[group] != GroupState.EMPTY
                    && !settled.get(group)
                    && groups().classes(group).intersects(fitting)) {
                domains.add(domainOf);
            }
        }
        for (ClassRules.Label label : asked.rules().labels()) {
            if (label.classes().intersects(fitting)) {
                domains.add(label.domainOf());
            }
        }
        return domains;
    }

    private Cases with(Cap cap) {
        return new Cases(asked, states, settled, nodes, plus(caps, cap), floors, rows);
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
