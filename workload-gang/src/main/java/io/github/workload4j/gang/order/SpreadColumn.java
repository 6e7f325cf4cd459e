package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingNodes;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A column of a packing that stands for one spread constraint of several classes whose domains are single nodes: each
 * of their pods takes 1 of what the constraint leaves on a node in the end.
 *
 * @param classes the classes that have the constraint, and count each other
 * @param room how many of their pods each node takes at most
 */
record SpreadColumn(BitSet classes, long[] room) {

    /**
     * {@return a column for each set of constraints, in order}
     *
     * @param alike sets of constraints that count the same pods in the same way, of which domains are single nodes
     * @param least what the smallest count of a constraint can become at most; empty if there is none
     */
    static List<SpreadColumn> of(Packing packing, List<List<Spread>> alike, Function<Spread, OptionalLong> least) {
        List<SpreadColumn> columns = new ArrayList<>();
        for (List<Spread> rules : alike) {
            highest(rules, least).ifPresent(highest -> columns.add(of(rules, highest, packing)));
        }
        return columns;
    }

    /** {@return the highest count that one of the rules allows in the end; empty if one allows any} */
    private static OptionalLong highest(List<Spread> rules, Function<Spread, OptionalLong> least) {
        long highest = 0;
        for (Spread rule : rules) {
            OptionalLong smallest = least.apply(rule);
            if (smallest.isEmpty()) {
                return OptionalLong.empty();
            }
            highest = Math.max(highest, rule.maxSkew() + smallest.getAsLong());
        }
        return OptionalLong.of(highest);
    }

    /** {@return whether each domain of a constraint is one node} */
    static boolean isOfSingleNodes(Spread rule) {
        boolean[] seen = new boolean[rule.counts().length];
        for (int domain : rule.domainOf()) {
            if (domain >= 0 && seen[domain]) {
                return false;
            }
            if (domain >= 0) {
                seen[domain] = true;
            }
        }
        return true;
    }

    private static SpreadColumn of(List<Spread> rules, long highest, Packing packing) {
        BitSet classes = new BitSet();
        rules.forEach(rule -> classes.set(rule.podClass()));
        Spread any = rules.get(0);
        long[] room = new long[packing.nodes().count()];
        for (int n = 0; n < room.length; n++) {
            int domain = any.domainOf()[n];
            room[n] = domain >= 0 && any.eligible()[n]
                    ? Math.max(0, Math.min(packing.pods(), highest - any.counts()[domain]))
                    : packing.pods();
        }
        return new SpreadColumn(classes, room);
    }

    /** {@return the nodes with the columns, which come before the last, the pod slots} */
    static PackingNodes nodes(List<SpreadColumn> columns, Packing packing) {
        PackingNodes nodes = packing.nodes();
        if (columns.isEmpty()) {
            return nodes;
        }
        int last = nodes.resources() - 1;
        long[][] free = new long[nodes.resources() + columns.size()][];
        for (int r = 0; r <= last; r++) {
            free[r < last ? r : free.length - 1] = nodes.column(r);
        }
        for (int c = 0; c < columns.size(); c++) {
            free[last + c] = columns.get(c).room;
        }
        return PackingNodes.of(nodes.count(), free);
    }

    /** {@return the classes with what they take of the columns} */
    static List<PodClass> classes(List<SpreadColumn> columns, List<PodClass> classes) {
        if (columns.isEmpty()) {
            return classes;
        }
        List<PodClass> taking = new ArrayList<>();
        for (int j = 0; j < classes.size(); j++) {
            PodClass old = classes.get(j);
            int last = old.request().length - 1;
            long[] request = Arrays.copyOf(old.request(), old.request().length + columns.size());
            request[request.length - 1] = old.request()[last];
            for (int c = 0; c < columns.size(); c++) {
                request[last + c] = columns.get(c).classes.get(j) ? 1 : 0;
            }
            taking.add(new PodClass(request, old.count(), old.eligible(), old.maxPerNode(), old.min()));
        }
        return taking;
    }
}
