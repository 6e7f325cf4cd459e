package io.github.workload4j.gang.group;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A group and the groups inside it.
 *
 * @param ref which group
 * @param minimum pods (leaf) or children (composite) that must run together; 1 for a basic policy
 * @param basic whether the policy is basic
 * @param topologyKey label whose value all pods of the subtree share, or null
 * @param domain the one value of it that is looked at, or null for all
 * @param children groups inside, ordered by name; empty for a leaf
 * @param facts what the scheduler compares with the members
 */
public record GroupTree(
        GroupRef ref,
        int minimum,
        boolean basic,
        @Nullable String topologyKey,
        @Nullable String domain,
        List<GroupTree> children,
        GroupFacts facts) {

    /** Name of a group that does not exist. */
    public static final GroupRef NOBODY = GroupRef.compositePodGroup("", "");

    public GroupTree {
        children = List.copyOf(children);
    }

    public boolean isLeaf() {
        return ref.kind() != GroupRef.Kind.COMPOSITE_POD_GROUP;
    }

    /** {@return whether this is that group or inside it} */
    public boolean isInside(GroupTree group) {
        if (this == group) {
            return true;
        }
        for (GroupTree child : group.children) {
            if (isInside(child)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the groups of pods in it, in order; itself if it is one} */
    public List<GroupTree> leaves() {
        if (isLeaf()) {
            return List.of(this);
        }
        List<GroupTree> leaves = new ArrayList<>();
        for (GroupTree child : children) {
            leaves.addAll(child.leaves());
        }
        return leaves;
    }

    /** {@return this group and all inside it, parents first} */
    public List<GroupTree> all() {
        List<GroupTree> all = new ArrayList<>();
        all.add(this);
        for (GroupTree child : children) {
            all.addAll(child.all());
        }
        return all;
    }

    public GroupTree withTopologyKey(@Nullable String key) {
        return new GroupTree(ref, minimum, basic, key, null, children, facts);
    }

    public GroupTree withMinimum(int other) {
        return new GroupTree(ref, other, basic, topologyKey, domain, children, facts);
    }

    /** {@return this tree with one group changed} */
    public GroupTree with(GroupRef group, UnaryOperator<GroupTree> change) {
        if (ref.equals(group)) {
            return change.apply(this);
        }
        List<GroupTree> changed =
                children.stream().map(child -> child.with(group, change)).toList();
        return new GroupTree(ref, minimum, basic, topologyKey, domain, changed, facts);
    }

    public GroupTree withDomain(String value) {
        return new GroupTree(ref, minimum, basic, topologyKey, value, children, facts);
    }

    /** {@return this group; a leaf then needs one pod more than runs} */
    public GroupTree withPodPlaced(ClusterSnapshot snapshot) {
        return isLeaf() ? withMinimum(Math.max(minimum, snapshot.members(ref).running() + 1)) : this;
    }

    /**
     * {@return this tree, which now succeeds only if a group of it does}
     *
     * <p>Around that group the others are what they were.
     */
    public GroupTree needing(GroupRef group) {
        GroupTree needed = null;
        List<GroupTree> others = new ArrayList<>();
        for (GroupTree child : children) {
            if (child.find(group) == null) {
                others.add(child);
            } else {
                needed = child.needing(group);
            }
        }
        if (needed == null) {
            return this;
        }
        GroupTree rest = new GroupTree(NOBODY, minimum - 1, false, null, null, others, facts);
        return new GroupTree(ref, 2, basic, topologyKey, domain, List.of(needed, rest), facts);
    }

    /** {@return a group of the tree, or null} */
    @Nullable
    public GroupTree find(GroupRef group) {
        if (ref.equals(group)) {
            return this;
        }
        for (GroupTree child : children) {
            GroupTree found = child.find(group);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
