package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of a question, and where it stands in the tree.
 *
 * @param group which group
 * @param depth 0 for the root
 * @param parent number of the group around it, -1 for the root
 * @param minimum pods (for a composite: groups inside) that must run together, running ones included; 1 for a basic
 *     policy
 * @param basic whether the policy is basic
 * @param members members of the group and of all groups inside
 * @param topologyKey label whose value all its pods' nodes share, or null
 * @param domains values of the label, by the numbers of {@link
 *     io.github.workload4j.gang.packing.PackingGroup#domainOf()}; empty without a label
 * @param pinned the value that running members bind the group to, or null
 */
public record GroupNode(
        GroupRef group,
        int depth,
        int parent,
        int minimum,
        boolean basic,
        MemberCounts members,
        @Nullable String topologyKey,
        List<String> domains,
        @Nullable String pinned) {

    public GroupNode {
        requireNonNull(group, "group");
        requireNonNull(members, "members");
        domains = List.copyOf(requireNonNull(domains, "domains"));
    }

    /** {@return whether groups are inside rather than pods} */
    public boolean isComposite() {
        return group.kind() == GroupRef.Kind.COMPOSITE_POD_GROUP;
    }
}
