package io.github.workload4j.policy.rule;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.policy.FeatureGate;
import java.util.Objects;

/** The group reference of a Pod; nothing else of a Pod is judged here ({@code api-validation.md} sections 4 and 6). */
final class PodRules {

    private PodRules() {}

    /** Checks the references on create. */
    static void check(Pod pod, RuleContext context, Findings at) {
        at.down("spec");
        if (pod.spec().workloadRef() != null) {
            if (!isDropped("workloadRef", pod.spec().workloadRef(), context, at)) {
                workloadRef(pod.spec().workloadRef(), at.down("workloadRef"));
                at.up();
            }
        }
        if (pod.spec().schedulingGroup() != null) {
            if (!isDropped("schedulingGroup", pod.spec().schedulingGroup(), context, at)) {
                schedulingGroup(pod.spec().schedulingGroup(), at.down("schedulingGroup"));
                at.up();
            }
        }
        at.up();
    }

    /** Checks that an update leaves the references alone. */
    static void checkUpdate(Pod old, Pod pod, Findings at) {
        boolean same = Objects.equals(old.spec().workloadRef(), pod.spec().workloadRef())
                && Objects.equals(old.spec().schedulingGroup(), pod.spec().schedulingGroup());
        if (!same) {
            String detail = "pod updates may not change the group a pod belongs to";
            at.reportAt("spec", Type.FORBIDDEN, "", detail, "A1-PU", "");
        }
    }

    /** The server has no rule for a reference whose gate is off: it drops the field. */
    private static boolean isDropped(String field, Object value, RuleContext context, Findings at) {
        boolean on = !context.droppedFieldsForbidden() || context.isOn(FeatureGate.GENERIC_WORKLOAD);
        return DeclarativeRules.forbidden(field, value, on, "OPEN-10", at);
    }

    private static void workloadRef(WorkloadRef reference, Findings at) {
        Formats.SUBDOMAIN.check("name", reference.name(), Formats.CHARACTERS, "A1-P1", at);
        Formats.LABEL.check("podGroup", reference.podGroup(), Formats.CHARACTERS, "A1-P2", at);
        if (!reference.podGroupReplicaKey().isEmpty()) {
            Formats.LABEL.check("podGroupReplicaKey", reference.podGroupReplicaKey(), Formats.CHARACTERS, "A1-P3", at);
        }
    }

    private static void schedulingGroup(PodSchedulingGroup group, Findings at) {
        if (group.podGroupName() == null) {
            at.report(Type.INVALID, Found.text(""), "must specify one of: `podGroupName`", "A2-P1", "union");
        } else {
            Formats.SUBDOMAIN.check("podGroupName", group.podGroupName(), Formats.CHARACTERS, "A2-P2", at);
        }
    }
}
