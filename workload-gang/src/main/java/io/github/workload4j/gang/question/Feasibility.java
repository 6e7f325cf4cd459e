package io.github.workload4j.gang.question;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.AnswerRelease;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.MemberCounts;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.eligibility.SchedulerRules;
import io.github.workload4j.gang.group.Admission;
import io.github.workload4j.gang.group.GroupTree;
import io.github.workload4j.gang.group.Membership;
import io.github.workload4j.gang.inside.Inside;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.WorkMeter;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a group fits, exactly.
 *
 * <p>Feasible means: there are pending pods without scheduling gates, an order and a node for each, such that every pod
 * passes every rule at its turn, at least one pod is placed, and the group succeeds, running members counted. The
 * answer places as many pods as it can find, the most there are if it says so.
 *
 * <p>The rules are those of one {@linkplain io.github.workload4j.gang.AnswerRelease release}, which every verdict
 * names: the one that the snapshot is {@linkplain ClusterSnapshot#withSetup said} to be of, or else the newest that a
 * kubelet in it reports, if it serves the group's version, or else the newest final release that does.
 *
 * <p>Nothing is believed that was computed in floating point, and nothing guessed: within the budget there may be
 * neither a placement nor a proof, and then the verdict is {@link Verdict.Undetermined}. What is answered has been
 * checked: placements and certificates by checkers that share no code with the search. The budget can {@linkplain
 * Budget#unchecked() do without}.
 */
public final class Feasibility {

    private Feasibility() {}

    /**
     * Judges one group alone against the snapshot. For a group inside another the root of its tree is judged, as the
     * scheduler does.
     *
     * @param snapshot nodes and pods
     * @param groups all groups
     * @param group the group asked about; need not exist
     * @param budget what the answer and its check may cost; its time begins now, opening the question included
     */
    public static Verdict answer(ClusterSnapshot snapshot, Groups groups, GroupRef group, Budget budget) {
        return answer(snapshot, groups, group, budget, Preference.SEARCH);
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
        WorkMeter meter = budget.meter();
        return open(snapshot, groups, group).answer(meter, preference);
    }

    /**
     * {@return what is known of a group before any node is looked at: for more than one question about it}
     *
     * <p>Opened again, with nothing else opened in between, it is the same and costs nothing. If the snapshot has
     * devices, it costs little: what is worked out about these is kept in the question, so that each caller has one of
     * its own.
     */
    public static Opening open(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(group, "group");
        Opening known = Inside.of(snapshot).remembered().last(groups, group, Opening.class);
        if (known == null) {
            known = openRoot(snapshot, groups.in(snapshot.setup()), group);
            Inside.of(snapshot).remembered().keepLast(groups, group, known);
        }
        return known instanceof Opening.Open open
                        && !snapshot.devices().slices().isEmpty()
                ? new Opening.Open(open.question().forAnotherCaller())
                : known;
    }

    private static Opening openRoot(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        GroupRef root = groups.rootOf(group);
        AnswerRelease release = Releases.of(snapshot, groups, root);
        SchedulerRules rules = Releases.rules(snapshot, release);
        GroupTree tree;
        try {
            tree = new GroupTrees(groups, rules).tree(root);
        } catch (GroupTrees.Broken broken) {
            GroupSummary about = new GroupSummary(root, 0, snapshot.members(root), List.of(), release);
            return new Opening.Decided(broken.verdict(about, rules), List.of());
        }
        if (tree == null) {
            GroupSummary about = new GroupSummary(root, 0, snapshot.members(root), List.of(), release);
            Verdict missing =
                    new Verdict.Gated(about, Reason.GROUP_NOT_FOUND, root.kind().word() + " " + root + " is not there");
            return new Opening.Decided(missing, List.of());
        }
        Membership membership = Membership.of(snapshot, tree);
        GroupSummary about = new GroupSummary(root, tree.minimum(), membership.counts(tree), List.of(), release);
        Verdict early = new Admission(snapshot, tree, membership, rules, about).verdict();
        if (early == null) {
            return new Opening.Open(GroupQuestion.of(
                    snapshot, tree, membership, about, new QuestionOrigin(groups, List.of(root), 0, List.of())));
        }
        List<GroupNode> nodes = new ArrayList<>();
        addNodes(membership, tree, 0, -1, nodes);
        return new Opening.Decided(early, nodes);
    }

    private static void addNodes(Membership membership, GroupTree group, int depth, int parent, List<GroupNode> to) {
        int number = to.size();
        MemberCounts members = membership.counts(group);
        String key = group.topologyKey();
        to.add(new GroupNode(
                group.ref(), depth, parent, group.minimum(), group.basic(), members, key, List.of(), null));
        group.children().forEach(child -> addNodes(membership, child, depth + 1, number, to));
    }
}
