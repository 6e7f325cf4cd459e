package io.github.workload4j.policy.rule;

import io.github.workload4j.api.ApiVersion;
import io.github.workload4j.api.Job;
import io.github.workload4j.api.SchedulingObject;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.api.release.KubernetesRelease;
import io.github.workload4j.api.release.ServedKind;
import io.github.workload4j.policy.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a release has at all: kinds in versions, and fields of Pod and Job. A server answers 404 or an unknown field.
 */
final class ServedRules {

    private ServedRules() {}

    /** Reports a kind that the release does not serve, after which nothing else is to be said of the object. */
    static boolean serves(ApiObject object, RuleContext context, Findings at) {
        if (object instanceof SchedulingObject ours) {
            Optional<ServedKind> served = context.release().servedKind(ours.apiVersion(), ours.kind());
            if (served.isEmpty()) {
                String detail = at.wantsText() ? unserved(ours.apiVersion(), ours.kind()) : "";
                at.reportAt(
                        "apiVersion", Type.NOT_SUPPORTED, CompactJson.text(ours.groupVersion()), detail, Rule.R_1, "");
                return false;
            }
            FeatureGate gate = served.get().gate();
            if (!context.isOn(gate)) {
                String detail = "served only while the feature gate " + gate.word() + " is on";
                at.reportAt("kind", Type.NOT_SUPPORTED, CompactJson.text(ours.kind()), detail, Rule.R_2, "");
                return false;
            }
        }
        return true;
    }

    /** {@return which releases serve a kind in a version, in words} */
    private static String unserved(ApiVersion version, String kind) {
        List<KubernetesRelease> serving = KubernetesRelease.serving(version, kind);
        String what = serving.equals(KubernetesRelease.serving(version, "Workload"))
                ? version.version()
                : kind + " of " + version.version();
        if (serving.isEmpty()) {
            List<KubernetesRelease> all = KubernetesRelease.all();
            return what + " is not served by any release up to "
                    + all.get(all.size() - 1).measured();
        }
        String releases = serving.stream().map(KubernetesRelease::version).collect(Collectors.joining(" and "));
        return what + " is served by " + releases + (serving.size() == 1 ? " only" : "");
    }

    /**
     * Reports a field of a Pod's spec that the release does not have.
     *
     * @return whether it has the fields that are set
     */
    static boolean hasFields(PodSpec spec, RuleContext context, Findings at) {
        boolean is135 = context.release() == KubernetesRelease.V1_35;
        boolean is137 = context.isAtLeast(KubernetesRelease.V1_37);
        Object responders = spec.evictionResponders().isEmpty() ? null : spec.evictionResponders();
        return has("workloadRef", spec.workloadRef(), is135, "Kubernetes 1.35 only", at)
                & has("schedulingGroup", spec.schedulingGroup(), !is135, "Kubernetes 1.36 and later", at)
                & has("evictionResponders", responders, is137, "Kubernetes 1.37 and later", at);
    }

    /** Reports a Job's scheduling block in a release that does not have it. */
    static boolean hasScheduling(Job job, RuleContext context, Findings at) {
        boolean is137 = context.isAtLeast(KubernetesRelease.V1_37);
        at.down("spec");
        boolean has = has("scheduling", job.spec().scheduling(), is137, "Kubernetes 1.37 and later", at);
        at.up();
        return has;
    }

    private static boolean has(String field, @Nullable Object value, boolean exists, String releases, Findings at) {
        if (value == null || exists) {
            return true;
        }
        at.reportAt(field, Type.FORBIDDEN, "", "the field is one of " + releases, Rule.R_3, "");
        return false;
    }
}
