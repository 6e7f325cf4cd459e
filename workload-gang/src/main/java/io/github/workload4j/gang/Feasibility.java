package io.github.workload4j.gang;

import io.github.workload4j.gang.order.OrderedAnswer;
import io.github.workload4j.gang.order.OrderedPacking;
import io.github.workload4j.gang.order.OrderedSearch;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.PackingSearch;
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
        GroupRef root = groups.rootOf(group);
        GroupTree tree;
        try {
            tree = new GroupTrees(groups).tree(root);
        } catch (GroupTrees.Broken broken) {
            About about = new About(root, 0, snapshot.members(root), List.of());
            return new Verdict.Errored(about, broken.reason(), broken.detail());
        }
        if (tree == null) {
            About about = new About(root, 0, snapshot.members(root), List.of());
            return new Verdict.Gated(about, Reason.GROUP_NOT_FOUND, root.kind().word() + " " + root + " is not there");
        }
        About about = new About(root, tree.minimum(), members(snapshot, tree), List.of());
        Verdict early = new Admission(snapshot, tree, about).verdict();
        return early != null ? early : new Asked(snapshot, tree, about).answer(budget);
    }

    private static Members members(ClusterSnapshot snapshot, GroupTree tree) {
        List<Members> all = new ArrayList<>();
        tree.forEachLeaf(leaf -> all.add(snapshot.members(leaf.ref())));
        return all.stream().reduce(new Members(0, 0, 0), Members::plus);
    }

    /** A group that may be tried, as a question in numbers. */
    private static final class Asked {
        private final Question question;
        private final OrderedPacking packing;
        private final ClusterSnapshot snapshot;
        private final GroupTree tree;
        private final About about;

        Asked(ClusterSnapshot snapshot, GroupTree tree, About about) {
            this.snapshot = snapshot;
            this.tree = tree;
            this.question = new Question(snapshot, tree);
            this.packing = question.compile();
            this.about = new About(about.group(), about.minimum(), about.members(), question.unmodelled());
        }

        Verdict answer(Budget budget) {
            PackingAnswer relaxed = PackingSearch.answer(packing.relaxed(), budget);
            if (relaxed instanceof PackingAnswer.DoesNotFit no) {
                return new Verdict.Infeasible(about, certified(no.certificate()), no.steps());
            }
            if (relaxed instanceof PackingAnswer.Fits fits) {
                Evidence noMore = fits.noMore() == null ? null : certified(fits.noMore());
                return packing.isOrdered()
                        ? inOrder(fits.placed(), fits.atMost(), noMore, fits.steps(), budget)
                        : feasible(byClass(fits.placed()), fits.atMost(), noMore, fits.steps());
            }
            PackingAnswer.Undetermined open = (PackingAnswer.Undetermined) relaxed;
            Evidence noMore = open.noMore() == null ? null : certified(open.noMore());
            return inOrder(List.of(), open.atMost(), noMore, open.steps(), budget);
        }

        /** The search in order knows all rules, so it may also try what the packing search left open. */
        private Verdict inOrder(
                List<Placed> relaxed, int atMost, @Nullable Evidence noMore, long spent, Budget budget) {
            OrderedAnswer ordered =
                    OrderedSearch.answer(packing, relaxed, atMost, Math.max(1, budget.steps() - spent));
            long steps = spent + ordered.cost();
            List<Step> found = ordered.steps();
            if (!ordered.complete()) {
                return found.isEmpty()
                        ? new Verdict.Undetermined(about, 0, atMost, steps)
                        : feasible(found, atMost, noMore, steps);
            }
            if (found.isEmpty()) {
                return new Verdict.Infeasible(about, new Evidence.Exhausted(ordered.states()), steps);
            }
            return found.size() == atMost
                    ? feasible(found, atMost, noMore, steps)
                    : feasible(found, found.size(), new Evidence.Exhausted(ordered.states()), steps);
        }

        private static List<Step> byClass(List<Placed> placed) {
            List<Step> steps = new ArrayList<>();
            for (Placed some : placed) {
                for (int i = 0; i < some.count(); i++) {
                    steps.add(new Step(some.podClass(), some.node()));
                }
            }
            return steps;
        }

        private Verdict feasible(List<Step> steps, int atMost, @Nullable Evidence noMore, long cost) {
            int[] used = new int[packing.relaxed().classes().size()];
            List<Assignment> placement = new ArrayList<>();
            for (Step step : steps) {
                placement.add(question.assignment(step.podClass(), used[step.podClass()]++, step.node()));
            }
            return new Verdict.Feasible(about, placement, question.domains(tree, steps), atMost, noMore, cost);
        }

        private Evidence certified(Certificate certificate) {
            return new Evidence.Certified(
                    packing.relaxed(), certificate, question.names(), nodeNames(), packing.isOrdered());
        }

        private List<String> nodeNames() {
            List<String> names = new ArrayList<>();
            for (int n = 0; n < snapshot.nodes(); n++) {
                names.add(snapshot.node(n).metadata().name());
            }
            return names;
        }
    }
}
