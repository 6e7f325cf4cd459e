package io.github.workload4j.gang.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The volumes of the pods placed so far. Mutable, not thread-safe. */
final class VolumeBoard {

    private final VolumeRule rule;
    /** For each node the set of supplies that reach it, by number. */
    private final int[] patternOf;

    private final List<int[]> patterns = new ArrayList<>();

    /** Claims of a kind that need a volume, by the pattern of their nodes. */
    private final int[][] needed;

    /** For each shared claim its nodes, and how many of its pods are on each. */
    private final List<Map<Integer, Integer>> users = new ArrayList<>();

    /** For each limit and volume told apart, how many pods use it on each node. */
    private final int[][][] uses;

    private final int[][] attached;
    private final int[] capacity;

    VolumeBoard(VolumeRule rule, int nodes) {
        this.rule = rule;
        this.patternOf = patterns(nodes);
        this.needed = new int[rule.kinds().size()][patterns.size()];
        for (int s = 0; s < rule.sharedKinds().length; s++) {
            users.add(new TreeMap<>());
        }
        this.uses = new int[rule.limits().size()][][];
        this.attached = new int[uses.length][];
        for (int l = 0; l < uses.length; l++) {
            AttachLimit limit = rule.limits().get(l);
            uses[l] = new int[limit.used().length][nodes];
            attached[l] = limit.there().clone();
        }
        this.capacity =
                rule.supplies().stream().mapToInt(VolumeRule.Supply::count).toArray();
    }

    private int[] patterns(int nodes) {
        List<List<Integer>> reaching = new ArrayList<>();
        for (int n = 0; n < nodes; n++) {
            reaching.add(new ArrayList<>());
        }
        for (int s = 0; s < rule.supplies().size(); s++) {
            long[] reach = rule.supplies().get(s).reach();
            for (int w = 0; w < reach.length; w++) {
                for (long left = reach[w]; left != 0; left &= left - 1) {
                    reaching.get((w << 6) + Long.numberOfTrailingZeros(left)).add(s);
                }
            }
        }
        Map<List<Integer>, Integer> known = new HashMap<>();
        int[] of = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            of[n] = known.computeIfAbsent(reaching.get(n), each -> {
                patterns.add(each.stream().mapToInt(s -> s).toArray());
                return patterns.size() - 1;
            });
        }
        return of;
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
        if (rule.own()[c].length + rule.shared()[c].length == 0) {
            return true;
        }
        changeClaims(c, node, 1);
        boolean found = isMatched();
        changeClaims(c, node, -1);
        return found;
    }

    /** {@return whether the node attaches what one more pod brings, now} */
    boolean attaches(int c, int node) {
        for (int l = 0; l < uses.length; l++) {
            AttachLimit limit = rule.limits().get(l);
            int brought = limit.fresh()[c];
            for (int key : limit.keys()[c]) {
                brought += limit.isUsed(key, node) || uses[l][key][node] > 0 ? 0 : 1;
            }
            if (brought > 0 && (long) attached[l][node] + brought > limit.most()[node]) {
                return false;
            }
        }
        return true;
    }

    /** Places a pod, or with -1 takes it back. */
    void change(int c, int node, int by) {
        changeClaims(c, node, by);
        for (int l = 0; l < uses.length; l++) {
            AttachLimit limit = rule.limits().get(l);
            attached[l][node] += by * limit.fresh()[c];
            for (int key : limit.keys()[c]) {
                int before = uses[l][key][node];
                uses[l][key][node] += by;
                boolean counts = !limit.isUsed(key, node) && !limit.lingers(key, node);
                if (counts && (before == 0 || before + by == 0)) {
                    attached[l][node] += by;
                }
            }
        }
    }

    private void changeClaims(int c, int node, int by) {
        for (int kind : rule.own()[c]) {
            if (!rule.kinds().get(kind).isMade(node)) {
                needed[kind][patternOf[node]] += by;
            }
        }
        for (int claim : rule.shared()[c]) {
            users.get(claim).merge(node, by, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    private boolean isMatched() {
        VolumeMatching matching = new VolumeMatching(capacity);
        for (int k = 0; k < needed.length; k++) {
            for (int p = 0; p < patterns.size(); p++) {
                if (needed[k][p] > 0
                        && !matching.add(
                                needed[k][p], common(rule.kinds().get(k).supplies(), patterns.get(p)))) {
                    return false;
                }
            }
        }
        for (int claim = 0; claim < users.size(); claim++) {
            VolumeRule.Kind kind = rule.kinds().get(rule.sharedKinds()[claim]);
            Map<Integer, Integer> nodes = users.get(claim);
            boolean isMade = nodes.isEmpty()
                    || users.get(rule.madeWith()[claim]).size() == 1
                            && kind.isMade(nodes.keySet().iterator().next());
            if (!isMade && !matching.add(1, reachingAll(kind, nodes))) {
                return false;
            }
        }
        return true;
    }

    private int[] reachingAll(VolumeRule.Kind kind, Map<Integer, Integer> nodes) {
        return Arrays.stream(kind.supplies())
                .filter(s -> nodes.keySet().stream()
                        .allMatch(n -> rule.supplies().get(s).reaches(n)))
                .toArray();
    }

    private static int[] common(int[] a, int[] b) {
        int[] small = a.length < b.length ? a : b;
        int[] large = small == a ? b : a;
        return Arrays.stream(small)
                .filter(s -> Arrays.binarySearch(large, s) >= 0)
                .toArray();
    }
}
