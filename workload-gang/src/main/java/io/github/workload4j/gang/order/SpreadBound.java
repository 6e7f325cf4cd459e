package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * How many pods of a class a spread constraint leaves in the end, whatever the order.
 *
 * <p>Counts only grow while pods are placed. So the smallest count, at any turn, is at most {@code L}, the smallest of
 * what the counts can become: over all domains that take part, what counts already plus all pods of counted classes
 * that its nodes could hold, each class on its own. The last pod of the class that goes to domain {@code v} needs
 * {@code count(v) - L <= maxSkew} with itself counted, so there are at most {@code maxSkew + L - count(v)} of them
 * there, and never more than its nodes hold. The sum over the domains bounds the class.
 *
 * <p>For one class that counts itself and alone this is exact: domains filled in turns, the emptiest first, reach the
 * bound. (Take final counts {@code x} with {@code x(v) <= maxSkew + min x} wherever a pod was placed, and place all
 * pods that lift a domain to level {@code k} before those that lift one to {@code k + 1}: at that turn every domain is
 * at {@code min(k - 1, x)} or above, so the smallest count is at least {@code min(k - 1, min x)}, and the rule holds.)
 *
 * <p>Several classes under one constraint that count each other share that room: see {@link SpreadRows}. Where there
 * are many domains and each is one node, it is a column of its own: each of their pods takes 1 of what is left of
 * {@code maxSkew + L - count(v)}.
 */
final class SpreadBound {

    private final OrderedPacking question;
    private final Packing packing;

    private SpreadBound(OrderedPacking question) {
        this.question = question;
        this.packing = question.relaxed();
    }

    /**
     * {@return the question with no more pods in a class than some answer can place; a class of which none can go
     * anywhere may use no node}
     */
    static OrderedPacking shrink(OrderedPacking question) {
        return new SpreadBound(question).shrunk();
    }

    private OrderedPacking shrunk() {
        List<PodClass> classes = fewer();
        List<List<Spread>> alike = SpreadKinds.of(question.spreads());
        List<List<Spread>> hosts = alike.stream()
                .filter(rules -> !SpreadRows.areFew(rules))
                .filter(rules -> rules.size() > 1 && SpreadColumn.isOfSingleNodes(rules.get(0)))
                .toList();
        List<SpreadColumn> columns = SpreadColumn.of(packing, hosts, this::least);
        Packing bounded = SpreadRows.in(
                new Packing(
                        SpreadColumn.nodes(columns, packing),
                        SpreadColumn.classes(columns, classes),
                        packing.conflicts(),
                        packing.root(),
                        packing.limits(),
                        packing.spreads()),
                alike.stream().filter(rules -> !SpreadRows.areTooMany(rules)).toList());
        return new OrderedPacking(bounded, question.attractions(), question.spreads(), question.volumes());
    }

    private List<PodClass> fewer() {
        List<PodClass> classes = new ArrayList<>(packing.classes());
        for (Spread rule : question.spreads()) {
            PodClass old = classes.get(rule.podClass());
            long most = rule.self() ? most(rule) : old.count();
            if (most < old.count()) {
                long[] none = most == 0 ? new long[packing.nodes().count() + 63 >> 6] : old.eligible();
                int count = (int) Math.max(1, most);
                classes.set(
                        rule.podClass(),
                        new PodClass(old.request(), count, none, old.maxPerNode(), Math.min(old.min(), count)));
            }
        }
        return classes;
    }

    private long most(Spread rule) {
        OptionalLong least = least(rule);
        if (least.isEmpty()) {
            return packing.classes().get(rule.podClass()).count();
        }
        long[] holds = holds(rule.podClass(), rule, false);
        long most = 0;
        for (int d = 0; d < holds.length; d++) {
            most += Math.min(holds[d], Math.max(0, rule.maxSkew() + least.getAsLong() - rule.counts()[d]));
        }
        return most;
    }

    /** {@return what the smallest count can become at most; empty if no domain takes part in it} */
    private OptionalLong least(Spread rule) {
        long[] reachable = new long[rule.counts().length];
        for (int d = 0; d < reachable.length; d++) {
            reachable[d] = rule.counts()[d];
        }
        for (int c = 0; c < rule.counted().length; c++) {
            if (rule.counted()[c]) {
                long[] holds = holds(c, rule, true);
                for (int d = 0; d < reachable.length; d++) {
                    reachable[d] += holds[d];
                }
            }
        }
        long smallest = rule.minimumIsZero() ? 0 : Long.MAX_VALUE;
        for (int d = 0; d < reachable.length && !rule.minimumIsZero(); d++) {
            if (rule.exists()[d]) {
                smallest = Math.min(smallest, reachable[d]);
            }
        }
        return smallest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(smallest);
    }

    /** {@return how many pods of a class the nodes of each domain hold at most, on eligible nodes only or on all} */
    private long[] holds(int c, Spread rule, boolean eligibleOnly) {
        PodClass podClass = packing.classes().get(c);
        long[] holds = new long[rule.counts().length];
        for (int n = 0; n < packing.nodes().count(); n++) {
            int domain = rule.domainOf()[n];
            if (domain >= 0 && podClass.mayUse(n) && (!eligibleOnly || rule.eligible()[n])) {
                holds[domain] += holds(podClass, n);
            }
        }
        for (int d = 0; d < holds.length; d++) {
            holds[d] = Math.min(holds[d], podClass.count());
        }
        return holds;
    }

    private long holds(PodClass podClass, int node) {
        long holds = Math.min(podClass.count(), podClass.maxPerNode());
        for (int r = 0; r < podClass.request().length; r++) {
            long asked = podClass.request()[r];
            if (asked > 0) {
                holds = Math.min(holds, Math.max(0, packing.nodes().free(r, node)) / asked);
            }
        }
        return holds;
    }
}
