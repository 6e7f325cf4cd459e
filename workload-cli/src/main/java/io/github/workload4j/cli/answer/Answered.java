package io.github.workload4j.cli.answer;

import io.github.workload4j.cli.picture.view.Told;
import io.github.workload4j.gang.DomainsThatFit;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.proof.LeafSums;
import io.github.workload4j.gang.question.FewestDomains;
import io.github.workload4j.gang.question.Greedy;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.IgnoredPreference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, and how long it took.
 *
 * @param question what the verdict is about; null if it was decided before any was opened
 * @param verdict what the library says, checked, as far as the inputs allow it to be said
 * @param nanos wall-clock time of the question
 * @param explanation why, if it was asked for
 * @param greedy what kube-scheduler's cycle would do; null if that was not asked for, or not tried
 * @param fits for each domain of the verdict where else its group could be, if that was asked for; otherwise empty
 * @param ignored wishes that the verdict does not look at
 * @param sums what the leaves of the proof come to, as far as the budget was enough for that; null if nobody asks
 * @param beside of a group whose pods come after those of others: what it gets beside those, as they were placed; null
 *     if there are none, or they have no place
 * @param fewest the placement of the verdict by its domains, if few are preferred; otherwise null
 */
public record Answered(
        @Nullable GroupQuestion question,
        Verdict verdict,
        long nanos,
        @Nullable Explanation explanation,
        @Nullable Greedy greedy,
        List<DomainsThatFit> fits,
        List<IgnoredPreference> ignored,
        @Nullable LeafSums sums,
        @Nullable Verdict beside,
        @Nullable FewestDomains fewest) {

    /** {@return what a picture tells of it; an explanation is one of another verdict if inputs leave this one open} */
    Told told() {
        boolean isExplained = explanation != null && explanation.verdict() == verdict;
        return new Told(verdict, question, isExplained ? explanation : null, greedy, null);
    }

    public Answered {
        fits = List.copyOf(fits);
        ignored = List.copyOf(ignored);
    }
}
