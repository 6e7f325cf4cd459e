package io.github.workload4j.testkit.assertion;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.gang.report.AnswerReport;
import io.github.workload4j.testkit.SmallCluster;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Whether the group of a small cluster fits, and what a placement of it must keep. */
@SuppressWarnings("exports") // Who uses this class requires org.assertj.core; nobody else should have to.
public final class ClusterAssert extends AbstractAssert<ClusterAssert, SmallCluster> {

    ClusterAssert(SmallCluster actual) {
        super(actual, ClusterAssert.class);
    }

    /** Fails if a placement was not found, with what the library says about why. */
    public ClusterAssert fits() {
        Verdict verdict = verdict();
        if (!(verdict instanceof Verdict.Feasible)) {
            throw failure("expected that the group fits, but:%n%s", report(verdict));
        }
        return this;
    }

    /** Fails if it is not proved that the group does not fit. */
    public ClusterAssert doesNotFit() {
        Verdict verdict = verdict();
        if (!(verdict instanceof Verdict.Infeasible)) {
            throw failure("expected that the group does not fit, but:%n%s", report(verdict));
        }
        return this;
    }

    /** {@return assertions about somebody's placement of the group} */
    public PlacementAssert placement(List<Assignment> assignments) {
        isNotNull();
        requireNonNull(assignments, "assignments");
        Replay replay = Replay.of(actual.nodes(), actual.pods(), actual.objects(), actual.namespaces());
        return new PlacementAssert(List.copyOf(assignments), replay, actual.group());
    }

    private Verdict verdict() {
        isNotNull();
        return Feasibility.answer(actual.snapshot(), Groups.of(actual.objects()), actual.group(), Budget.DEFAULT);
    }

    private String report(Verdict verdict) {
        return AnswerReport.of(actual.snapshot(), Groups.of(actual.objects()), verdict)
                .toText();
    }
}
