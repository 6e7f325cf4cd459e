package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.packing.Budget;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a group fits, exactly.
 *
 * <p>Feasible means: there are pending pods without scheduling gates, an order and a node for each, such that every pod passes every rule at
 * its turn, at least one pod is placed, and the group succeeds, running members counted. The answer places as many pods as it can find, the
 * most there are if it says so.
 *
 * <p>Nothing is believed that was computed in floating point, and nothing guessed: within the budget there may be neither a placement nor a
 * proof, and then the verdict is {@link Verdict.Undetermined}.
 */
public final class Feasibility {

    private Feasibility() {}

    /**
     * Judges one group alone against the snapshot. For a group inside another the root of its tree is judged, as the scheduler does.
     *
     * @param snapshot nodes and pods
     * @param groups all groups
     * @param group the group asked about; need not exist
     * @param budget most steps
     */
    public static Verdict answer(ClusterSnapshot snapshot, Groups groups, GroupRef group, Budget budget) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(group, "group");
        requireNonNull(budget, "budget");
        Opening opening = open(snapshot, groups, group);
        return opening.question() == null
                ? opening.verdict()
                : opening.question().answer(budget);
    }

    /**
     * The same, with a preference among placements of as many pods.
     *
     * @param preference which one
     */
    public static Verdict answer(
            ClusterSnapshot snapshot, Groups groups, GroupRef group, Budget budget, Preference preference) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(group, "group");
        requireNonNull(budget, "budget");
        requireNonNull(preference, "preference");
        Opening opening = open(snapshot, groups, group);
        return opening.question() == null
                ? opening.verdict()
                : opening.question().answer(budget, preference);
    }

    /**
     * What is found before any node is looked at.
     *
     * @param verdict the verdict, if that is enough
     * @param question the question, if it is not
     */
    record Opening(@Nullable Verdict verdict, @Nullable GroupQuestion question) {}

    static Opening open(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        GroupRef root = groups.rootOf(group);
        GroupTree tree;
        try {
            tree = new GroupTrees(groups).tree(root);
        } catch (GroupTrees.Broken broken) {
            About about = new About(root, 0, snapshot.members(root), List.of());
            return new Opening(new Verdict.Errored(about, broken.reason(), broken.detail()), null);
        }
        if (tree == null) {
            About about = new About(root, 0, snapshot.members(root), List.of());
            return new Opening(
                    new Verdict.Gated(about, Reason.GROUP_NOT_FOUND, root.kind().word() + " " + root + " is not there"),
                    null);
        }
        About about = new About(root, tree.minimum(), members(snapshot, tree), List.of());
        Verdict early = new Admission(snapshot, tree, about).verdict();
        return early != null ? new Opening(early, null) : new Opening(null, GroupQuestion.of(snapshot, tree, about));
    }

    static Members members(ClusterSnapshot snapshot, GroupTree tree) {
        List<Members> all = new ArrayList<>();
        tree.forEachLeaf(leaf -> all.add(snapshot.members(leaf.ref())));
        return all.stream().reduce(new Members(0, 0, 0), Members::plus);
    }
}
