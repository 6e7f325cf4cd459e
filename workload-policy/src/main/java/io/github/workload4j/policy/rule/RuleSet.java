package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.CompositePodGroup;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.PodGroup;
import io.github.workload4j.api.PodGroupSpec;
import io.github.workload4j.api.PodGroupStatus;
import io.github.workload4j.api.PriorityClass;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.WorkloadSpec;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;
import org.jspecify.annotations.Nullable;

/** Which rules hold for which kind in which version. */
public final class RuleSet {

    private RuleSet() {}

    /** {@return the version of the Workload API that came with the release an object is written for; the newest if it does not show} */
    public static ApiVersion version(ApiObject object) {
        if (object instanceof SchedulingObject ours) {
            return ours.apiVersion();
        }
        return object instanceof Pod pod && pod.spec().workloadRef() != null ? ApiVersion.V1ALPHA1 : ApiVersion.V1BETA1;
    }

    /** {@return whether there are rules for an object: its kind is one of ours, and exists in the version} */
    public static boolean covers(ApiObject object, Judging judging) {
        if (object instanceof PodGroup) {
            return judging.version().isAtLeast(ApiVersion.V1ALPHA2);
        }
        if (object instanceof CompositePodGroup) {
            return judging.version() == ApiVersion.V1ALPHA3;
        }
        return object instanceof Workload
                || object instanceof Pod
                || object instanceof Job
                || object instanceof PriorityClass;
    }

    /** Checks an object that is to be created. */
    public static void create(ApiObject object, Judging judging, Findings at) {
        if (!covers(object, judging)) {
            return;
        }
        ObjectMetaRules.check(object.metadata(), isNamespaced(object), judging, at);
        if (object instanceof Workload workload) {
            workload(workload.spec(), null, judging, at);
        } else if (object instanceof PodGroup group) {
            podGroup(group.spec(), null, judging, at);
        } else if (object instanceof CompositePodGroup group) {
            GroupRules.compositePodGroup(group.spec(), null, judging, at);
        } else if (object instanceof Pod pod) {
            PodRules.check(pod, judging, at);
        } else if (object instanceof Job job) {
            JobRules.check(job.spec().scheduling(), null, false, judging, at);
            JobGangRules.check(job.spec(), judging, at);
        } else if (object instanceof PriorityClass priorityClass) {
            PriorityClassRules.check(priorityClass, at);
        }
    }

    /** Checks an object that is to replace a stored one of the same kind. */
    public static void update(ApiObject old, ApiObject updated, Judging judging, Findings at) {
        if (!covers(updated, judging)) {
            return;
        }
        ObjectMetaRules.checkUpdate(old.metadata(), updated.metadata(), isNamespaced(updated), judging, at);
        if (updated instanceof Workload workload && old instanceof Workload before) {
            workload(workload.spec(), before.spec(), judging, at);
        } else if (updated instanceof PodGroup group && old instanceof PodGroup before) {
            podGroup(group.spec(), before.spec(), judging, at);
        } else if (updated instanceof CompositePodGroup group && old instanceof CompositePodGroup before) {
            GroupRules.compositePodGroup(group.spec(), before.spec(), judging, at);
        } else if (updated instanceof Pod pod && old instanceof Pod before) {
            PodRules.checkUpdate(before, pod, at);
        } else if (updated instanceof Job job && old instanceof Job before) {
            JobRules.check(job.spec().scheduling(), before.spec().scheduling(), true, judging, at);
            JobGangRules.check(job.spec(), judging, at);
        } else if (updated instanceof PriorityClass priorityClass && old instanceof PriorityClass before) {
            PriorityClassRules.check(priorityClass, at);
            PriorityClassRules.checkUpdate(before, priorityClass, at);
        }
    }

    /** Checks an object whose status is to replace that of a stored one of the same kind. */
    public static void statusUpdate(ApiObject old, ApiObject updated, Judging judging, Findings at) {
        if (!covers(updated, judging)) {
            return;
        }
        boolean declared = judging.isAtLeast137();
        if (updated instanceof PodGroup group && old instanceof PodGroup before) {
            ObjectMetaRules.checkUpdate(old.metadata(), updated.metadata(), true, judging, at);
            PodGroupStatus status = group.status();
            at.down("status");
            StatusRules.conditions(status.conditions(), before.status().conditions(), declared, at);
            StatusRules.claims(
                    status.resourceClaimStatuses(),
                    before.status().resourceClaimStatuses(),
                    before.spec().resourceClaims(),
                    at);
            at.up();
        } else if (updated instanceof CompositePodGroup group && old instanceof CompositePodGroup before) {
            ObjectMetaRules.checkUpdate(old.metadata(), updated.metadata(), true, judging, at);
            at.down("status");
            StatusRules.conditions(group.status().conditions(), before.status().conditions(), declared, at);
            at.up();
        }
    }

    private static void workload(WorkloadSpec spec, @Nullable WorkloadSpec old, Judging judging, Findings at) {
        switch (judging.version()) {
            case V1ALPHA1 -> V1Alpha1WorkloadRules.check(spec, old, at);
            case V1ALPHA2 -> V1Alpha2Rules.workload(spec, old, judging, at);
            default -> WorkloadRules.check(spec, old, judging, at);
        }
    }

    private static void podGroup(PodGroupSpec spec, @Nullable PodGroupSpec old, Judging judging, Findings at) {
        if (judging.isAtLeast137()) {
            GroupRules.podGroup(spec, old, judging, at);
        } else {
            V1Alpha2Rules.podGroup(spec, old, judging, at);
        }
    }

    private static boolean isNamespaced(ApiObject object) {
        return !(object instanceof PriorityClass);
    }
}
