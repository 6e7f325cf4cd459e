package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.Workload;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.meta.ApiObject;

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

    /** {@return whether there are rules for an object} */
    public static boolean covers(ApiObject object, Judging judging) {
        return object instanceof Workload || object instanceof Pod;
    }

    /** Checks an object that is to be created. */
    public static void create(ApiObject object, Judging judging, Findings at) {
        if (!covers(object, judging)) {
            return;
        }
        ObjectMetaRules.check(object.metadata(), true, judging, at);
        if (object instanceof Workload workload) {
            V1Alpha1WorkloadRules.check(workload.spec(), at);
        } else if (object instanceof Pod pod) {
            PodRules.check(pod, at);
        }
    }

    /** Checks an object that is to replace a stored one of the same kind. */
    public static void update(ApiObject old, ApiObject updated, Judging judging, Findings at) {
        if (!covers(updated, judging)) {
            return;
        }
        ObjectMetaRules.checkUpdate(old.metadata(), updated.metadata(), true, judging, at);
        if (updated instanceof Workload workload && old instanceof Workload oldWorkload) {
            V1Alpha1WorkloadRules.checkUpdate(oldWorkload.spec(), workload.spec(), at);
        } else if (updated instanceof Pod pod && old instanceof Pod oldPod) {
            PodRules.checkUpdate(oldPod, pod, at);
        }
    }

    /** Checks an object whose status is to replace that of a stored one of the same kind. */
    public static void statusUpdate(ApiObject old, ApiObject updated, Judging judging, Findings at) {}
}
