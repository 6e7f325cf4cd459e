package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of groups: a leaf holds pod classes, a composite holds groups.
 *
 * <p>A leaf succeeds if at least {@code minimum} pods of its classes are placed and, once any is placed, at least
 * {@link PodClass#min} of each class. A composite succeeds if at least {@code minimum} of its children succeed. A
 * group that does not succeed has no pod placed in its whole subtree. A minimum of 0 or less is met by nothing at
 * all. A group without classes and children is a leaf. At most {@value #LEVELS} levels of groups are nested, so that
 * whoever walks a tree may do so by recursion. Equal by content.
 *
 * <p>Wherever groups are numbered, they are numbered from 0 for the root in the order of a walk that meets a group
 * before its children.
 *
 * @param minimum pods (leaf) or children (composite) still needed; what already runs is subtracted by the caller
 * @param classes indexes into {@link Packing#classes()}; empty for a composite. No class belongs to two leaves
 * @param children the groups inside; empty for a leaf
 * @param domainOf for each node the domain (0 or more) it lies in, or -1 if it lies in none and may not be used; null
 *     if the group is not bound to one domain. All pods of the subtree go to nodes of one domain, inside the domain
 *     of the parent. Shared, not copied: whoever makes a group must not change it any more
 */
public record PackingGroup(int minimum, List<Integer> classes, List<PackingGroup> children, int @Nullable [] domainOf) {

    /** Most levels of a tree of groups, the root's included. */
    public static final int LEVELS = 500;

    /** Copies the lists, and refuses a tree that is too deep. */
    public PackingGroup {
        classes = List.copyOf(requireNonNull(classes, "classes"));
        children = List.copyOf(requireNonNull(children, "children"));
        if (!classes.isEmpty() && !children.isEmpty()) {
            throw new IllegalArgumentException("a group has classes or children, not both");
        }
        if (levels(children) >= LEVELS) {
            throw new IllegalArgumentException(
                    "children: " + LEVELS + " levels of groups (expected: " + (LEVELS - 1) + " at most)");
        }
    }

    /**
     * Number of levels of some groups and all inside them; takes no stack, and looks at a shared group once a level.
     */
    private static int levels(List<PackingGroup> groups) {
        int levels = 0;
        Collection<PackingGroup> level = groups;
        while (!level.isEmpty()) {
            levels++;
            Set<PackingGroup> next = Collections.newSetFromMap(new IdentityHashMap<>());
            level.forEach(group -> next.addAll(group.children));
            level = next;
        }
        return levels;
    }

    /** A leaf of the given classes that succeeds once {@code minimum} of its pods are placed, anywhere. */
    public static PackingGroup leaf(int minimum, Integer... classes) {
        requireNonNull(classes, "classes");
        return new PackingGroup(minimum, List.of(classes), List.of(), null);
    }

    /** A composite that succeeds once {@code minimum} children do, anywhere. */
    public static PackingGroup composite(int minimum, PackingGroup... children) {
        requireNonNull(children, "children");
        return new PackingGroup(minimum, List.of(), List.of(children), null);
    }

    /** {@return this group, bound to one domain} */
    public PackingGroup inOneDomain(int... domainOf) {
        requireNonNull(domainOf, "domainOf");
        return new PackingGroup(minimum, classes, children, domainOf);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PackingGroup that
                        && minimum == that.minimum
                        && classes.equals(that.classes)
                        && Arrays.equals(domainOf, that.domainOf)
                        && children.equals(that.children);
    }

    @Override
    public int hashCode() {
        return ((minimum * 31 + classes.hashCode()) * 31 + children.hashCode()) * 31 + Arrays.hashCode(domainOf);
    }

    /** {@return one line; of more than 8 children, how many there are} */
    @Override
    public String toString() {
        String inside = children.isEmpty()
                ? "classes=" + (classes.size() > 16 ? classes.size() + " classes" : classes)
                : "children=" + (children.size() > 8 ? children.size() + " groups" : children);
        String bound = domainOf == null ? "" : ", domainOf=" + Conflict.text(domainOf);
        return "PackingGroup[minimum=" + minimum + ", " + inside + bound + "]";
    }
}
