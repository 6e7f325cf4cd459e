package io.github.workload4j.gang.explain;

import io.github.workload4j.gang.FilterReasons;
import io.github.workload4j.gang.GroupNode;
import io.github.workload4j.gang.NamedPodClass;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.PackingGroup;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.GroupQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts an {@link Explanation} together. */
final class ExplanationSearch {

    private static final long LITTLE = 200_000;

    /** Most pairs of a kind of pods and a node that are kept where nothing can be answered: 64 MB. */
    private static final long MOST_REFUSALS = 1L << 23;

    private final GroupQuestion question;
    private final Verdict verdict;
    private final ProofKind proof;
    private final AnswerShares answers;
    private final List<GroupNode> levels;
    private final List<PackingGroup> groups = new ArrayList<>();

    ExplanationSearch(GroupQuestion question, Verdict verdict, ProofKind proof, WorkMeter meter) {
        this.question = question;
        this.verdict = verdict;
        this.proof = proof;
        this.answers = new AnswerShares(meter, Math.max(LITTLE, 2 * verdict.steps()));
        this.levels = question.groups();
        number(question.packing().root());
    }

    private void number(PackingGroup group) {
        groups.add(group);
        group.children().forEach(this::number);
    }

    Explanation explain() {
        List<GroupCount> counts = new ArrayList<>();
        if (verdict instanceof Verdict.Feasible yes) {
            return Explanation.bare(
                    verdict,
                    proof,
                    counts,
                    question.claims().volumeNotes(yes.placement()),
                    question.claims().deviceNotes(yes.placement()));
        }
        if (verdict instanceof Verdict.Satisfied || isTooLarge()) {
            return Explanation.bare(verdict, proof, counts);
        }
        for (int g = 0; g < levels.size(); g++) {
            counts.add(count(g));
        }
        int focus = focus(counts);
        FilterReasons[] refusals = new FilterReasons[question.podClasses().size()];
        Arrays.setAll(refusals, question::filterReasons);
        int bound = bound(focus);
        DomainRows.Rows rows = new DomainRows(
                        question, groups.get(focus), refusals, counts.get(focus).needed(), answers)
                .find(
                        bound < 0 ? null : levels.get(bound),
                        bound < 0 ? null : groups.get(bound).domainOf(),
                        Explanation.MOST_DOMAINS);
        List<PodClassNodes> nodes = nodes(groups.get(focus), refusals);
        Conflicts looking = new Conflicts(question, refusals, answers);
        List<ConflictSet> conflicts = verdict instanceof Verdict.Infeasible ? looking.find() : List.of();
        boolean tooSmall = verdict instanceof Verdict.Infeasible
                && conflicts.isEmpty()
                && question.snapshot().nodes() > 0
                && looking.tooSmall();
        return new Explanation(
                verdict,
                proof(nodes, counts.get(focus)),
                counts,
                levels.get(focus).group(),
                bound < 0 ? null : levels.get(bound).topologyKey(),
                rows.rows(),
                rows.domains(),
                rows.othersAtMost(),
                nodes,
                new SpreadLimits(question).find(),
                SimilarLabels.of(question),
                question.claims().volumeNotes(),
                List.of(),
                conflicts,
                tooSmall,
                answers.areComplete());
    }

    /** {@return whether the verdict says all there is to say, and what nodes say to each kind is too much to keep} */
    private boolean isTooLarge() {
        return question.hasTooManyPairs()
                && (long) question.podClasses().size() * question.snapshot().nodes() > MOST_REFUSALS;
    }

    /** Members that do not exist, or that fit nowhere, say more than the points that prove it. */
    private ProofKind proof(List<PodClassNodes> nodes, GroupCount count) {
        if (nodes.isEmpty()) {
            return ProofKind.NOT_ENOUGH_MEMBERS;
        }
        int fitSomewhere = 0;
        for (PodClassNodes each : nodes) {
            fitSomewhere += each.usable() > 0 ? each.podClass().count() : 0;
        }
        boolean leaf = !count.level().isComposite() && count.level().depth() == 0;
        boolean proved = proof != ProofKind.UNDETERMINED && proof != ProofKind.NONE;
        return proved
                        && leaf
                        && nodes.size() < Explanation.MOST_POD_CLASSES
                        && fitSomewhere < Math.max(1, count.needed())
                ? ProofKind.MEMBER_FITS_NOWHERE
                : proof;
    }

    private List<PodClassNodes> nodes(PackingGroup focus, FilterReasons[] refusals) {
        List<NamedPodClass> podClasses = question.podClasses();
        List<PodClassNodes> nodes = new ArrayList<>();
        for (int j : DomainRows.podClasses(focus, new ArrayList<>())) {
            if (nodes.size() < Explanation.MOST_POD_CLASSES) {
                nodes.add(new NodeGrouping(question.snapshot(), podClasses.get(j), refusals[j]).find());
            }
        }
        return nodes;
    }

    private GroupCount count(int g) {
        GroupNode level = levels.get(g);
        int needed = Math.max(g == 0 ? 1 : 0, groups.get(g).minimum());
        if (g == 0 && !level.isComposite() && verdict instanceof Verdict.Undetermined open) {
            return new GroupCount(level, needed, open.sure(), false);
        }
        GroupQuestion alone = question.alone(level.group());
        int bound = bound(g);
        if (bound >= 0 && bound != g) {
            alone = alone.withTopologyKey(level.group(), levels.get(bound).topologyKey());
        }
        MostPlaceable most = MostPlaceable.of(alone.packing(), answers);
        return new GroupCount(level, needed, most.count(), most.exact());
    }

    /** {@return the group itself or the nearest one around it that is bound to a domain, or -1} */
    private int bound(int g) {
        for (int at = g; at >= 0; at = levels.get(at).parent()) {
            if (levels.get(at).topologyKey() != null) {
                return at;
            }
        }
        return -1;
    }

    /**
     * {@return where it goes wrong: from the root down, as long as more groups fail even alone than their parent can
     * spare}
     */
    private int focus(List<GroupCount> counts) {
        int focus = 0;
        for (int inside = 0; inside >= 0; inside = starving(focus, counts)) {
            focus = inside;
        }
        return focus;
    }

    /** {@return the first group inside that fails even alone, or -1 if enough others do not} */
    private int starving(int parent, List<GroupCount> counts) {
        int first = -1;
        int fine = 0;
        for (int g = counts.size() - 1; g > parent; g--) {
            if (levels.get(g).parent() == parent) {
                boolean starves = counts.get(g).starves();
                first = starves ? g : first;
                fine += starves ? 0 : 1;
            }
        }
        return fine < counts.get(parent).needed() ? first : -1;
    }
}
