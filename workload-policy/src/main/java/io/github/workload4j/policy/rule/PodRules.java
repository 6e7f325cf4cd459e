package io.github.workload4j.policy.rule;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.api.core.PodSchedulingGroup;
import io.github.workload4j.api.core.WorkloadRef;
import io.github.workload4j.api.field.Violation.Type;
import java.util.Objects;

/** The group reference of a Pod; nothing else of a Pod is judged here ({@code api-validation.md} sections 4 and 6). */
final class PodRules {

    private PodRules() {}

    /** Checks the references on create. */
    static void check(Pod pod, Findings at) {
        at.down("spec");
        if (pod.spec().workloadRef() != null) {
            workloadRef(pod.spec().workloadRef(), at.down("workloadRef"));
            at.up();
        }
        if (pod.spec().schedulingGroup() != null) {
            schedulingGroup(pod.spec().schedulingGroup(), at.down("schedulingGroup"));
            at.up();
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

    private static void workloadRef(WorkloadRef reference, Findings at) {
        Formats.SUBDOMAIN.check(reference.name(), Formats.CHARACTERS, "A1-P1", at.down("name"));
        at.up();
        Formats.LABEL.check(reference.podGroup(), Formats.CHARACTERS, "A1-P2", at.down("podGroup"));
        at.up();
        if (!reference.podGroupReplicaKey().isEmpty()) {
            Formats.LABEL.check(reference.podGroupReplicaKey(), Formats.CHARACTERS, "A1-P3", at.down("podGroupReplicaKey"));
            at.up();
        }
    }

    private static void schedulingGroup(PodSchedulingGroup group, Findings at) {
        if (group.podGroupName() == null) {
            at.report(Type.INVALID, Found.text(""), "must specify one of: `podGroupName`", "A2-P1", "union");
            return;
        }
        Formats.SUBDOMAIN.check(group.podGroupName(), Formats.CHARACTERS, "A2-P2", at.down("podGroupName"));
        at.up();
    }
}
