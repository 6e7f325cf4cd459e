package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Verdict} is about, whatever it says.
 *
 * @param group the group that was judged: the root of the tree of the group asked about
 * @param minimum pods (for a composite: groups inside) that must run together: {@code minCount}, {@code minGroupCount},
 *     or 1 for a basic policy; 0 if the group is not known
 * @param members members of the group, for a composite of all groups inside
 * @param unmodelled what else the truth depends on, beyond a snapshot of nodes and pods
 * @param release the release of Kubernetes whose scheduler's rules hold
 */
public record GroupSummary(
        GroupRef group, int minimum, MemberCounts members, List<Unmodelled> unmodelled, AnswerRelease release) {

    public GroupSummary {
        requireNonNull(group, "group");
        requireNonNull(members, "members");
        unmodelled = List.copyOf(requireNonNull(unmodelled, "unmodelled"));
        requireNonNull(release, "release");
    }

    /** {@return the same, and that the truth depends on something else as well} */
    public GroupSummary dependingOn(Unmodelled further) {
        List<Unmodelled> all = new ArrayList<>(unmodelled);
        all.add(requireNonNull(further, "further"));
        return new GroupSummary(group, minimum, members, all, release);
    }
}
