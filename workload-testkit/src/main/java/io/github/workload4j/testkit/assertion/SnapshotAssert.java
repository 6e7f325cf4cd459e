package io.github.workload4j.testkit.assertion;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.Node;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.Assignment;
import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.Budget;
import io.github.workload4j.gang.question.Feasibility;
import io.github.workload4j.gang.question.Groups;
import io.github.workload4j.gang.replay.Replay;
import io.github.workload4j.gang.report.AnswerReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What fits a snapshot. A group is a PodGroup or CompositePodGroup, with the groups inside it. */
@SuppressWarnings("exports") // Who uses this class requires org.assertj.core; nobody else should have to.
public final class SnapshotAssert extends AbstractAssert<SnapshotAssert, ClusterSnapshot> {

    private @Nullable PlacementAssert placement;

    SnapshotAssert(ClusterSnapshot actual) {
        super(actual, SnapshotAssert.class);
    }

    /**
     * Fails if a placement of the group's pods was not found, with what the library says about why.
     *
     * @param group the group
     * @param inside the groups inside it
     */
    public SnapshotAssert fits(SchedulingObject group, SchedulingObject... inside) {
        isNotNull();
        List<SchedulingObject> all = all(group, inside);
        Verdict verdict = verdict(all);
        if (!(verdict instanceof Verdict.Feasible feasible)) {
            throw failure("expected that %s fits, but:%n%s", ref(group), report(all, verdict));
        }
        placement = new PlacementAssert(feasible.placement(), replay(all), ref(group));
        return this;
    }

    /** Fails if it is not proved that the group does not fit. */
    public SnapshotAssert doesNotFit(SchedulingObject group, SchedulingObject... inside) {
        isNotNull();
        List<SchedulingObject> all = all(group, inside);
        Verdict verdict = verdict(all);
        if (!(verdict instanceof Verdict.Infeasible)) {
            throw failure("expected that %s does not fit, but:%n%s", ref(group), report(all, verdict));
        }
        return this;
    }

    /**
     * {@return assertions about the placement that {@link #fits} found}
     *
     * @throws IllegalStateException if nothing was asked yet
     */
    public PlacementAssert placement() {
        if (placement == null) {
            throw new IllegalStateException("no placement yet (expected: fits(group) before)");
        }
        return placement;
    }

    /** {@return assertions about somebody else's placement of a group} */
    public PlacementAssert placement(List<Assignment> assignments, SchedulingObject group, SchedulingObject... inside) {
        isNotNull();
        return new PlacementAssert(
                List.copyOf(requireNonNull(assignments, "assignments")), replay(all(group, inside)), ref(group));
    }

    private static List<SchedulingObject> all(SchedulingObject group, SchedulingObject... inside) {
        List<SchedulingObject> all = new ArrayList<>(List.of(inside));
        all.add(0, requireNonNull(group, "group"));
        return all;
    }

    private static GroupRef ref(SchedulingObject group) {
        String namespace = group.metadata().namespace();
        String name = group.metadata().name();
        return group instanceof CompositePodGroup
                ? GroupRef.compositePodGroup(namespace, name)
                : GroupRef.podGroup(namespace, name);
    }

    private Verdict verdict(List<SchedulingObject> all) {
        return Feasibility.answer(actual, Groups.of(all), ref(all.get(0)), Budget.DEFAULT);
    }

    private String report(List<SchedulingObject> all, Verdict verdict) {
        return AnswerReport.of(actual, Groups.of(all), verdict).toText();
    }

    private Replay replay(List<SchedulingObject> all) {
        List<Node> nodes = new ArrayList<>();
        Set<Pod> pods = new LinkedHashSet<>(actual.nominated());
        for (int node = 0; node < actual.nodes(); node++) {
            nodes.add(actual.node(node));
            pods.addAll(actual.podsOn(node));
        }
        actual.groupsWithMembers().forEach(group -> pods.addAll(actual.membersOf(group)));
        return Replay.of(nodes, pods, all).withSetup(actual.setup());
    }
}
