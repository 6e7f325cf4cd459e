package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.packing.SharedLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some pods placed, one after the other: what a scheduler has assumed so far. Mutable, not thread-safe.
 *
 * <p>Placing and taking back cost time in the number of resources and rules of the class; memory is a copy of the free
 * columns and of the counts.
 */
final class Board {

    private final OrderedPacking question;
    private final Packing packing;
    private final long[][] free;
    private final NodeCounts on;
    private final int[] placed;
    private int total;
    private final int[][] conflictsOf;

    /** For each conflict over domains the number of these: equal domains have one number. */
    private final int[] labelOf;

    /** For each class the different domains of its conflicts, by number. */
    private final int[][] labelsOf;

    private final List<int[]> labels = new ArrayList<>();

    /** Pods by class, number of domains and domain, where there are any. */
    private final Map<Spot, Integer> inDomain = new HashMap<>();

    /** By class, the attractions that it has, and those that count it. */
    private final int[][] attractionsOf;

    private final int[][] attractionsBy;

    /** By class, the spreads that it has, and those that count it. */
    private final int[][] spreadsOf;

    private final int[][] spreadsBy;
    private final int[][][] attracted;
    private final long[] attractedTotal;
    private final SpreadCounts[] spread;

    /** What is taken of each shared limit. */
    private final long[] shared;

    private final @Nullable VolumeBoard volumes;
    private final List<Group> groups = new ArrayList<>();
    private final Group[] leafOf;

    /** A class in a domain. */
    private record Spot(int podClass, int label, int domain) {}

    /** A group with the domain it has chosen by the pods placed. */
    private static final class Group {
        private final PackingGroup group;
        private final @Nullable Group parent;
        private final List<Group> children = new ArrayList<>();
        private int pods;
        private int domain;

        Group(PackingGroup group, @Nullable Group parent) {
            this.group = group;
            this.parent = parent;
        }
    }

    Board(OrderedPacking question) {
        this.question = question;
        this.packing = question.relaxed();
        int classes = packing.classes().size();
        free = new long[packing.nodes().resources()][];
        for (int r = 0; r < free.length; r++) {
            free[r] = packing.nodes().column(r).clone();
        }
        on = NodeCounts.of(classes, packing.nodes().count());
        placed = new int[classes];
        leafOf = new Group[classes];
        BitSet[] conflicts = sets(classes);
        BitSet[] over = sets(classes);
        labelOf = new int[packing.conflicts().size()];
        Map<int[], Integer> known = new IdentityHashMap<>();
        for (int i = 0; i < labelOf.length; i++) {
            Conflict conflict = packing.conflicts().get(i);
            conflicts[conflict.a()].set(i);
            conflicts[conflict.b()].set(i);
            if (conflict.domainOf() != null) {
                labelOf[i] = known.computeIfAbsent(conflict.domainOf(), this::add);
                over[conflict.a()].set(labelOf[i]);
                over[conflict.b()].set(labelOf[i]);
            }
        }
        conflictsOf = numbers(conflicts);
        labelsOf = numbers(over);
        BitSet[] own = sets(classes);
        BitSet[] by = sets(classes);
        for (int i = 0; i < question.attractions().size(); i++) {
            own[question.attractions().get(i).podClass()].set(i);
            mark(question.attractions().get(i).counted(), i, by);
        }
        attractionsOf = numbers(own);
        attractionsBy = numbers(by);
        own = sets(classes);
        by = sets(classes);
        for (int i = 0; i < question.spreads().size(); i++) {
            own[question.spreads().get(i).podClass()].set(i);
            mark(question.spreads().get(i).counted(), i, by);
        }
        spreadsOf = numbers(own);
        spreadsBy = numbers(by);
        attracted = new int[question.attractions().size()][][];
        attractedTotal = new long[attracted.length];
        for (int i = 0; i < attracted.length; i++) {
            int[][] counts = question.attractions().get(i).counts();
            attracted[i] = new int[counts.length][];
            for (int t = 0; t < counts.length; t++) {
                attracted[i][t] = counts[t].clone();
                for (int count : counts[t]) {
                    attractedTotal[i] += count;
                }
            }
        }
        shared = new long[packing.limits().size()];
        spread = new SpreadCounts[question.spreads().size()];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = new SpreadCounts(question.spreads().get(i), packing.pods());
        }
        VolumeRule rule = question.volumes();
        volumes = rule == null ? null : new VolumeBoard(rule, packing.nodes().count());
        add(packing.root(), null);
    }

    private int add(int[] label) {
        labels.add(label);
        return labels.size() - 1;
    }

    private static BitSet[] sets(int classes) {
        BitSet[] sets = new BitSet[classes];
        Arrays.setAll(sets, c -> new BitSet());
        return sets;
    }

    private static void mark(boolean[] classes, int rule, BitSet[] by) {
        for (int c = 0; c < classes.length; c++) {
            if (classes[c]) {
                by[c].set(rule);
            }
        }
    }

    private static int[][] numbers(BitSet[] sets) {
        return Arrays.stream(sets).map(set -> set.stream().toArray()).toArray(int[][]::new);
    }

    private Group add(PackingGroup group, @Nullable Group parent) {
        Group added = new Group(group, parent);
        groups.add(added);
        group.classes().forEach(c -> leafOf[c] = added);
        group.children().forEach(child -> added.children.add(add(child, added)));
        return added;
    }

    int placed(int podClass) {
        return placed[podClass];
    }

    int on(int podClass, int node) {
        return on.get(podClass, node);
    }

    long free(int resource, int node) {
        return free[resource][node];
    }

    /** {@return the count that a spread rule has for the domain of a node} */
    int spreadCount(int rule, int node) {
        int domain = question.spreads().get(rule).domainOf()[node];
        return domain < 0 ? Integer.MAX_VALUE : spread[rule].of(domain);
    }

    /**
     * {@return by how much the domain of a node exceeds the emptiest, for the constraint that counts a class there and
     * for which that is the most; 0 if none counts it}
     */
    int excess(int c, int node) {
        long most = 0;
        for (int i : spreadsBy[c]) {
            Spread rule = question.spreads().get(i);
            if (rule.eligible()[node]) {
                most = Math.max(most, (long) spread[i].of(rule.domainOf()[node]) - spread[i].smallest());
            }
        }
        return (int) Math.min(Integer.MAX_VALUE >> 1, most);
    }

    /** {@return whether one more pod of the class may go to the node now} */
    boolean fits(int c, int node) {
        return fitsForGood(c, node) && isInOrder(c, node);
    }

    /** {@return whether all rules hold that cannot hold again, once they do not, while pods are only added} */
    boolean fitsForGood(int c, int node) {
        PodClass podClass = packing.classes().get(c);
        return placed[c] < podClass.count()
                && podClass.mayUse(node)
                && (podClass.maxPerNode() >= podClass.count() || on.get(c, node) < podClass.maxPerNode())
                && hasRoom(podClass, node)
                && keepsDomains(c, node)
                && keepsApart(c, node)
                && keepsLimits(c, node)
                && (volumes == null || volumes.hasVolumes(c, node));
    }

    /** {@return whether the ordered rules hold} */
    boolean isInOrder(int c, int node) {
        return isAttracted(c, node) && keepsSpread(c, node) && (volumes == null || volumes.attaches(c, node));
    }

    private boolean hasRoom(PodClass podClass, int node) {
        long[] request = podClass.request();
        for (int r = 0; r < request.length; r++) {
            if (request[r] > 0 && free[r][node] < request[r]) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsDomains(int c, int node) {
        for (Group group = leafOf[c]; group != null; group = group.parent) {
            int[] domainOf = group.group.domainOf();
            if (domainOf != null && (domainOf[node] < 0 || group.pods > 0 && domainOf[node] != group.domain)) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsApart(int c, int node) {
        for (int i : conflictsOf[c]) {
            Conflict conflict = packing.conflicts().get(i);
            int other = conflict.a() == c ? conflict.b() : conflict.a();
            if (placed[other] > 0 && isIn(other, conflict.domainOf(), labelOf[i], node)) {
                return false;
            }
        }
        return true;
    }

    private boolean isIn(int c, int @Nullable [] domainOf, int label, int node) {
        return domainOf == null
                ? on.get(c, node) > 0
                : domainOf[node] >= 0 && inDomain.containsKey(new Spot(c, label, domainOf[node]));
    }

    private boolean keepsLimits(int c, int node) {
        for (int i = 0; i < shared.length; i++) {
            SharedLimit limit = packing.limits().get(i);
            if (limit.amounts()[c] > 0 && limit.concerns(node) && limit.amounts()[c] > limit.atMost() - shared[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isAttracted(int c, int node) {
        for (int i : attractionsOf[c]) {
            if (!isAttracted(question.attractions().get(i), i, node)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAttracted(Attraction rule, int i, int node) {
        boolean first = rule.self() && attractedTotal[i] == 0;
        for (int t = 0; t < rule.domainOf().length; t++) {
            int domain = rule.domainOf()[t][node];
            if (domain < 0 || !first && attracted[i][t][domain] == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsSpread(int c, int node) {
        for (int i : spreadsOf[c]) {
            Spread rule = question.spreads().get(i);
            if (rule.domainOf()[node] < 0 || spread[i].excess(node) + (rule.self() ? 1 : 0) > rule.maxSkew()) {
                return false;
            }
        }
        return true;
    }

    /** {@return the first supply from one on that serves a kind and of which some is left, or -1} */
    int nextLeft(int kind, int from) {
        return volumes == null ? -1 : volumes.nextLeft(kind, from);
    }

    /** {@return whether all volumes of a node are taken, and no other node reaches them, while pods are only added} */
    boolean isFullForGood(int node) {
        return volumes != null && volumes.isFullForGood(node);
    }

    /** {@return how much was looked at for volumes since this was asked} */
    long looks() {
        return volumes == null ? 0 : volumes.looks();
    }

    void place(int c, int node) {
        change(c, node, 1);
    }

    void takeBack(int c, int node) {
        change(c, node, -1);
    }

    private void change(int c, int node, int by) {
        long[] request = packing.classes().get(c).request();
        for (int r = 0; r < request.length; r++) {
            free[r][node] -= by * request[r];
        }
        on.add(c, node, by);
        if (volumes != null) {
            volumes.change(c, node, by);
        }
        placed[c] += by;
        total += by;
        for (int i = 0; i < shared.length; i++) {
            SharedLimit limit = packing.limits().get(i);
            shared[i] += limit.concerns(node) ? by * limit.amounts()[c] : 0;
        }
        for (Group group = leafOf[c]; group != null; group = group.parent) {
            group.pods += by;
            if (group.group.domainOf() != null) {
                group.domain = group.group.domainOf()[node];
            }
        }
        for (int label : labelsOf[c]) {
            int domain = labels.get(label)[node];
            if (domain >= 0) {
                inDomain.merge(new Spot(c, label, domain), by, (a, b) -> a + b == 0 ? null : a + b);
            }
        }
        for (int i : attractionsBy[c]) {
            Attraction rule = question.attractions().get(i);
            for (int t = 0; t < rule.domainOf().length; t++) {
                int domain = rule.domainOf()[t][node];
                if (domain >= 0) {
                    attracted[i][t][domain] += by;
                    attractedTotal[i] += by;
                }
            }
        }
        for (int i : spreadsBy[c]) {
            Spread rule = question.spreads().get(i);
            if (rule.eligible()[node]) {
                spread[i].change(rule.domainOf()[node], by);
            }
        }
    }

    /**
     * {@return whether what is placed is an answer: something is, the root succeeds, and no group that does not succeed
     * has a pod}
     */
    boolean isAnswer() {
        return total > 0 && succeeds(groups.get(0)) && !hasLeftOver(groups.get(0));
    }

    private boolean succeeds(Group group) {
        if (group.children.isEmpty()) {
            return group.pods >= group.group.minimum();
        }
        int succeeding = 0;
        for (Group child : group.children) {
            succeeding += succeeds(child) ? 1 : 0;
        }
        return succeeding >= group.group.minimum();
    }

    private boolean hasLeftOver(Group group) {
        if (group.pods == 0) {
            return false;
        }
        if (!succeeds(group)) {
            return true;
        }
        for (Group child : group.children) {
            if (hasLeftOver(child)) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a class belongs to a group that does not succeed, or has one above it} */
    boolean isLeftOver(int c) {
        for (Group group = leafOf[c]; group != null; group = group.parent) {
            if (!succeeds(group)) {
                return true;
            }
        }
        return false;
    }
}
