package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.GroupNode;

/**
 * The arithmetic of one group.
 *
 * @param level the group, its minimum and its members
 * @param needed pods (for a composite: groups inside) that must still be placed for it to succeed; 0 if enough run
 *     already
 * @param placeable most pods (groups inside) that can be placed if the group were alone, in one domain if it, or the
 *     nearest group around it, is bound to one
 * @param exact whether {@code placeable} is proved to be the most; otherwise it is what was found within the budget
 */
public record GroupCount(GroupNode level, int needed, int placeable, boolean exact) {

    public GroupCount {
        requireNonNull(level, "level");
    }

    /** {@return the count of a group that may not be tried: nothing is known to be placeable} */
    static GroupCount untried(GroupNode level) {
        int needed = Math.max(
                0, level.minimum() - (level.isComposite() ? 0 : level.members().running()));
        return new GroupCount(level, needed, 0, false);
    }

    /** {@return whether the group fails even if it were alone} */
    public boolean starves() {
        return exact && placeable < needed;
    }

    /** {@return how many pods (groups inside) are missing} */
    public int missing() {
        return Math.max(0, needed - placeable);
    }
}
