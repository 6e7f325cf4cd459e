package io.github.workload4j.gang.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The volumes of the pods placed so far, each claim with one that it could have. Mutable, not thread-safe.
 *
 * <p>Placing, taking back and asking cost what {@link VolumeMatching} costs for the claims of a pod.
 */
final class VolumeBoard {

    private final VolumeRule rule;
    private final int nodes;
    private final VolumePatterns patterns;

    /** A demand for each shared claim first, then one for each kind and pattern of nodes with claims of their own. */
    private final VolumeMatching matching;

    private final Map<Long, Integer> demandOf = new HashMap<>();

    /** For each shared claim its nodes, and how many of its pods are on each. */
    private final List<Map<Integer, Integer>> users = new ArrayList<>();

    /** For each shared claim those that are made, or not, with it. */
    private final List<List<Integer>> madeWith = new ArrayList<>();

    /** For each limit, how many pods use a volume told apart on a node; by {@code volume * nodes + node}. */
    private final List<Map<Long, Integer>> uses = new ArrayList<>();

    private final int[][] attached;

    VolumeBoard(VolumeRule rule, int nodes) {
        this.rule = rule;
        this.nodes = nodes;
        this.patterns = VolumePatterns.of(rule, nodes);
        this.matching = new VolumeMatching(
                rule.supplies().stream().mapToInt(VolumeRule.Supply::count).toArray());
        for (int claim = 0; claim < rule.sharedKinds().length; claim++) {
            users.add(new TreeMap<>());
            madeWith.add(new ArrayList<>());
            matching.demand(SupplySet.of(new int[0], 0));
        }
        for (int claim = 0; claim < users.size(); claim++) {
            madeWith.get(rule.madeWith()[claim]).add(claim);
        }
        this.attached = new int[rule.limits().size()][];
        for (int l = 0; l < attached.length; l++) {
            uses.add(new HashMap<>());
            attached[l] = rule.limits().get(l).there().clone();
        }
    }

    /** {@return what tells a node from others} */
    static List<Long> signature(VolumeRule rule, int node) {
        List<Long> signature = new ArrayList<>();
        rule.supplies().forEach(supply -> signature.add(supply.reaches(node) ? 1L : 0L));
        rule.kinds().forEach(kind -> signature.add(kind.isMade(node) ? 1L : 0L));
        for (AttachLimit limit : rule.limits()) {
            signature.add((long) limit.most()[node]);
            signature.add((long) limit.there()[node]);
            for (int key = 0; key < limit.used().length; key++) {
                signature.add(limit.isUsed(key, node) ? 2L : limit.lingers(key, node) ? 1L : 0L);
            }
        }
        return signature;
    }

    /** {@return whether every claim would have a volume with one more pod; never again once it is false} */
    boolean hasVolumes(int c, int node) {
        int[] own = rule.own()[c];
        if (rule.shared()[c].length == 0 && own.length < 2) {
            for (int kind : own) {
                SupplySet supplies = supplies(kind, node);
                return rule.kinds().get(kind).isMade(node) || matching.hasLeft(supplies) || isMatched(supplies);
            }
            return true;
        }
        int first = matching.demands();
        boolean found = true;
        for (int kind : own) {
            found = found
                    && (rule.kinds().get(kind).isMade(node) || matching.add(matching.demand(supplies(kind, node))));
        }
        if (found && rule.shared()[c].length > 0) {
            found = share(c, node, 1);
            matching.forget(first);
            share(c, node, -1);
        } else {
            matching.forget(first);
        }
        return found;
    }

    private boolean isMatched(SupplySet supplies) {
        int demand = matching.demand(supplies);
        boolean found = matching.add(demand);
        matching.forget(demand);
        return found;
    }

    private SupplySet supplies(int kind, int node) {
        return patterns.on(node).and(rule.kinds().get(kind).supplies());
    }

    /** {@return whether the node attaches what one more pod brings, now} */
    boolean attaches(int c, int node) {
        for (int l = 0; l < attached.length; l++) {
            AttachLimit limit = rule.limits().get(l);
            int brought = limit.fresh()[c];
            for (int key : limit.keys()[c]) {
                brought += limit.isUsed(key, node) || uses.get(l).containsKey(use(key, node)) ? 0 : 1;
            }
            if (brought > 0 && (long) attached[l][node] + brought > limit.most()[node]) {
                return false;
            }
        }
        return true;
    }

    private long use(int key, int node) {
        return (long) key * nodes + node;
    }

    /** Places a pod that fits, or with -1 takes it back. */
    void change(int c, int node, int by) {
        for (int kind : rule.own()[c]) {
            if (!rule.kinds().get(kind).isMade(node)) {
                int demand = demandOf.computeIfAbsent(
                        (long) kind << 32 | patterns.of(node), k -> matching.demand(supplies(kind, node)));
                if (by < 0) {
                    matching.remove(demand);
                } else if (!matching.add(demand)) {
                    throw new IllegalStateException("no volume: class " + c + " on node " + node);
                }
            }
        }
        if (rule.shared()[c].length > 0 && !share(c, node, by)) {
            throw new IllegalStateException("no volume for a shared claim: class " + c + " on node " + node);
        }
        for (int l = 0; l < attached.length; l++) {
            AttachLimit limit = rule.limits().get(l);
            attached[l][node] += by * limit.fresh()[c];
            for (int key : limit.keys()[c]) {
                Integer before = uses.get(l).getOrDefault(use(key, node), 0);
                uses.get(l).merge(use(key, node), by, (a, b) -> a + b == 0 ? null : a + b);
                boolean counts = !limit.isUsed(key, node) && !limit.lingers(key, node);
                if (counts && (before == 0 || before + by == 0)) {
                    attached[l][node] += by;
                }
            }
        }
    }

    /** {@return whether the claims that a pod shares, and those made with them, have volumes after a change of it} */
    private boolean share(int c, int node, int by) {
        int[] changed = Arrays.stream(rule.shared()[c])
                .flatMap(claim -> IntStream.concat(
                        IntStream.of(claim), madeWith.get(claim).stream().mapToInt(other -> other)))
                .distinct()
                .toArray();
        for (int claim : changed) {
            if (!matching.given(claim).isEmpty()) {
                matching.remove(claim);
            }
        }
        for (int claim : rule.shared()[c]) {
            users.get(claim).merge(node, by, (a, b) -> a + b == 0 ? null : a + b);
        }
        boolean found = true;
        for (int claim : changed) {
            VolumeRule.Kind kind = rule.kinds().get(rule.sharedKinds()[claim]);
            Map<Integer, Integer> on = users.get(claim);
            boolean isMade = on.isEmpty()
                    || users.get(rule.madeWith()[claim]).size() == 1
                            && kind.isMade(on.keySet().iterator().next());
            if (!isMade) {
                matching.choose(claim, patterns.reaching(kind, on.keySet()));
                found &= matching.add(claim);
            }
        }
        return found;
    }

    /** {@return the first supply from one on that serves a kind and of which some is left, or -1} */
    int nextLeft(int kind, int from) {
        return matching.nextLeft(rule.kinds().get(kind).supplies(), from);
    }

    /** {@return whether all volumes of a node are taken, and no other node reaches them, while pods are only added} */
    boolean isFullForGood(int node) {
        return patterns.isAlone(node) && !matching.hasLeft(patterns.on(node));
    }

    /** {@return how much was looked at since this was asked} */
    long looks() {
        return matching.looks();
    }
}
