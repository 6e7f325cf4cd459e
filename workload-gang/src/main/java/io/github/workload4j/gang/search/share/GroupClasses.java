package io.github.workload4j.gang.search.share;

import io.github.workload4j.gang.packing.Conflict;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PodClass;
import io.github.workload4j.gang.search.model.PackingTree;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Sorts groups of one parent into group classes: groups that may be exchanged for one another in every answer. */
final class GroupClasses {

    private final Packing packing;
    private final PackingTree tree;

    /** By class, its conflicts: the other class and the domains in one number, in rising order. */
    private final long[][] conflictsOf;

    GroupClasses(ReducedPacking reduced) {
        this.packing = reduced.packing;
        this.tree = reduced.tree;
        this.conflictsOf = new long[reduced.classes][];
        Map<IntBuffer, Integer> known = new HashMap<>();
        Map<int[], Integer> numbers = new IdentityHashMap<>();
        int[] size = new int[reduced.classes];
        for (Conflict conflict : packing.conflicts()) {
            size[conflict.a()]++;
            size[conflict.b()] += conflict.a() == conflict.b() ? 0 : 1;
        }
        Arrays.setAll(conflictsOf, j -> new long[size[j]]);
        for (Conflict conflict : packing.conflicts()) {
            int[] domainOf = conflict.domainOf();
            int over = domainOf == null
                    ? 0
                    : numbers.computeIfAbsent(
                            domainOf, d -> known.computeIfAbsent(IntBuffer.wrap(d), b -> known.size() + 1));
            conflictsOf[conflict.a()][--size[conflict.a()]] = (long) over << 32 | conflict.b();
            if (conflict.a() != conflict.b()) {
                conflictsOf[conflict.b()][--size[conflict.b()]] = (long) over << 32 | conflict.a();
            }
        }
        for (long[] all : conflictsOf) {
            Arrays.sort(all);
        }
    }

    /** {@return the groups by group class, each in the given order; groups of a class are equally known} */
    List<int[]> partition(List<Integer> groups, byte[] state) {
        List<List<Integer>> groupClasses = new ArrayList<>();
        for (int group : groups) {
            groupClasses.stream()
                    .filter(members -> areAlike(members.get(0), group, state))
                    .findFirst()
                    .orElseGet(() -> {
                        groupClasses.add(new ArrayList<>());
                        return groupClasses.get(groupClasses.size() - 1);
                    })
                    .add(group);
        }
        return groupClasses.stream()
                .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private boolean areAlike(int g, int h, byte[] state) {
        if (state[g] != state[h] || tree.parent[g] != tree.parent[h] || tree.end[g] - g != tree.end[h] - h) {
            return false;
        }
        for (int i = 0; i < tree.end[g] - g; i++) {
            boolean equal = tree.minimum[g + i] == tree.minimum[h + i]
                    && tree.end[g + i] - g == tree.end[h + i] - h
                    && tree.classes[g + i].length == tree.classes[h + i].length
                    && Arrays.equals(tree.domainOf[g + i], tree.domainOf[h + i])
                    && (i == 0 || state[g + i] == PackingTree.OPEN && state[h + i] == PackingTree.OPEN);
            for (int c = 0; equal && c < tree.classes[g + i].length; c++) {
                equal = areEqual(tree.classes[g + i][c], tree.classes[h + i][c]);
            }
            if (!equal) {
                return false;
            }
        }
        return packing.conflicts().isEmpty() || areExchanged(g, h) && areExchanged(h, g);
    }

    private boolean areEqual(int a, int b) {
        PodClass one = packing.classes().get(a);
        PodClass other = packing.classes().get(b);
        return one.count() == other.count()
                && one.min() == other.min()
                && one.maxPerNode() == other.maxPerNode()
                && Arrays.equals(one.request(), other.request())
                && Arrays.equals(one.eligible(), other.eligible());
    }

    /** Whether the conflicts of one group become those of the other when the two are exchanged. */
    private boolean areExchanged(int g, int h) {
        for (int i = 0; i < tree.end[g] - g; i++) {
            for (int c = 0; c < tree.classes[g + i].length; c++) {
                long[] conflicts = conflictsOf[tree.classes[g + i][c]].clone();
                for (int k = 0; k < conflicts.length; k++) {
                    conflicts[k] = conflicts[k] >>> 32 << 32 | exchanged((int) conflicts[k], g, h);
                }
                Arrays.sort(conflicts);
                if (!Arrays.equals(conflicts, conflictsOf[tree.classes[h + i][c]])) {
                    return false;
                }
            }
        }
        return true;
    }

    private int exchanged(int j, int g, int h) {
        return tree.holds(g, j) ? tree.mirrored(j, g, h) : tree.holds(h, j) ? tree.mirrored(j, h, g) : j;
    }
}
