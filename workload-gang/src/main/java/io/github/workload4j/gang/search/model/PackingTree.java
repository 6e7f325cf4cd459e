package io.github.workload4j.gang.search.model;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of groups, flattened. Group 0 is the root, each group comes before the groups inside it, and its subtree is
 * the range up to {@code end[group]}.
 */
public final class PackingTree {

    public static final byte OPEN = 0;
    public static final byte PLACED = 1;
    public static final byte EMPTY = 2;

    public final int size;

    /** The groups themselves. */
    public final List<PackingGroup> groups;

    public final int[] parent;
    public final int[] end;
    public final int[] minimum;
    public final boolean[] leaf;
    public final int[][] classes;
    public final int[][] children;
    public final int[] @Nullable [] domainOf;
    public final boolean[] metByNothing;

    /** The leaf of each class, or -1. */
    public final int[] leafOf;

    PackingTree(Packing packing) {
        List<PackingGroup> all = new ArrayList<>();
        List<Integer> parents = new ArrayList<>();
        flatten(packing.root(), -1, all, parents);
        groups = all;
        size = all.size();
        parent = numbers(parents);
        end = new int[size];
        minimum = new int[size];
        leaf = new boolean[size];
        classes = new int[size][];
        children = new int[size][];
        domainOf = new int[size][];
        metByNothing = new boolean[size];
        leafOf = new int[packing.classes().size()];
        Arrays.fill(leafOf, -1);
        int[] met = new int[size];
        for (int g = size - 1; g >= 0; g--) {
            PackingGroup group = all.get(g);
            end[g] = Math.max(end[g], g + 1);
            minimum[g] = group.minimum();
            leaf[g] = group.children().isEmpty();
            domainOf[g] = group.domainOf();
            classes[g] = numbers(group.classes());
            for (int j : classes[g]) {
                leafOf[j] = g;
            }
            metByNothing[g] = met[g] >= minimum[g];
            if (g > 0) {
                end[parent[g]] = Math.max(end[parent[g]], end[g]);
                met[parent[g]] += metByNothing[g] ? 1 : 0;
            }
        }
        for (int g = 0; g < size; g++) {
            int[] own = new int[all.get(g).children().size()];
            int child = g + 1;
            for (int i = 0; i < own.length; i++) {
                own[i] = child;
                child = end[child];
            }
            children[g] = own;
        }
    }

    private static int[] numbers(List<Integer> list) {
        int[] numbers = new int[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i);
        }
        return numbers;
    }

    private static void flatten(PackingGroup group, int parent, List<PackingGroup> all, List<Integer> parents) {
        int number = all.size();
        all.add(group);
        parents.add(parent);
        for (PackingGroup child : group.children()) {
            flatten(child, number, all, parents);
        }
    }

    public boolean holds(int group, int podClass) {
        return leafOf[podClass] >= group && leafOf[podClass] < end[group];
    }

    /** {@return whether there are classes in a group or inside it} */
    public boolean holdsPods(int group) {
        for (int g = group; g < end[group]; g++) {
            if (classes[g].length > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return the class of one group that corresponds to a class of another, interchangeable group} */
    public int mirrored(int podClass, int from, int to) {
        int leaf = leafOf[podClass];
        int position = 0;
        while (classes[leaf][position] != podClass) {
            position++;
        }
        return classes[leaf - from + to][position];
    }

    /** What is known at first: the root has pods. */
    byte[] start() {
        byte[] state = new byte[size];
        state[0] = PLACED;
        return state;
    }

    /** A copy of the state with one more group known, and what follows for the groups around it and inside it. */
    public byte[] with(byte[] state, int group, byte known) {
        byte[] next = state.clone();
        next[group] = known;
        if (known == EMPTY) {
            Arrays.fill(next, group, end[group], EMPTY);
        } else {
            for (int g = group; g >= 0; g = parent[g]) {
                next[g] = PLACED;
            }
        }
        return next;
    }

    /** Whether every group that has pods meets its minimum, and the root has pods and meets its own. */
    public boolean succeeds(int[] placed, int[] min) {
        int[] pods = new int[size];
        int[] successes = new int[size];
        for (int g = size - 1; g >= 0; g--) {
            boolean success;
            if (leaf[g]) {
                boolean each = true;
                for (int j : classes[g]) {
                    pods[g] += placed[j];
                    each &= placed[j] >= min[j];
                }
                success = pods[g] >= minimum[g] && (each || pods[g] == 0);
            } else {
                success = successes[g] >= minimum[g];
            }
            if (!success && (pods[g] > 0 || g == 0)) {
                return false;
            }
            if (g > 0) {
                pods[parent[g]] += pods[g];
                successes[parent[g]] += success ? 1 : 0;
            }
        }
        return pods[0] > 0;
    }
}
