package io.github.workload4j.examples;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.explain.DomainFit;
import io.github.workload4j.gang.explain.Explanation;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.GroupQuestion;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.whatif.NearestFits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Java of docs/guide.md: why a group does not fit, and what would help. */
final class ExplainNo {

    private ExplainNo() {}

    /** {@return a few lines for a log; none if the group fits or may not be tried} */
    static List<String> lines(ClusterSnapshot snapshot, Groups groups, GroupRef group) {
        Optional<GroupQuestion> question = GroupQuestion.of(snapshot, groups, group);
        if (question.isEmpty()) {
            return List.of();
        }
        Verdict verdict = question.get().answer(Budget.DEFAULT);
        List<String> lines = new ArrayList<>();

        Explanation why = Explanation.of(question.get(), verdict, Budget.DEFAULT.meter());
        for (DomainFit domain : why.domains()) {
            lines.add(
                    domain.domain() + ": " + domain.fits() + " of " + domain.needed() + " fit, " + domain.bottleneck());
        }

        NearestFits help = NearestFits.of(question.get(), verdict, Budget.DEFAULT.meter());
        help.suggestions().forEach(suggestion -> lines.add("would help: " + suggestion));
        return lines;
    }
}
