package io.github.workload4j.gang.excerpt;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.packing.PodClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some groups of a question on some of its nodes, whatever else there is: may they all have pods there at once?
 *
 * <p>A question of its own, with nodes and classes renumbered. If in an answer to the whole question all pods of these
 * groups lie on these nodes, they are an answer to the excerpt; so what does not fit here does not fit there. Groups
 * alike that nothing limits per node become one group of as many times the pods: their pods may be {@linkplain #whole
 * dealt out} evenly, so the one fits if and only if the others do.
 */
public final class Excerpt {

    private final Packing packing;
    private final int[] nodes;

    /** By class of the excerpt, the classes of the whole question that it stands for. */
    private final List<int[]> standsFor = new ArrayList<>();

    private Excerpt(Packing whole, List<List<PackingGroup>> alike, int[] nodes) {
        this.nodes = nodes.clone();
        Map<Integer, Integer> renumbered = new HashMap<>();
        List<PodClass> classes = new ArrayList<>();
        List<PackingGroup> groups = new ArrayList<>();
        Map<long[], long[]> eligible = new IdentityHashMap<>();
        Map<int[], int[]> domains = new IdentityHashMap<>();
        for (List<PackingGroup> some : alike) {
            for (PackingGroup group : some) {
                if (group.classes().size() != some.get(0).classes().size()
                        || group.minimum() != some.get(0).minimum()) {
                    throw new IllegalArgumentException(
                            "groups: " + group + " (expected: one like " + some.get(0) + ")");
                }
            }
            if (some.size() > 1 && areUnlimited(whole, some.get(0))) {
                groups.add(merged(whole, some, classes, eligible));
            } else {
                for (PackingGroup group : some) {
                    groups.add(taken(whole, group, true, classes, renumbered, eligible, domains));
                }
            }
        }
        List<Conflict> conflicts = new ArrayList<>();
        for (Conflict conflict : whole.conflicts()) {
            Integer a = renumbered.get(conflict.a());
            Integer b = renumbered.get(conflict.b());
            if (a != null && b != null) {
                conflicts.add(new Conflict(a, b, restricted(conflict.domainOf(), domains)));
            }
        }
        PackingGroup root =
                groups.size() == 1 ? groups.get(0) : new PackingGroup(groups.size(), List.of(), groups, null);
        this.packing = new Packing(whole.nodes().only(nodes), classes, conflicts, root);
    }

    /**
     * An excerpt.
     *
     * @param whole the whole question
     * @param alike groups of it, none inside another and none met by nothing; those in one list may be exchanged for
     *     one another. They are no longer bound to one domain themselves, groups inside them are
     * @param nodes nodes in rising order, which are renumbered from 0 in that order
     * @throws IllegalArgumentException if groups said to be alike have different minima or numbers of classes
     */
    public static Excerpt of(Packing whole, List<List<PackingGroup>> alike, int... nodes) {
        requireNonNull(whole, "whole");
        requireNonNull(alike, "alike");
        requireNonNull(nodes, "nodes");
        return new Excerpt(whole, alike, nodes);
    }

    /** {@return the question} */
    public Packing packing() {
        return packing;
    }

    /** Whether a node may hold as many pods of such groups as fit, so that it does not matter whose they are. */
    private static boolean areUnlimited(Packing whole, PackingGroup group) {
        return group.children().isEmpty()
                && group.classes().stream()
                        .map(whole.classes()::get)
                        .allMatch(podClass -> podClass.maxPerNode() >= podClass.count())
                && whole.conflicts().stream()
                        .noneMatch(conflict -> group.classes().contains(conflict.a())
                                || group.classes().contains(conflict.b()));
    }

    private PackingGroup merged(
            Packing whole, List<PackingGroup> alike, List<PodClass> classes, Map<long[], long[]> eligible) {
        int times = alike.size();
        PackingGroup first = alike.get(0);
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < first.classes().size(); i++) {
            PodClass one = whole.classes().get(first.classes().get(i));
            int position = i;
            own.add(classes.size());
            standsFor.add(alike.stream()
                    .mapToInt(group -> group.classes().get(position))
                    .toArray());
            classes.add(new PodClass(
                    one.request(),
                    one.count() * times,
                    restricted(one.eligible(), eligible),
                    Integer.MAX_VALUE,
                    one.min() * times));
        }
        return new PackingGroup(Math.max(1, first.minimum()) * times, own, List.of(), null);
    }

    private PackingGroup taken(
            Packing whole,
            PackingGroup group,
            boolean outermost,
            List<PodClass> classes,
            Map<Integer, Integer> renumbered,
            Map<long[], long[]> eligible,
            Map<int[], int[]> domains) {
        List<Integer> own = new ArrayList<>();
        for (int j : group.classes()) {
            PodClass one = whole.classes().get(j);
            own.add(classes.size());
            renumbered.put(j, classes.size());
            standsFor.add(new int[] {j});
            classes.add(new PodClass(
                    one.request(), one.count(), restricted(one.eligible(), eligible), one.maxPerNode(), one.min()));
        }
        List<PackingGroup> children = new ArrayList<>();
        for (PackingGroup child : group.children()) {
            children.add(taken(whole, child, false, classes, renumbered, eligible, domains));
        }
        int minimum = outermost && children.isEmpty() ? Math.max(1, group.minimum()) : group.minimum();
        return new PackingGroup(minimum, own, children, outermost ? null : restricted(group.domainOf(), domains));
    }

    private long @Nullable [] restricted(long @Nullable [] eligible, Map<long[], long[]> known) {
        return eligible == null
                ? null
                : known.computeIfAbsent(eligible, all -> {
                    long[] bits = new long[nodes.length + 63 >> 6];
                    for (int i = 0; i < nodes.length; i++) {
                        bits[i >> 6] |= (all[nodes[i] >> 6] >>> nodes[i] & 1) << i;
                    }
                    return bits;
                });
    }

    private int @Nullable [] restricted(int @Nullable [] domainOf, Map<int[], int[]> known) {
        return domainOf == null
                ? null
                : known.computeIfAbsent(
                        domainOf, all -> Arrays.stream(nodes).map(n -> all[n]).toArray());
    }

    /**
     * {@return what a placement of the excerpt is in the whole question: pods of groups that became one are dealt out
     * to them in turn, so that each gets as many of each class, and as many in all, as any other, give or take one}
     *
     * @param part a placement of the excerpt's classes on its nodes
     */
    public Placement whole(Placement part) {
        requireNonNull(part, "part");
        int[] turn = new int[standsFor.size()];
        for (int i = 0; i < part.size(); i++) {
            turn[part.podClass(i)] += part.count(i);
        }
        int before = 0;
        for (int j = 0; j < turn.length; j++) {
            int own = turn[j];
            turn[j] = before;
            before += own;
        }
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            int j = part.podClass(i);
            int[] classes = standsFor.get(j);
            int node = nodes[part.node(i)];
            int all = part.count(i) / classes.length;
            int more = part.count(i) % classes.length;
            for (int c = 0; c < classes.length; c++) {
                int first = Math.floorMod(c - turn[j], classes.length);
                int some = all + (first < more ? 1 : 0);
                if (some > 0) {
                    placed.add(new Placed(classes[c], node, some));
                }
            }
            turn[j] += part.count(i);
        }
        placed.sort(Comparator.comparingInt(Placed::node).thenComparingInt(Placed::podClass));
        return Placement.of(placed);
    }
}
