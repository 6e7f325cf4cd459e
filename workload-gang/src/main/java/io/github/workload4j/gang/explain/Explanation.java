package io.github.workload4j.gang.explain;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.DeviceNote;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.VolumeNote;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.Opening;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a verdict is what it is. Of a group with too few members the counts are given; of one that fits, is held back
 * otherwise or is wrong in itself nothing but the verdict and the kind of proof. Whether the scheduler's own cycle
 * would find a placement is asked {@linkplain #greedy on its own}.
 *
 * @param verdict the verdict that is explained
 * @param proof how it is known
 * @param counts the arithmetic of the group and of the groups inside it, parents first
 * @param focus the group to look at: the first one inside that fails even alone, if its parent cannot spare it, and so
 *     on inward; otherwise the root; null if the lists are empty
 * @param key label whose domains {@code domains} are about; null if it is about the whole cluster
 * @param domains candidate domains of the focus, best first, no more than {@link #MOST_DOMAINS}
 * @param allDomains number of candidate domains
 * @param othersAtMost no domain that is not listed takes more pods than this: an upper bound, counted class by class
 *     and node by node; empty if all are listed, or the focus is made of groups
 * @param nodes for each class of pods of the focus, no more than {@link #MOST_POD_CLASSES}, what nodes say to one of
 *     them
 * @param spreads for each label over which pods must spread and some domain holds the others back, that domain
 * @param similarLabels labels that are asked for and no node has, where nodes have one that is nearly the same
 * @param volumes what there is to know about the volumes of the pods
 * @param devices where kube-scheduler's own choice of devices is likely to fail, of a group that fits
 * @param conflicts sets of requirements that cannot be met together; empty if the group does not fit even without all
 *     of them
 * @param tooSmall whether that is because there are too few nodes for that many pods, whatever they ask: it is proved
 *     that the group does not fit without all requirements, and it would on one more node
 * @param complete whether all that was looked at was decided within the budget; if not, numbers may be lower than what
 *     fits, and conflicts missing
 */
public record Explanation(
        Verdict verdict,
        ProofKind proof,
        List<GroupCount> counts,
        @Nullable GroupRef focus,
        @Nullable String key,
        List<DomainFit> domains,
        int allDomains,
        OptionalInt othersAtMost,
        List<PodClassNodes> nodes,
        List<SpreadLimit> spreads,
        List<SimilarLabel> similarLabels,
        List<VolumeNote> volumes,
        List<DeviceNote> devices,
        List<ConflictSet> conflicts,
        boolean tooSmall,
        boolean complete) {

    /** Largest number of domains listed. */
    public static final int MOST_DOMAINS = 8;

    /** Largest number of pod classes listed. */
    public static final int MOST_POD_CLASSES = 8;

    public Explanation {
        requireNonNull(othersAtMost, "othersAtMost");
        requireNonNull(verdict, "verdict");
        requireNonNull(proof, "proof");
        counts = List.copyOf(requireNonNull(counts, "counts"));
        domains = List.copyOf(requireNonNull(domains, "domains"));
        nodes = List.copyOf(requireNonNull(nodes, "nodes"));
        spreads = List.copyOf(requireNonNull(spreads, "spreads"));
        similarLabels = List.copyOf(requireNonNull(similarLabels, "similarLabels"));
        volumes = List.copyOf(requireNonNull(volumes, "volumes"));
        devices = List.copyOf(requireNonNull(devices, "devices"));
        conflicts = List.copyOf(requireNonNull(conflicts, "conflicts"));
    }

    /**
     * Explains a verdict on a group that may not have been tried at all.
     *
     * @param snapshot nodes and pods the verdict was given on
     * @param groups all groups
     * @param group the group asked about
     * @param verdict what {@link io.github.workload4j.gang.question.Feasibility#answer} said
     * @param budget what all answers together may cost
     * @throws IllegalArgumentException if the verdict is not one on this group in this snapshot; see
     *     {@link GroupQuestion#requireOwn}
     */
    public static Explanation of(
            ClusterSnapshot snapshot, Groups groups, GroupRef group, Verdict verdict, Budget budget) {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(groups, "groups");
        requireNonNull(group, "group");
        requireNonNull(verdict, "verdict");
        requireNonNull(budget, "budget");
        WorkMeter meter = budget.meter();
        return of(Feasibility.open(snapshot, groups, group), verdict, meter);
    }

    /**
     * Explains the verdict on a question.
     *
     * <p>Costs a pass over the nodes for each class of pods, and answers of the kernel: one for each group, one for
     * each domain listed, and one or two for each requirement, each within twice the steps that the verdict cost (or a
     * small constant) and a quarter of what is left.
     *
     * @param question whether the group fits
     * @param verdict the answer to it
     * @param meter what all answers together may spend
     * @throws IllegalArgumentException if the verdict is not one on this question; see {@link GroupQuestion#requireOwn}
     */
    public static Explanation of(GroupQuestion question, Verdict verdict, WorkMeter meter) {
        requireNonNull(question, "question");
        requireNonNull(verdict, "verdict");
        requireNonNull(meter, "meter");
        question.requireOwn(verdict);
        return new ExplanationSearch(question, verdict, ProofKind.of(verdict), meter).explain();
    }

    /**
     * {@return the same of a group that was opened before}
     *
     * @param opening what {@link Feasibility#open} said
     */
    public static Explanation of(Opening opening, Verdict verdict, WorkMeter meter) {
        requireNonNull(opening, "opening");
        requireNonNull(verdict, "verdict");
        requireNonNull(meter, "meter");
        ProofKind proof = ProofKind.of(verdict);
        if (!(opening instanceof Opening.Open open)) {
            requireOwn(((Opening.Decided) opening).verdict(), verdict);
            List<GroupCount> counts = proof != ProofKind.NOT_ENOUGH_MEMBERS
                    ? List.of()
                    : opening.tree().stream().map(GroupCount::untried).toList();
            return bare(verdict, proof, counts);
        }
        return of(open.question(), verdict, meter);
    }

    /** {@return an explanation that needs no look at a node} */
    static Explanation bare(Verdict verdict, ProofKind proof, List<GroupCount> counts) {
        return bare(verdict, proof, counts, List.of(), List.of());
    }

    /** {@return an explanation that needs no look at a node, with what there is to know about volumes and devices} */
    static Explanation bare(
            Verdict verdict,
            ProofKind proof,
            List<GroupCount> counts,
            List<VolumeNote> volumes,
            List<DeviceNote> devices) {
        return new Explanation(
                verdict,
                proof,
                counts,
                null,
                null,
                List.of(),
                0,
                OptionalInt.empty(),
                List.of(),
                List.of(),
                List.of(),
                volumes,
                devices,
                List.of(),
                false,
                !(verdict instanceof Verdict.Undetermined));
    }

    /** A verdict for which no node is looked at costs nothing to be given again. */
    private static void requireOwn(Verdict here, Verdict verdict) {
        boolean own = verdict.word().equals(here.word())
                && verdict.reason().equals(here.reason())
                && verdict.about().equals(here.about());
        if (!own) {
            throw new IllegalArgumentException("verdict: of another snapshot or question: "
                    + verdict.about().group() + " " + verdict.word() + " (expected: "
                    + here.about().group() + " " + here.word() + ", as here)");
        }
    }

    /**
     * {@return what kube-scheduler's documented {@linkplain Greedy greedy cycle} would do, without pods if it fails;
     * empty if it was not followed to its end, because that takes more than is left of the budget, volumes do not go
     * round as it chooses them, or the group may not be tried; {@linkplain Greedy#stopped() stopped} by devices, which
     * it would choose as nobody follows here}
     *
     * <p>Costs a pass over the nodes for each pod; for a group that is known not to fit nothing.
     *
     * @param opening what {@link Feasibility#open} said of the group
     * @param verdict the answer to it
     * @param meter what it may spend
     */
    public static Optional<Greedy> greedy(Opening opening, Verdict verdict, WorkMeter meter) {
        requireNonNull(opening, "opening");
        requireNonNull(verdict, "verdict");
        requireNonNull(meter, "meter");
        if (verdict instanceof Verdict.Infeasible) {
            return Optional.of(new Greedy(
                    verdict.about().group(), Optional.empty(), List.of(), List.of(), Optional.empty(), Set.of()));
        }
        boolean mayBeTried = verdict instanceof Verdict.Feasible || verdict instanceof Verdict.Undetermined;
        if (!mayBeTried || !(opening instanceof Opening.Open open)) {
            return Optional.empty();
        }
        Greedy greedy = Greedy.of(open.question(), meter);
        boolean known = greedy.stopped()
                        .filter(why -> why != StopReason.DEVICES)
                        .isEmpty()
                && open.question().claims().volumeNotes(greedy.placement()).isEmpty();
        return known ? Optional.of(greedy) : Optional.empty();
    }

    /**
     * {@return the best domain if all sums there are enough and only their shape is not: the total is free, but in
     * pieces too small; or empty}
     */
    public Optional<DomainFit> sumsAgainstShapes() {
        return domains.stream()
                .filter(domain -> domain.sumsSuffice() && domain.missing() > 0)
                .findFirst();
    }
}
