package io.github.workload4j.policy.rule;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.JobScheduling;
import io.github.workload4j.api.WorkloadPodGroupSchedulingPolicy;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.policy.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a Job's scheduling block says together with the rest of the Job, since Kubernetes 1.37: on create and on update,
 * whether or not what is wrong has changed.
 */
final class JobGangRules {

    private JobGangRules() {}

    /** Checks a new Job. */
    static void create(Job job, RuleContext context, Findings at) {
        check(job, true, context, at);
        if (context.isAtLeast(KubernetesRelease.V1_38)) {
            JobDelegationRules.check(job, null, context, at);
        }
    }

    /** Checks a Job that replaces a stored one. */
    static void update(Job old, Job updated, RuleContext context, Findings at) {
        check(updated, !updated.spec().equals(old.spec()), context, at);
        if (context.isAtLeast(KubernetesRelease.V1_38)) {
            JobDelegationRules.check(updated, old, context, at);
        }
    }

    private static void check(Job job, boolean isChanged, RuleContext context, Findings at) {
        JobScheduling scheduling = job.spec().scheduling();
        if (scheduling == null || !context.isOn(FeatureGate.WORKLOAD_WITH_JOB)) {
            return;
        }
        Integer parallelism = job.spec().parallelism();
        at.down("spec").down("scheduling");
        minimum(scheduling.schedulingPolicy(), parallelism == null ? 1 : parallelism, at);
        if (isChanged) {
            allWithoutGang(scheduling, at);
        }
        at.up();
        at.up();
    }

    private static void minimum(@Nullable WorkloadPodGroupSchedulingPolicy policy, int parallelism, Findings at) {
        WorkloadPodGroupSchedulingPolicy.Gang gang = policy == null ? null : policy.gang();
        if (gang == null || gang.minCount() == null || gang.minCount() <= parallelism) {
            return;
        }
        at.down("schedulingPolicy").down("gang");
        at.reportAt(
                "minCount",
                Type.INVALID,
                CompactJson.number(gang.minCount()),
                "must not be greater than parallelism (" + parallelism + ")",
                Rule.J_19,
                "");
        at.up();
        at.up();
    }

    /**
     * Pods that are placed one by one cannot be disrupted all together; no policy, or an empty one, means one by one.
     */
    private static void allWithoutGang(JobScheduling scheduling, Findings at) {
        WorkloadPodGroupSchedulingPolicy policy = scheduling.schedulingPolicy();
        boolean basic = policy == null || policy.gang() == null || policy.basic() != null;
        if (basic
                && scheduling.disruptionMode() != null
                && scheduling.disruptionMode().isAll()) {
            at.reportAt(
                    "disruptionMode",
                    Type.INVALID,
                    CompactJson.text(""),
                    "the disruptionMode `all` is not supported with the Basic scheduling policy",
                    Rule.J_20,
                    "");
        }
    }
}
