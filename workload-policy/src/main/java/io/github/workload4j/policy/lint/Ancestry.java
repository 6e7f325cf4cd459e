package io.github.workload4j.policy.lint;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.policy.lint.Stream.Placed;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many groups are above each CompositePodGroup of a stream, and which of them form cycles. A parent that is not in
 * the stream ends the way up. Time and memory are linear in the number of groups, whatever the depth.
 */
final class Ancestry {

    private static final int OWN_ANCESTOR = -1;
    private static final int BELOW_A_CYCLE = -2;

    private final Named<CompositePodGroup> groups;
    private final Map<Placed<CompositePodGroup>, Integer> groupsAbove = new IdentityHashMap<>();

    Ancestry(Named<CompositePodGroup> groups) {
        this.groups = groups;
        groups.all().forEach(this::climb);
    }

    /** {@return whether a group is its own ancestor} */
    boolean isOwnAncestor(Placed<? extends ApiObject> group) {
        return groupsAbove.getOrDefault(group, 0) == OWN_ANCESTOR;
    }

    /** {@return how many groups are above a child of {@code parent}; 0 if a cycle is, so that there is no number} */
    int groupsAboveChildOf(Placed<CompositePodGroup> parent) {
        return Math.max(groupsAbove.get(parent) + 1, 0);
    }

    /**
     * {@return the names of a cycle, from the parent of {@code group} up to {@code group}, at most {@code max} of them}
     */
    List<String> cycle(Placed<? extends ApiObject> group, Placed<CompositePodGroup> parent, int max) {
        List<String> names = new ArrayList<>();
        Placed<CompositePodGroup> next = parent;
        while (names.size() < max && next != group) {
            names.add(next.name());
            next = parentOf(next);
        }
        if (names.size() < max) {
            names.add(group.name());
        }
        return names;
    }

    private @Nullable Placed<CompositePodGroup> parentOf(Placed<CompositePodGroup> group) {
        String parent = group.object().spec().parentCompositePodGroupName();
        return parent == null ? null : groups.get(group.namespace(), parent);
    }

    /**
     * Goes up from a group until something is known or the way comes back to itself, and notes what holds for all on
     * the way.
     */
    private void climb(Placed<CompositePodGroup> start) {
        List<Placed<CompositePodGroup>> way = new ArrayList<>();
        Map<Placed<CompositePodGroup>, Integer> positions = new IdentityHashMap<>();
        Placed<CompositePodGroup> next = start;
        while (next != null && !groupsAbove.containsKey(next) && positions.putIfAbsent(next, way.size()) == null) {
            way.add(next);
            next = parentOf(next);
        }
        int above = -1;
        int firstOfCycle = way.size();
        if (next != null) {
            Integer known = groupsAbove.get(next);
            above = known == null || known < 0 ? BELOW_A_CYCLE : known;
            firstOfCycle = known == null ? positions.get(next) : way.size();
        }
        for (int i = way.size() - 1; i >= 0; i--) {
            if (i >= firstOfCycle) {
                groupsAbove.put(way.get(i), OWN_ANCESTOR);
            } else {
                above = above == BELOW_A_CYCLE ? BELOW_A_CYCLE : above + 1;
                groupsAbove.put(way.get(i), above);
            }
        }
    }
}
