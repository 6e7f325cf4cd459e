package io.github.workload4j.policy.rule;

import io.github.workload4j.api.Job;
import io.github.workload4j.api.field.Violation.Type;
import io.github.workload4j.api.release.FeatureGate;
import io.github.workload4j.policy.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who else may say how a Job's pods are scheduled, since Kubernetes 1.38: the pod template, or annotations that name a
 * Workload and a template of it. What a stored Job has already stays allowed.
 */
final class JobDelegationRules {

    private static final String WORKLOAD = "scheduling.k8s.io/workload-name";
    private static final String TEMPLATE = "scheduling.k8s.io/group-template-name";
    private static final List<String> ANNOTATIONS = List.of(WORKLOAD, TEMPLATE);

    private JobDelegationRules() {}

    /** Checks a Job; {@code old} is the stored one, or null on create. */
    static void check(Job job, @Nullable Job old, RuleContext context, Findings at) {
        if (job.spec().scheduling() != null && context.isOn(FeatureGate.WORKLOAD_WITH_JOB)) {
            at.down("spec").down("scheduling");
            groupOfTemplate(job, old, at);
            annotationBeside(job, old, at);
            at.up();
            at.up();
        }
        bothAnnotations(
                job.metadata().annotations(),
                old == null ? null : old.metadata().annotations(),
                at);
    }

    private static void groupOfTemplate(Job job, @Nullable Job old, Findings at) {
        if (namesGroup(job) && !(old != null && old.spec().scheduling() != null && namesGroup(old))) {
            String detail = "must not be set together with template.spec.schedulingGroup";
            at.report(Type.INVALID, "", detail, Rule.J_21, "");
        }
    }

    private static boolean namesGroup(Job job) {
        return job.spec().template().spec().schedulingGroup() != null;
    }

    private static void annotationBeside(Job job, @Nullable Job old, Findings at) {
        for (String annotation : ANNOTATIONS) {
            boolean wasThere = old != null
                    && old.spec().scheduling() != null
                    && old.metadata().annotations().containsKey(annotation);
            if (job.metadata().annotations().containsKey(annotation) && !wasThere) {
                String detail = "must not be set together with the " + annotation + " annotation";
                at.report(Type.INVALID, "", detail, Rule.J_22, "");
                return;
            }
        }
    }

    private static void bothAnnotations(Map<String, String> now, @Nullable Map<String, String> old, Findings at) {
        boolean any = ANNOTATIONS.stream().anyMatch(now::containsKey);
        boolean same = old != null
                && ANNOTATIONS.stream()
                        .allMatch(annotation -> Objects.equals(now.get(annotation), old.get(annotation)));
        if (!any || same) {
            return;
        }
        at.down("metadata");
        for (String annotation : ANNOTATIONS) {
            if (now.getOrDefault(annotation, "").isEmpty()) {
                String detail = "must be set to a non-empty value when " + WORKLOAD + " or " + TEMPLATE + " is set";
                at.downKey("annotations", annotation);
                at.report(Type.REQUIRED, "", detail, Rule.J_23, "");
                at.up();
            }
        }
        at.up();
    }
}
