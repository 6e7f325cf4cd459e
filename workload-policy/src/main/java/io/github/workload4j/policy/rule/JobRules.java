package io.github.workload4j.policy.rule;

import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.FeatureGate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scheduling block of a Job, Kubernetes 1.37: the building blocks of {@code v1alpha3}, whose count is optional, so that 0 is a value (and
 * wrong) where elsewhere it is none. What it says together with the rest of the Job is {@link JobGangRules}'.
 */
final class JobRules {

    private static final JobScheduling NOTHING = new JobScheduling(null, null, List.of(), null);

    private static final String OTHER_POLICY =
            "the basic/gang policy variant is immutable after creation; only schedulingPolicy.gang.minCount may be updated";

    private JobRules() {}

    /** Checks a block; {@code before} is null on create and where there was none. */
    static void check(
            @Nullable JobScheduling now, @Nullable JobScheduling before, boolean update, Judging judging, Findings at) {
        if (update && Objects.equals(before, now)) {
            return;
        }
        at.down("spec");
        boolean stop = Declared.forbidden("scheduling", now, judging.isOn(FeatureGate.WORKLOAD_WITH_JOB), "J-1", at);
        stop |= update && Declared.setOrUnset("scheduling", before, now, "J-U1", at);
        if (!stop && now != null) {
            at.down("scheduling");
            members(now, before == null ? NOTHING : before, update ? "J-U2" : null, judging, at);
            at.up();
        }
        at.up();
    }

    private static void members(
            JobScheduling now, JobScheduling old, @Nullable String fixed, Judging judging, Findings at) {
        boolean stop = fixed != null
                && Declared.setOrUnset("schedulingPolicy", old.schedulingPolicy(), now.schedulingPolicy(), fixed, at);
        if (!stop
                && now.schedulingPolicy() != null
                && !(fixed != null && now.schedulingPolicy().equals(old.schedulingPolicy()))) {
            policy(now.schedulingPolicy(), old.schedulingPolicy(), fixed != null, at.down("schedulingPolicy"));
            at.up();
        }
        GroupFields.constraints(now.schedulingConstraints(), old.schedulingConstraints(), fixed, true, Ids.JOB, at);
        GroupFields.claims(now.resourceClaims(), old.resourceClaims(), fixed, judging, Ids.JOB, at);
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
        boolean hadBasic = old != null && old.basic() != null;
        boolean sameMembers = (now.basic() != null) == hadBasic && (gang == null) == (oldGang == null);
        if (!update || !sameMembers) {
            Declared.union(now.basic() != null, gang != null, "basic", "gang", Ids.JOB.of(Ids.POLICY), at);
        }
        if (update && (now.basic() != null) != hadBasic) {
            at.report(Type.INVALID, Found.NULL, OTHER_POLICY, "J-U2", "");
        }
        if (gang != null && gang.minCount() != null && !gang.equals(oldGang)) {
            at.down("gang");
            GroupFields.minimumOne("minCount", gang.minCount(), Ids.JOB.of(Ids.COUNT), at);
            at.up();
        }
    }
}
