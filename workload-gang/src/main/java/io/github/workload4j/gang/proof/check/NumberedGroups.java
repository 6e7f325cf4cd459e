package io.github.workload4j.gang.proof.check;

import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.PackingGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The tree of groups of a question, numbered from 0 for the root, each group before its children. */
final class NumberedGroups {

    private final List<PackingGroup> groups = new ArrayList<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<BitSet> classes = new ArrayList<>();

    NumberedGroups(Packing packing) {
        add(packing.root());
    }

    private int add(PackingGroup group) {
        int number = groups.size();
        BitSet inside = new BitSet();
        List<Integer> numbers = new ArrayList<>();
        groups.add(group);
        children.add(numbers);
        classes.add(inside);
        for (int podClass : group.classes()) {
            inside.set(podClass);
        }
        for (PackingGroup child : group.children()) {
            int added = add(child);
            numbers.add(added);
            inside.or(classes.get(added));
        }
        return number;
    }

    int count() {
        return groups.size();
    }

    PackingGroup group(int number) {
        return groups.get(number);
    }

    List<Integer> children(int number) {
        return children.get(number);
    }

    /** {@return the classes of a group and of all groups inside} */
    BitSet classes(int number) {
        return classes.get(number);
    }

    /** {@return whether a pod of a class may lie on a node, resources and cases aside} */
    boolean mayUse(int podClass, Packing packing, int node) {
        boolean grouped = false;
        for (int number = 0; number < groups.size(); number++) {
            if (classes.get(number).get(podClass)) {
                int[] domainOf = groups.get(number).domainOf();
                if (domainOf != null && domainOf[node] < 0) {
                    return false;
                }
                grouped = true;
            }
        }
        return grouped && packing.classes().get(podClass).mayUse(node);
    }

    /** {@return whether a group succeeds without any pod} */
    boolean isMetByNothing(int number) {
        if (children.get(number).isEmpty()) {
            return groups.get(number).minimum() <= 0;
        }
        return children.get(number).stream().filter(this::isMetByNothing).count()
                >= groups.get(number).minimum();
    }

    /** {@return the classes that are not in a group known to be empty} */
    List<Integer> classesOf(GroupState[] state) {
        BitSet all = (BitSet) classes.get(0).clone();
        for (int group = 0; group < state.length; group++) {
            if (state[group] == GroupState.EMPTY) {
                all.andNot(classes.get(group));
            }
        }
        List<Integer> numbers = new ArrayList<>();
        for (int podClass = all.nextSetBit(0); podClass >= 0; podClass = all.nextSetBit(podClass + 1)) {
            numbers.add(podClass);
        }
        return numbers;
    }

    /**
     * A copy of the state with one group known; groups around one that has pods have pods, groups inside an empty one
     * are empty.
     */
    GroupState[] with(GroupState[] state, int number, GroupState known) {
        GroupState[] now = state.clone();
        now[number] = known;
        for (int group = groups.size() - 1; group >= 0; group--) {
            for (int child : children.get(group)) {
                if (now[child] == GroupState.PLACED && now[group] == GroupState.OPEN) {
                    now[group] = GroupState.PLACED;
                }
            }
        }
        for (int group = 0; group < groups.size(); group++) {
            for (int child : children.get(group)) {
                if (now[group] == GroupState.EMPTY) {
                    now[child] = GroupState.EMPTY;
                }
            }
        }
        return now;
    }

    /** Makes a group and all inside it empty, in the given state. */
    void empty(GroupState[] state, int number) {
        state[number] = GroupState.EMPTY;
        children.get(number).forEach(child -> empty(state, child));
    }

    /** {@return what is known at first: the root has pods} */
    GroupState[] start() {
        GroupState[] state = new GroupState[groups.size()];
        Arrays.fill(state, GroupState.OPEN);
        state[0] = GroupState.PLACED;
        return state;
    }
}
