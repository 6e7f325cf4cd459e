package io.github.workload4j.testkit.assertion;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.gang.replay.ReplayFailure;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** What the checker of placements says, which replays each step against the objects. */
@SuppressWarnings("exports") // Who uses this class requires org.assertj.core; nobody else should have to.
public final class PlacementAssert extends AbstractAssert<PlacementAssert, List<Assignment>> {

    private final Replay replay;
    private final GroupRef group;

    PlacementAssert(List<Assignment> actual, Replay replay, GroupRef group) {
        super(actual, PlacementAssert.class);
        this.replay = replay;
        this.group = group;
    }

    /** Fails if the placement breaks a rule, with every rule that it breaks. */
    public PlacementAssert isAccepted() {
        List<ReplayFailure> objections = replay.objections(group, actual);
        if (!objections.isEmpty()) {
            throw failure(
                    "expected that the placement of %s is accepted, but %s%nplacement: %s",
                    group, text(objections), actual);
        }
        return this;
    }

    /** Fails if the placement does not break this rule. */
    public PlacementAssert breaks(ReplayFailure.Rule rule) {
        requireNonNull(rule, "rule");
        List<ReplayFailure> objections = replay.objections(group, actual);
        if (objections.stream().noneMatch(objection -> objection.rule() == rule)) {
            throw failure(
                    "expected that the placement of %s breaks %s, but %s",
                    group, rule, objections.isEmpty() ? "it breaks none" : text(objections));
        }
        return this;
    }

    private static String text(List<ReplayFailure> objections) {
        return objections.stream().map(ReplayFailure::toString).collect(Collectors.joining("; "));
    }
}
