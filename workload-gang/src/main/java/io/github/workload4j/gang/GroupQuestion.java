package io.github.workload4j.gang;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.eligibility.Domains;
import io.github.workload4j.gang.order.OrderedAnswer;
import io.github.workload4j.gang.order.OrderedPacking;
import io.github.workload4j.gang.order.OrderedSearch;
import io.github.workload4j.gang.order.Refill;
import io.github.workload4j.gang.order.Simplified;
import io.github.workload4j.gang.order.Step;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.Packing;
import io.github.workload4j.gang.packing.Placed;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.proof.PackingAnswer;
import io.github.workload4j.gang.search.PackingSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A group that may be tried, as a question in numbers, and what the numbers are called.
 *
 * <p>The changing methods give the same question about other wishes of the pods or groups: what if it asked less, or did not have to stay in
 * one rack? They keep what was found out about the pods and cost time linear in kinds of pods times nodes at most.
 */
public final class GroupQuestion {

    private final ClusterSnapshot snapshot;
    private final GroupTree tree;
    private final Question question;
    private final OrderedPacking packing;
    private final About about;

    private GroupQuestion(ClusterSnapshot snapshot, GroupTree tree, Question question, About about) {
        this.snapshot = snapshot;
        this.tree = tree;
        this.question = question;
        this.packing = new Compilation(question).compile();
        this.about = about;
    }

    static GroupQuestion of(ClusterSnapshot snapshot, GroupTree tree, About about) {
        Question question = new Question(snapshot, tree);
        return new GroupQuestion(
                snapshot,
                tree,
                question,
                new About(
                        about.group(), about.minimum(), about.members(), Unmodelled.of(snapshot, question.members())));
    }

    /**
     * {@return the question about a group, for one inside another about the root of its tree; empty if the group is gated, in error or
     * satisfied, so that no node needs to be looked at}
     */
    public static Optional<GroupQuestion> of(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        return Optional.ofNullable(Feasibility.open(snapshot, groups, group).question());
    }

    /**
     * {@return the question whether so many of these groups fit together, each as it is; empty if fewer than that may be tried}
     *
     * <p>Those that are gated, in error or satisfied are left out. The root of the question is a group that does not exist.
     *
     * @param some groups, of which those inside another stand for their roots
     * @param minimum how many of them must fit
     */
    public static Optional<GroupQuestion> together(
            ClusterSnapshot snapshot, Groups groups, List<GroupRef> some, int minimum) {
        List<GroupTree> trees = new ArrayList<>();
        for (GroupRef ref : some) {
            GroupQuestion single = Feasibility.open(snapshot, groups, ref).question();
            if (single != null && trees.stream().noneMatch(tree -> tree.ref().equals(single.tree.ref()))) {
                trees.add(single.tree);
            }
        }
        if (trees.size() < minimum || trees.isEmpty()) {
            return Optional.empty();
        }
        GroupRef all = GroupTree.NOBODY;
        GroupTree root = new GroupTree(
                all, minimum, false, null, null, trees, trees.get(0).facts());
        return Optional.of(of(snapshot, root, new About(all, minimum, Feasibility.members(snapshot, root), List.of())));
    }

    /**
     * {@return the tree that a group is in, also of one that may not be tried, parents first; empty if there is no such group or its tree breaks
     * a rule} Which domain running members pin a group to is not looked at.
     */
    public static List<GroupLevel> levels(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        List<GroupLevel> levels = new ArrayList<>();
        try {
            GroupTree tree = new GroupTrees(groups).tree(groups.rootOf(group));
            if (tree != null) {
                addLevels(snapshot, tree, 0, -1, levels);
            }
        } catch (GroupTrees.Broken broken) {
            return List.of();
        }
        return levels;
    }

    private static void addLevels(
            ClusterSnapshot snapshot, GroupTree group, int depth, int parent, List<GroupLevel> to) {
        int number = to.size();
        Members members = Feasibility.members(snapshot, group);
        String key = group.topologyKey();
        to.add(new GroupLevel(
                group.ref(), depth, parent, group.minimum(), group.basic(), members, key, List.of(), null));
        group.children().forEach(child -> addLevels(snapshot, child, depth + 1, number, to));
    }

    /** {@return what a verdict on this question is about} */
    public About about() {
        return about;
    }

    /** {@return the names of the numbers} */
    Question question() {
        return question;
    }

    /** {@return the question in numbers with its ordered rules} */
    OrderedPacking ordered() {
        return packing;
    }

    /** {@return the snapshot the question is asked of} */
    public ClusterSnapshot snapshot() {
        return snapshot;
    }

    /** {@return the question in numbers; if {@linkplain #isOrdered() ordered}, without the rules whose order matters} */
    public Packing packing() {
        return packing.relaxed();
    }

    /** {@return whether there is a rule for which the order of placing matters: pod affinity or topology spread between members} */
    public boolean isOrdered() {
        return packing.isOrdered();
    }

    /** {@return the names of resources, in the order of the packing; the last is {@code pods}} */
    public List<String> resources() {
        return question.resourceNames();
    }

    /** {@return what the pod classes of the packing are, in its order} */
    public List<PodKind> kinds() {
        return question.kinds();
    }

    /** {@return the groups, by their numbers in the packing: a group before the groups inside it} */
    public List<GroupLevel> groups() {
        List<GroupLevel> levels = new ArrayList<>();
        question.addLevels(tree, 0, -1, levels);
        return levels;
    }

    /** {@return why which nodes do not take a pod of a kind, in time linear in nodes} */
    public Refusals refusals(int kind) {
        return question.refusals(kind);
    }

    /**
     * {@return the same question about pods that ask something else}
     *
     * @param change called with a pod of each kind; what it gives stands for all of that kind. Its labels and its group are not looked at
     */
    public GroupQuestion withPods(UnaryOperator<Pod> change) {
        return new GroupQuestion(snapshot, tree, question.with(change), about);
    }

    /**
     * {@return the pods that are there and keep a pending one of the question away by their own required anti-affinity, in the order of
     * namespace and name; in time linear in such pods times kinds}
     */
    public List<RepellingPod> repelling() {
        return question.repelling();
    }

    /** {@return the same question, as if no {@linkplain #repelling pod that is there} kept others away} */
    public GroupQuestion withoutRepelling() {
        return new GroupQuestion(snapshot, tree, question.withoutRepelling(), about);
    }

    /** {@return the same question with a group bound to one domain of another label, or to none if that is null; running members still pin} */
    public GroupQuestion withTopologyKey(GroupRef group, @Nullable String key) {
        return with(tree.with(group, node -> node.withTopologyKey(key)));
    }

    /** {@return the same question with another minimum of a group, 1 or more, running ones included} */
    public GroupQuestion withMinimum(GroupRef group, int minimum) {
        if (minimum < 1) {
            throw new IllegalArgumentException("minimum: " + minimum + " (expected: 1 or more)");
        }
        return with(tree.with(group, node -> node.withMinimum(minimum)));
    }

    /** {@return the same question about one of the groups alone, as if there were no group around it} */
    public GroupQuestion alone(GroupRef group) {
        GroupTree only = tree.find(group);
        if (only == null) {
            throw new IllegalArgumentException("group: " + group + " is not in the tree of " + tree.ref());
        }
        return with(only);
    }

    private GroupQuestion with(GroupTree other) {
        return new GroupQuestion(
                snapshot,
                other,
                question.with(other),
                new About(other.ref(), other.minimum(), Feasibility.members(snapshot, other), about.unmodelled()));
    }

    /**
     * {@return the domains in which pods of a group with a topology constraint are placed by some valid answer} Every domain is a question of
     * its own, asked within the budget.
     *
     * @throws IllegalArgumentException if the tree has no such group, or it has no topology constraint
     */
    public DomainsThatFit domainsThatFit(GroupRef group, Budget budget) {
        GroupTree inside = tree.find(group);
        String key = inside == null ? null : inside.topologyKey();
        if (inside == null || key == null) {
            throw new IllegalArgumentException("group: " + group + " (expected: one with a topology constraint)");
        }
        Domains domains = snapshot.landscape().domains(key);
        int pinned = Admission.pinned(snapshot, inside, domains);
        // Without running members a group succeeds by pods placed; with some it may succeed by them alone, and then a
        // leaf of it must not.
        List<GroupRef> needed = new ArrayList<>(List.of(group));
        if (pinned >= 0) {
            needed.clear();
            inside.forEachLeaf(leaf -> needed.add(leaf.ref()));
        }
        List<String> fit = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String value : pinned < 0
                ? new TreeSet<>(domains.values())
                : List.of(domains.values().get(pinned))) {
            boolean fits = false;
            boolean refuted = true;
            for (int i = 0; i < needed.size() && !fits; i++) {
                GroupTree changed = tree.needing(needed.get(i))
                        .with(needed.get(i), leaf -> leaf.withPodPlaced(snapshot))
                        .with(group, bound -> bound.withDomain(value));
                Verdict verdict = with(changed).answer(budget);
                fits = verdict instanceof Verdict.Feasible;
                refuted &= verdict instanceof Verdict.Infeasible;
            }
            if (fits) {
                fit.add(value);
            } else if (!refuted) {
                open.add(value);
            }
        }
        return new DomainsThatFit(group, key, fit, open);
    }

    /** {@return the same question asked of another snapshot, in which the pending members are the same} */
    public GroupQuestion on(ClusterSnapshot other) {
        return new GroupQuestion(other, tree, question.on(other), about);
    }

    /** {@return whether the group fits, and among placements of as many pods a preferred one} */
    public Verdict answer(Budget budget, Preference preference) {
        Verdict verdict = answer(budget);
        if (!(verdict instanceof Verdict.Feasible found) || preference == Preference.SEARCH) {
            return verdict;
        }
        if (preference == Preference.SCHEDULER) {
            Greedy greedy = Greedy.of(this);
            return greedy.placement().size() == found.placed()
                    ? new Verdict.Feasible(
                            about, greedy.placement(), greedy.domains(), found.atMost(), found.noMore(), found.steps())
                    : found;
        }
        List<Step> preferred = Refill.of(packing, question.steps(found.placement()), preference == Preference.PACKED);
        return feasible(preferred, found.atMost(), found.noMore(), found.steps());
    }

    /** {@return whether the group fits} */
    public Verdict answer(Budget budget) {
        OrderedPacking simplified = Simplified.of(packing);
        PackingAnswer relaxed = PackingSearch.answer(simplified.relaxed(), budget);
        if (relaxed instanceof PackingAnswer.DoesNotFit no) {
            return new Verdict.Infeasible(about, certified(simplified, no.certificate()), no.steps());
        }
        if (relaxed instanceof PackingAnswer.Fits fits) {
            Evidence noMore = fits.noMore() == null ? null : certified(simplified, fits.noMore());
            return simplified.isOrdered()
                    ? inOrder(simplified, fits.placed(), fits.atMost(), noMore, fits.steps(), budget)
                    : feasible(byClass(fits.placed()), fits.atMost(), noMore, fits.steps());
        }
        PackingAnswer.Undetermined open = (PackingAnswer.Undetermined) relaxed;
        Evidence noMore = open.noMore() == null ? null : certified(simplified, open.noMore());
        return inOrder(simplified, List.of(), open.atMost(), noMore, open.steps(), budget);
    }

    /** The search in order knows all rules, so it may also try what the packing search left open. */
    private Verdict inOrder(
            OrderedPacking simplified,
            List<Placed> relaxed,
            int atMost,
            @Nullable Evidence noMore,
            long spent,
            Budget budget) {
        Budget rest = new Budget(Math.max(1, budget.steps() - spent), budget.time());
        OrderedAnswer ordered = OrderedSearch.answer(simplified, relaxed, atMost, rest);
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

    private Evidence certified(OrderedPacking simplified, Certificate certificate) {
        return new Evidence.Certified(
                simplified.relaxed(), certificate, question.names(), nodeNames(), packing.isOrdered());
    }

    private List<String> nodeNames() {
        List<String> names = new ArrayList<>();
        for (int n = 0; n < snapshot.nodes(); n++) {
            names.add(snapshot.node(n).metadata().name());
        }
        return names;
    }
}
