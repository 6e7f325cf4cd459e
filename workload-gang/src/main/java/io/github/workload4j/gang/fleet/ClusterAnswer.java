package io.github.workload4j.gang.fleet;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.PodDisruptionBudget;
import io.github.workload4j.gang.Preference;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.WorkMeter;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.question.Opening;
import io.github.workload4j.gang.whatif.Evictions;
import io.github.workload4j.gang.whatif.NodesToAdd;
import io.github.workload4j.gang.whatif.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one of several clusters says to a group.
 *
 * @param cluster the cluster's name, as the caller has it
 * @param verdict whether the group fits there
 * @param scarcest the resource of which it takes the largest share of what is free; null if it was not tried there, or
 *     asks nothing
 * @param nodes nodes to add that would make it fit, fewest first; empty if none were looked for, or none help
 * @param evictions who could leave for it to fit; null if nobody was looked for, or nobody helps
 * @param complete whether all that would help was looked for to its end; true if nothing was
 * @since 0.1.0
 */
public record ClusterAnswer(
        String cluster,
        Verdict verdict,
        @Nullable ScarcestResource scarcest,
        List<Suggestion.MoreNodes> nodes,
        @Nullable Evictions evictions,
        boolean complete) {

    public ClusterAnswer {
        requireNonNull(cluster, "cluster");
        requireNonNull(verdict, "verdict");
        nodes = List.copyOf(requireNonNull(nodes, "nodes"));
    }

    /** {@return what a cluster says to what is known of a group there, within what is left of a budget} */
    public static ClusterAnswer of(String cluster, Opening opening, WorkMeter meter) {
        requireNonNull(cluster, "cluster");
        requireNonNull(opening, "opening");
        requireNonNull(meter, "meter");
        Verdict verdict = opening.answer(meter, Preference.SEARCH);
        ScarcestResource scarcest = opening instanceof Opening.Open open
                ? ScarcestResource.of(open.question()).orElse(null)
                : null;
        return new ClusterAnswer(cluster, verdict, scarcest, List.of(), null, true);
    }

    /**
     * {@return the same with what would help there; as it is if the group fits or may not be tried}
     *
     * @param opening what is known of the group there
     * @param groups all groups of that cluster
     * @param budgets its budgets of disruption
     * @param meter what all answers together may spend
     */
    public ClusterAnswer withHelp(Opening opening, Groups groups, List<PodDisruptionBudget> budgets, WorkMeter meter) {
        requireNonNull(opening, "opening");
        requireNonNull(groups, "groups");
        requireNonNull(budgets, "budgets");
        requireNonNull(meter, "meter");
        if (!(opening instanceof Opening.Open open) || verdict instanceof Verdict.Feasible) {
            return this;
        }
        Evictions leaving = Evictions.of(open.question(), verdict, groups, budgets, meter.part(2))
                .orElse(null);
        NodesToAdd added = NodesToAdd.of(open.question(), verdict, meter);
        boolean complete = added.notLookedAt().isEmpty() && (leaving == null || leaving.complete());
        return new ClusterAnswer(cluster, verdict, scarcest, added.suggestions(), leaving, complete);
    }

    /** {@return the same about another verdict on the same group there, which may know more of what it depends on} */
    public ClusterAnswer with(Verdict other) {
        return new ClusterAnswer(cluster, requireNonNull(other, "other"), scarcest, nodes, evictions, complete);
    }

    /** {@return whether the group fits there, or runs there already} */
    public boolean takesIt() {
        return verdict instanceof Verdict.Feasible || verdict instanceof Verdict.Satisfied;
    }

    /** {@return the cluster and the verdict, in a line} */
    @Override
    public String toString() {
        return "ClusterAnswer[" + cluster + ": " + verdict + "]";
    }
}
