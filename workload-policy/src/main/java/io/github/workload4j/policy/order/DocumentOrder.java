package io.github.workload4j.policy.order;

import io.github.workload4j.api.field.FieldPath;
import io.github.workload4j.api.field.Violation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of fields as manifests are printed: what holds a field comes before it, items by index, fields as declared.
 */
public final class DocumentOrder {

    /** By path; what is at one path is equal. */
    public static final Comparator<FieldPath> OF_PATHS = (a, b) -> compare(a.steps(), b.steps());

    /** By path; violations at one path are equal. */
    public static final Comparator<Violation> OF_VIOLATIONS = Comparator.comparing(Violation::path, OF_PATHS);

    /** One order serves all objects, as no two of them order the same fields differently. */
    private static final List<String> FIELDS = List.of(
            "apiVersion",
            "apiGroup",
            "kind",
            "metadata",
            "name",
            "generateName",
            "namespace",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "labels",
            "annotations",
            "ownerReferences",
            "finalizers",
            "value",
            "globalDefault",
            "spec",
            "controllerRef",
            "parentCompositePodGroupName",
            "workloadRef",
            "podGroupTemplateRef",
            "workload",
            "workloadName",
            "templateName",
            "podGroupTemplateName",
            "podGroup",
            "podGroupReplicaKey",
            "schedulingGroup",
            "podGroupName",
            "scheduling",
            "schedulerName",
            "policy",
            "schedulingPolicy",
            "basic",
            "gang",
            "minCount",
            "minGroupCount",
            "schedulingConstraints",
            "topology",
            "key",
            "resourceClaims",
            "resourceClaimName",
            "resourceClaimTemplateName",
            "disruptionMode",
            "single",
            "all",
            "priorityClassName",
            "priority",
            "preemptionPolicy",
            "podGroups",
            "podGroupTemplates",
            "compositePodGroupTemplates",
            "type",
            "status",
            "conditions",
            "observedGeneration",
            "lastTransitionTime",
            "reason",
            "message",
            "resourceClaimStatuses");

    private static final Map<String, Integer> RANKS = ranks();

    private DocumentOrder() {}

    private static Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        FIELDS.forEach(field -> ranks.put(field, ranks.size()));
        return Map.copyOf(ranks);
    }

    private static int compare(List<FieldPath.Step> a, List<FieldPath.Step> b) {
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compare(FieldPath.Step a, FieldPath.Step b) {
        if (a instanceof FieldPath.Index left && b instanceof FieldPath.Index right) {
            return Integer.compare(left.index(), right.index());
        }
        if (a instanceof FieldPath.Field left && b instanceof FieldPath.Field right) {
            return Integer.compare(
                    RANKS.getOrDefault(left.name(), FIELDS.size()), RANKS.getOrDefault(right.name(), FIELDS.size()));
        }
        return 0;
    }
}
