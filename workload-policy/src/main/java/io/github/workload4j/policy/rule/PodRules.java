package io.github.workload4j.policy.rule;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.PodSpec;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.json.CompactJson;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.policy.Rule;
import java.util.Objects;

/** The group reference of a Pod, or of the pods of a Job. Nothing else of a Pod is judged but its metadata. */
final class PodRules {

    private PodRules() {}

    /** Checks the references on create. */
    static void create(Pod pod, RuleContext context, Findings at) {
        create(pod, context.isOn(FeatureGate.EVICTION_REQUEST_API), context, at);
    }

    private static void create(Pod pod, boolean mayRespond, RuleContext context, Findings at) {
        references(pod.spec(), mayRespond, context, at.down("spec"));
        at.up();
    }

    /** Checks the references in a template of a Job, on create and on each update. */
    static void ofJob(Job job, RuleContext context, Findings at) {
        at.down("spec").down("template");
        boolean mayRespond = context.isOn(FeatureGate.EVICTION_REQUEST_API);
        references(job.spec().template().spec(), mayRespond, context, at.down("spec"));
        at.up();
        at.up();
        at.up();
    }

    /** Checks the references; responders to evictions count if they may be there, and are dropped otherwise. */
    private static void references(PodSpec spec, boolean mayRespond, RuleContext context, Findings at) {
        if (!ServedRules.hasFields(spec, context, at)) {
            return;
        }
        FeatureGate ofGroups = FeatureGate.GENERIC_WORKLOAD;
        if (spec.workloadRef() != null && !isDropped("workloadRef", spec.workloadRef(), ofGroups, context, at)) {
            workloadRef(spec.workloadRef(), at.down("workloadRef"));
            at.up();
        }
        FeatureGate ofEvictions = FeatureGate.EVICTION_REQUEST_API;
        isDropped("evictionResponders", spec.evictionResponders(), ofEvictions, context, at);
        if (spec.schedulingGroup() != null
                && !isDropped("schedulingGroup", spec.schedulingGroup(), ofGroups, context, at)) {
            schedulingGroup(spec.schedulingGroup(), at.down("schedulingGroup"));
            at.up();
            if (!spec.evictionResponders().isEmpty() && mayRespond) {
                String detail = "may not be set when evictionResponders is set";
                at.reportAt("schedulingGroup", Type.FORBIDDEN, "", detail, Rule.B_P1, "");
            }
        }
    }

    /** Checks that an update leaves the references alone; what they hold is judged again. */
    static void update(Pod old, Pod pod, RuleContext context, Findings at) {
        boolean responded = !old.spec().evictionResponders().isEmpty();
        create(pod, responded || context.isOn(FeatureGate.EVICTION_REQUEST_API), context, at);
        boolean same = Objects.equals(old.spec().workloadRef(), pod.spec().workloadRef())
                && Objects.equals(old.spec().schedulingGroup(), pod.spec().schedulingGroup());
        if (!same) {
            String detail = "pod updates may not change the group a pod belongs to";
            at.reportAt("spec", Type.FORBIDDEN, "", detail, Rule.A1_PU, "");
        }
    }

    /** The server has no rule for a field whose gate is off: it drops the field. */
    private static boolean isDropped(String field, Object value, FeatureGate gate, RuleContext context, Findings at) {
        return DeclarativeRules.forbidden(field, value, context.keeps(gate), Rule.OPEN_10, at);
    }

    private static void workloadRef(WorkloadRef reference, Findings at) {
        Formats.SUBDOMAIN.check("name", reference.name(), Formats.CHARACTERS, Rule.A1_P1, at);
        Formats.LABEL.check("podGroup", reference.podGroup(), Formats.CHARACTERS, Rule.A1_P2, at);
        if (!reference.podGroupReplicaKey().isEmpty()) {
            Formats.LABEL.check(
                    "podGroupReplicaKey", reference.podGroupReplicaKey(), Formats.CHARACTERS, Rule.A1_P3, at);
        }
    }

    private static void schedulingGroup(PodSchedulingGroup group, Findings at) {
        if (group.podGroupName() == null) {
            String detail = "must specify one of: `podGroupName`";
            at.reportAt("podGroupName", Type.INVALID, CompactJson.NULL, detail, Rule.A2_P1, "");
        } else {
            Formats.SUBDOMAIN.check("podGroupName", group.podGroupName(), Formats.CHARACTERS, Rule.A2_P2, at);
        }
    }
}
