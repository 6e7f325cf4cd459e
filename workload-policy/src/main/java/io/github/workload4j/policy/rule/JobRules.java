package io.github.workload4j.policy.rule;

import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.policy.FeatureGate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scheduling block of a Job, Kubernetes 1.37: the building blocks of {@code v1alpha3}, whose count is optional, so that 0 is a value (and
 * wrong) where elsewhere it is none. Nothing else of a Job is judged but its metadata.
 */
final class JobRules {

    private static final JobScheduling NOTHING = new JobScheduling(null, null, List.of(), null);

    private JobRules() {}

    /** Checks a block; {@code before} is null on create and where there was none. */
    static void check(
            @Nullable JobScheduling now,
            @Nullable JobScheduling before,
            boolean update,
            RuleContext context,
            Findings at) {
        if (update && Objects.equals(before, now)) {
            return;
        }
        at.down("spec");
        boolean stop =
                DeclarativeRules.forbidden("scheduling", now, context.isOn(FeatureGate.WORKLOAD_WITH_JOB), "J-1", at);
        stop |= update && DeclarativeRules.setOrUnset("scheduling", before, now, "J-U1", at);
        if (!stop && now != null) {
            at.down("scheduling");
            members(now, before == null ? NOTHING : before, update ? "J-U2" : null, context, at);
            at.up();
        }
        at.up();
    }

    private static void members(
            JobScheduling now, JobScheduling old, @Nullable String fixed, RuleContext context, Findings at) {
        boolean stop = fixed != null
                && DeclarativeRules.setOrUnset(
                        "schedulingPolicy", old.schedulingPolicy(), now.schedulingPolicy(), fixed, at);
        if (!stop
                && now.schedulingPolicy() != null
                && !(fixed != null && now.schedulingPolicy().equals(old.schedulingPolicy()))) {
            policy(now.schedulingPolicy(), old.schedulingPolicy(), fixed != null, at.down("schedulingPolicy"));
            at.up();
        }
        GroupFields.constraints(now.schedulingConstraints(), old.schedulingConstraints(), fixed, true, Ids.JOB, at);
        GroupFields.claims(now.resourceClaims(), old.resourceClaims(), fixed, context, Ids.JOB, at);
        GroupFields.disruptionMode(
                now.disruptionMode(), old.disruptionMode(), fixed, Ids.JOB.of(Ids.DISRUPTION_MODE), at);
    }

    private static void policy(
            WorkloadPodGroupSchedulingPolicy now,
            @Nullable WorkloadPodGroupSchedulingPolicy old,
            boolean update,
            Findings at) {
        WorkloadPodGroupSchedulingPolicy.Gang gang = now.gang();
        WorkloadPodGroupSchedulingPolicy.Gang oldGang = old == null ? null : old.gang();
        GroupFields.members(
                now.basic(),
                gang,
                update,
                old == null ? null : old.basic(),
                oldGang,
                Ids.JOB.of(Ids.POLICY),
                "J-U2",
                at);
        boolean fixed = update && DeclarativeRules.setOrUnset("gang", oldGang, gang, "J-U2", at);
        if (!fixed && gang != null && gang.minCount() != null && !gang.equals(oldGang)) {
            at.down("gang");
            GroupFields.minimumOne("minCount", gang.minCount(), Ids.JOB.of(Ids.COUNT), at);
            at.up();
        }
    }
}
