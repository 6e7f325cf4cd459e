package io.github.workload4j.gang;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A group and the groups inside it.
 *
 * @param ref which group
 * @param minimum pods (leaf) or children (composite) that must run together; 1 for a basic policy
 * @param basic whether the policy is basic
 * @param topologyKey label whose value all pods of the subtree share, or null
 * @param children groups inside, ordered by name; empty for a leaf
 * @param facts what the scheduler compares with the members
 */
record GroupTree(
        GroupRef ref,
        int minimum,
        boolean basic,
        @Nullable String topologyKey,
        List<GroupTree> children,
        GroupFacts facts) {

    GroupTree {
        children = List.copyOf(children);
    }

    boolean isLeaf() {
        return ref.kind() != GroupRef.Kind.COMPOSITE_POD_GROUP;
    }

    /** {@return whether this is that group or inside it} */
    boolean isInside(GroupTree group) {
        return this == group || group.children.stream().anyMatch(this::isInside);
    }

    void forEachLeaf(Consumer<GroupTree> action) {
        if (isLeaf()) {
            action.accept(this);
        }
        children.forEach(child -> child.forEachLeaf(action));
    }

    /** Visits this group and all inside it, parents first. */
    void forEach(Consumer<GroupTree> action) {
        action.accept(this);
        children.forEach(child -> child.forEach(action));
    }

    GroupTree withTopologyKey(@Nullable String key) {
        return new GroupTree(ref, minimum, basic, key, children, facts);
    }

    GroupTree withMinimum(int other) {
        return new GroupTree(ref, other, basic, topologyKey, children, facts);
    }

    /** {@return this tree with one group changed} */
    GroupTree with(GroupRef group, UnaryOperator<GroupTree> change) {
        if (ref.equals(group)) {
            return change.apply(this);
        }
        List<GroupTree> changed =
                children.stream().map(child -> child.with(group, change)).toList();
        return new GroupTree(ref, minimum, basic, topologyKey, changed, facts);
    }

    /** {@return a group of the tree, or null} */
    @Nullable GroupTree find(GroupRef group) {
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
