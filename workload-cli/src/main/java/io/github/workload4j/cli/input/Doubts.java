package io.github.workload4j.cli.input;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.GroupSummary;
import io.github.workload4j.gang.Reason;
import io.github.workload4j.gang.Unmodelled;
import io.github.workload4j.gang.Verdict;
import io.github.workload4j.gang.cluster.ClusterSnapshot;
import io.github.workload4j.gang.packing.StopReason;
import io.github.workload4j.gang.question.Groups;
import java.util.List;

/**
 * What unread inputs mean for answers. A verdict that they may change says so. "Does not fit" is not said at all where
 * they may hold more nodes or more members.
 */
public final class Doubts {

    private final ClusterSnapshot snapshot;
    private final Groups groups;
    private final List<Unread> unread;

    Doubts(ClusterSnapshot snapshot, Groups groups, List<Unread> unread) {
        this.snapshot = snapshot;
        this.groups = groups;
        this.unread = unread;
    }

    /** {@return what may be said of a verdict about what could be read} */
    public Verdict of(Verdict verdict) {
        GroupRef group = verdict.about().group();
        boolean refuted = verdict instanceof Verdict.Infeasible;
        boolean attracted = refuted && !unread.isEmpty() && isAttracted(group);
        List<Unread> open = unread.stream()
                .filter(each -> refuted ? each.mayHelp(group, attracted) : each.bearsOn(group))
                .toList();
        return open.isEmpty() ? verdict : doubted(verdict, about(verdict.about(), open));
    }

    /** {@return what an answer that is no verdict depends on} */
    public List<Unmodelled> of(GroupSummary about) {
        List<Unread> open =
                unread.stream().filter(each -> each.bearsOn(about.group())).toList();
        return open.isEmpty() ? about.unmodelled() : about(about, open).unmodelled();
    }

    private static GroupSummary about(GroupSummary about, List<Unread> open) {
        return about.dependingOn(new Unmodelled(
                Unmodelled.What.UNREAD_INPUTS,
                about.members().pending(),
                open.get(0).place()));
    }

    private static Verdict doubted(Verdict verdict, GroupSummary about) {
        if (verdict instanceof Verdict.Feasible yes) {
            return new Verdict.Feasible(about, yes.placement(), yes.domains(), yes.atMost(), yes.noMore(), yes.steps());
        }
        boolean isBehind = verdict instanceof Verdict.Gated gated && gated.why() == Reason.EARLIER_GROUP_NOT_IN;
        if (verdict instanceof Verdict.Infeasible || isBehind) {
            return new Verdict.Undetermined(
                    about, 0, about.members().pending(), StopReason.INPUTS, "", verdict.steps());
        }
        if (verdict instanceof Verdict.Gated gated) {
            return new Verdict.Gated(about, gated.why(), gated.detail());
        }
        if (verdict instanceof Verdict.Errored errored) {
            return new Verdict.Errored(about, errored.why(), errored.detail(), errored.condition());
        }
        if (verdict instanceof Verdict.Undetermined open) {
            return new Verdict.Undetermined(
                    about, open.sure(), open.atMost(), open.stopped(), open.objection(), open.steps());
        }
        return new Verdict.Satisfied(about);
    }

    private boolean isAttracted(GroupRef group) {
        return groups.leavesOf(group).stream()
                .flatMap(leaf -> snapshot.membersOf(leaf).stream())
                .anyMatch(pod -> pod.spec().affinity() != null
                                && !pod.spec().affinity().requiredPodAffinity().isEmpty()
                        || pod.spec().topologySpreadConstraints().stream()
                                .anyMatch(spread -> !spread.whenUnsatisfiable().equals("ScheduleAnyway")));
    }
}
