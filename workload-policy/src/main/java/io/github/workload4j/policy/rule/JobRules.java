package io.github.workload4j.policy.rule;

import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.policy.Rule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scheduling block of a Job, Kubernetes 1.37: the building blocks of {@code v1alpha3}, but with an optional count,
 * so that 0 is a value (and wrong) where elsewhere it is none. What it says together with the rest of the Job is for
 * {@link JobGangRules}.
 */
final class JobRules {

    private static final Change CREATE = new Change.Create(Subject.JOB);
    private static final Change UPDATE = new Change.Update(Subject.JOB, Rule.J_U2, Rule.J_U2);

    /** Stands for the stored block on create, and where there was none. */
    private static final JobScheduling NO_SCHEDULING = new JobScheduling(null, null, List.of(), null);

    private static final WorkloadPodGroupSchedulingPolicy NO_POLICY = new WorkloadPodGroupSchedulingPolicy.None();

    private static final String OTHER_POLICY =
            "the basic/gang policy variant is immutable after creation; only schedulingPolicy.gang.minCount may be"
                    + " updated";

    private JobRules() {}

    /** Checks the block of a new Job. */
    static void create(@Nullable JobScheduling scheduling, RuleContext context, Findings at) {
        at.down("spec");
        boolean isOn = context.isOn(FeatureGate.WORKLOAD_WITH_JOB);
        if (!DeclarativeRules.forbidden("scheduling", scheduling, isOn, Rule.J_1, at) && scheduling != null) {
            members(scheduling, NO_SCHEDULING, CREATE, context, at.down("scheduling"));
            at.up();
        }
        at.up();
    }

    /** Checks an update of the block. */
    static void update(@Nullable JobScheduling old, @Nullable JobScheduling updated, RuleContext context, Findings at) {
        if (Objects.equals(old, updated)) {
            return;
        }
        at.down("spec");
        boolean isOn = context.isOn(FeatureGate.WORKLOAD_WITH_JOB);
        boolean forbidden = DeclarativeRules.forbidden("scheduling", updated, isOn, Rule.J_1, at);
        boolean switched = DeclarativeRules.setOrUnset("scheduling", old, updated, Rule.J_U1, at);
        if (!forbidden && !switched) {
            members(updated, old, UPDATE, context, at.down("scheduling"));
            at.up();
        }
        at.up();
    }

    private static void members(JobScheduling now, JobScheduling old, Change change, RuleContext context, Findings at) {
        policy(now.schedulingPolicy(), old.schedulingPolicy(), change, at);
        SharedFieldRules.constraints(now.schedulingConstraints(), old.schedulingConstraints(), change, at);
        SharedFieldRules.claims(now.resourceClaims(), old.resourceClaims(), change, context, at);
        SharedFieldRules.disruptionMode(now.disruptionMode(), old.disruptionMode(), change, at);
    }

    private static void policy(
            @Nullable WorkloadPodGroupSchedulingPolicy now,
            @Nullable WorkloadPodGroupSchedulingPolicy old,
            Change change,
            Findings at) {
        if (change instanceof Change.Update update
                && (DeclarativeRules.setOrUnset("schedulingPolicy", old, now, update.whenPolicySwitched(), at)
                        || Objects.equals(now, old))) {
            return;
        }
        if (now == null) {
            return;
        }
        WorkloadPodGroupSchedulingPolicy before = old == null ? NO_POLICY : old;
        WorkloadPodGroupSchedulingPolicy.Gang gang = now.gang();
        boolean basicSwitched = change.isUpdate() && (now.basic() == null) != (before.basic() == null);
        boolean gangSwitched = change.isUpdate() && (gang == null) != (before.gang() == null);
        at.down("schedulingPolicy");
        if (!change.isUpdate() || basicSwitched || gangSwitched) {
            DeclarativeRules.union(
                    now.basic() != null, gang != null, "basic", "gang", change.rule(SharedRule.POLICY), at);
        }
        if (basicSwitched) {
            at.report(Type.INVALID, CompactJson.NULL, OTHER_POLICY, Rule.J_U2, "");
        }
        if (gang != null && gang.minCount() != null && !gang.equals(before.gang())) {
            at.down("gang");
            SharedFieldRules.minimumOne("minCount", gang.minCount(), change.rule(SharedRule.COUNT), at);
            at.up();
        }
        at.up();
    }
}
