package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns ordered rules into rules whose order does not matter, where that is the same or weaker, before anything is
 * searched.
 *
 * <p><b>Affinity among themselves.</b> Let the classes that count for a rule be exactly those that have it. If some pod
 * counts already, a pod may only go where one counts, and by going there it opens nothing: the rule is a set of nodes.
 * If none does, the first pod opens its own domains and every other must follow: all of them lie in one domain of every
 * term. Where those classes are all classes of one group, that is what a topology constraint says. Where they are some
 * classes of a group that has all its pods or none, they are as good as a group inside it. All this is exact, and the
 * rule is dropped.
 *
 * <p><b>Spread.</b> See {@link SpreadBound}: no answer has more pods of a class than its counts allow in the end. The
 * rule stays, the class shrinks.
 *
 * <p><b>Volumes.</b> See {@link VolumeBound}: the same, by the volumes that its claims need.
 */
public final class Simplified {

    private final OrderedPacking question;
    private final List<PodClass> classes;
    private final List<Attraction> attractions = new ArrayList<>();
    private PackingGroup root;

    private Simplified(OrderedPacking question) {
        this.question = question;
        this.classes = new ArrayList<>(question.relaxed().classes());
        this.root = question.relaxed().root();
    }

    /** {@return a question with the same answers and, if possible, fewer ordered rules} */
    public static OrderedPacking of(OrderedPacking question) {
        return question.isOrdered() ? new Simplified(question).simplified() : question;
    }

    private OrderedPacking simplified() {
        List<BitSet> together = question.attractions().stream()
                .filter(rule -> isAmongThemselves(rule) && !isStarted(rule))
                .map(Simplified::counted)
                .distinct()
                .toList();
        root = together.isEmpty() ? root : divided(root, together);
        for (Attraction rule : question.attractions()) {
            if (!isAmongThemselves(rule)) {
                attractions.add(rule);
            } else if (isStarted(rule)) {
                keepStarted(rule);
            } else if (!keepTogether(rule)) {
                attractions.add(rule);
            }
        }
        Packing relaxed = question.relaxed();
        OrderedPacking simpler = new OrderedPacking(
                new Packing(relaxed.nodes(), classes, relaxed.conflicts(), root, relaxed.limits(), relaxed.spreads()),
                attractions,
                question.spreads(),
                question.volumes());
        OrderedPacking even = simpler.spreads().isEmpty() ? simpler : SpreadBound.shrink(simpler);
        return even.volumes() == null ? even : VolumeBound.shrink(even);
    }

    private boolean isAmongThemselves(Attraction rule) {
        BitSet having = new BitSet();
        for (Attraction other : question.attractions()) {
            if (Arrays.deepEquals(other.domainOf(), rule.domainOf())
                    && Arrays.deepEquals(other.counts(), rule.counts())
                    && Arrays.equals(other.counted(), rule.counted())
                    && other.self()) {
                having.set(other.podClass());
            }
        }
        for (int c = 0; c < rule.counted().length; c++) {
            if (rule.counted()[c] != having.get(c)) {
                return false;
            }
        }
        return having.get(rule.podClass());
    }

    private static boolean isStarted(Attraction rule) {
        return Arrays.stream(rule.counts()).flatMapToInt(Arrays::stream).anyMatch(count -> count > 0);
    }

    private void keepStarted(Attraction rule) {
        PodClass old = classes.get(rule.podClass());
        long[] eligible = eligible(old);
        for (int t = 0; t < rule.domainOf().length; t++) {
            for (int n = 0; n < rule.domainOf()[t].length; n++) {
                int domain = rule.domainOf()[t][n];
                if (domain < 0 || rule.counts()[t][domain] == 0) {
                    eligible[n >> 6] &= ~(1L << (n & 63));
                }
            }
        }
        classes.set(rule.podClass(), new PodClass(old.request(), old.count(), eligible, old.maxPerNode(), old.min()));
    }

    private long[] eligible(PodClass podClass) {
        if (podClass.eligible() != null) {
            return podClass.eligible().clone();
        }
        long[] all = new long[question.relaxed().nodes().count() + 63 >> 6];
        for (int n = 0; n < question.relaxed().nodes().count(); n++) {
            all[n >> 6] |= 1L << (n & 63);
        }
        return all;
    }

    /** {@return whether the classes that count are those of one group, which now lies in one domain of every term} */
    private boolean keepTogether(Attraction rule) {
        PackingGroup bound = bind(root, counted(rule), rule);
        boolean found = bound != root;
        root = bound;
        return found;
    }

    private static BitSet counted(Attraction rule) {
        BitSet counted = new BitSet();
        for (int c = 0; c < rule.counted().length; c++) {
            counted.set(c, rule.counted()[c]);
        }
        return counted;
    }

    /** A group that has all its pods or none, as groups of which the same is true: sets of classes, and the rest. */
    private PackingGroup divided(PackingGroup group, List<BitSet> together) {
        if (!group.children().isEmpty()) {
            List<PackingGroup> children = group.children().stream()
                    .map(child -> divided(child, together))
                    .toList();
            return new PackingGroup(group.minimum(), List.of(), children, group.domainOf());
        }
        BitSet rest = new BitSet();
        collect(group, rest);
        if (group.minimum() != pods(rest)) {
            return group;
        }
        List<PackingGroup> parts = new ArrayList<>();
        for (BitSet some : together) {
            BitSet others = (BitSet) rest.clone();
            others.andNot(some);
            if (rest.cardinality() - others.cardinality() == some.cardinality()
                    && some.cardinality() < group.classes().size()) {
                parts.add(whole(some));
                rest = others;
            }
        }
        if (parts.isEmpty()) {
            return group;
        }
        if (!rest.isEmpty()) {
            parts.add(whole(rest));
        }
        return new PackingGroup(parts.size(), List.of(), parts, group.domainOf());
    }

    private PackingGroup whole(BitSet some) {
        return new PackingGroup(pods(some), some.stream().boxed().toList(), List.of(), null);
    }

    private int pods(BitSet some) {
        return some.stream().map(c -> classes.get(c).count()).sum();
    }

    private static PackingGroup bind(PackingGroup group, BitSet counted, Attraction rule) {
        BitSet inside = new BitSet();
        collect(group, inside);
        if (inside.equals(counted)) {
            return new PackingGroup(
                    group.minimum(), group.classes(), group.children(), combined(group.domainOf(), rule.domainOf()));
        }
        List<PackingGroup> children = new ArrayList<>();
        boolean changed = false;
        for (PackingGroup child : group.children()) {
            PackingGroup now = bind(child, counted, rule);
            changed |= now != child;
            children.add(now);
        }
        return changed ? new PackingGroup(group.minimum(), group.classes(), children, group.domainOf()) : group;
    }

    private static void collect(PackingGroup group, BitSet classes) {
        group.classes().forEach(classes::set);
        group.children().forEach(child -> collect(child, classes));
    }

    /** {@return domains of nodes that agree in all of these, -1 for nodes that lack one} */
    private static int[] combined(int @Nullable [] own, int[][] others) {
        int nodes = others[0].length;
        Map<List<Integer>, Integer> known = new HashMap<>();
        int[] combined = new int[nodes];
        for (int n = 0; n < nodes; n++) {
            List<Integer> all = new ArrayList<>();
            if (own != null) {
                all.add(own[n]);
            }
            for (int[] other : others) {
                all.add(other[n]);
            }
            combined[n] = all.contains(-1) ? -1 : known.computeIfAbsent(all, a -> known.size());
        }
        return combined;
    }
}
