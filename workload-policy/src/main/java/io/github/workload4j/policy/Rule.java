package io.github.workload4j.policy;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.meta.ApiObject;
import io.github.workload4j.api.release.KubernetesRelease;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of the API server of some releases, or of this project where the server is silent.
 *
 * <p>A violation carries the {@linkplain #id() id}; {@link #of(String)} gives the rule. An id starts with the version
 * it belongs to (A1, A2, B, and E for what came to B in 1.38) or with its subject (M for metadata, S for status, P for
 * PriorityClass, J for Job, D for defaults and admission, R for what a release has); U after the hyphen stands for a
 * rule of updates.
 */
public enum Rule {
    M_1(In.ALL, Of.ALL, "`name` or `generateName` is required."),
    M_2(In.ALL, Of.ALL, "`name` is a DNS subdomain."),
    M_3(
            In.ALL,
            Of.ALL,
            "`generateName` is a DNS subdomain; it may end in a hyphen. On update, of all but Pods, it is a path"
                    + " segment."),
    M_4(In.ALL, Of.NAMESPACED, "`namespace` is required; off unless `withNamespaceRequired(true)`."),
    M_5(In.ALL, Of.NAMESPACED, "`namespace` is a DNS label."),
    M_6(In.ALL, Of.PRIORITY_CLASS, "A kind without namespaces names none."),
    M_7(In.ALL, Of.ALL, "`generation` is not negative."),
    M_8(In.ALL, Of.ALL, "Each key of `labels` is a label key, each value a label value."),
    M_9(In.ALL, Of.ALL, "Each key of `annotations`, in lower case, is a label key."),
    M_10(In.ALL, Of.ALL, "Keys and values of `annotations` have at most 262144 bytes in all."),
    M_11(
            In.ALL,
            Of.ALL,
            "Each owner reference has a well-formed `apiVersion`, a `kind`, a `name` and a `uid`, and is no Event; up"
                    + " to 1.36 violations do not say which."),
    M_12(In.ALL, Of.ALL, "At most one owner reference has `controller: true`."),
    M_13(
            In.ALL,
            Of.ALL,
            "Each finalizer is a label key, and one without a prefix a standard name, which is a violation of its own;"
                    + " `orphan` and `foregroundDeletion` exclude each other."),
    M_U1(
            In.ALL,
            Of.ALL,
            "An update names the `resourceVersion` it is based on; off unless `withResourceVersionRequired(true)`. Of"
                    + " groups it is the only violation from 1.37 on, and none before."),
    M_U2(
            In.ALL,
            Of.ALL,
            "`name`, `namespace`, `uid`, `creationTimestamp`, `deletionTimestamp` and `deletionGracePeriodSeconds` do"
                    + " not change."),
    M_U3(
            In.ALL,
            Of.ALL,
            "`generation` does not decrease; off unless `withResourceVersionRequired(true)`, as a whole server takes it"
                    + " from the stored object."),
    M_U4(In.ALL, Of.ALL, "An object that is being deleted gets no new finalizers."),

    A1_1(In.ONLY_1_35, Of.WORKLOAD, "`controllerRef.apiGroup`, if set, is a DNS subdomain."),
    A1_2(In.ONLY_1_35, Of.WORKLOAD, "`controllerRef.kind` is required."),
    A1_3(In.ONLY_1_35, Of.WORKLOAD, "`controllerRef.kind` is a path segment."),
    A1_4(In.ONLY_1_35, Of.WORKLOAD, "`controllerRef.name` is required."),
    A1_5(In.ONLY_1_35, Of.WORKLOAD, "`controllerRef.name` is a path segment."),
    A1_6(In.ONLY_1_35, Of.WORKLOAD, "`podGroups` has at least one item."),
    A1_7(In.ONLY_1_35, Of.WORKLOAD, "`podGroups` has at most 8 items; the items of a longer list are not judged."),
    A1_8(In.ONLY_1_35, Of.WORKLOAD, "The `name` of a pod group is a DNS label."),
    A1_9(In.ONLY_1_35, Of.WORKLOAD, "The `name` of a pod group is unique in its Workload."),
    A1_10(In.ONLY_1_35, Of.WORKLOAD, "A pod group has a policy: `basic` or `gang`."),
    A1_11(In.ONLY_1_35, Of.WORKLOAD, "A pod group has only one policy; with two, `gang` is not judged."),
    A1_12(In.ONLY_1_35, Of.WORKLOAD, "`minCount` is at least 1."),
    A1_U1(In.ONLY_1_35, Of.WORKLOAD, "`controllerRef` does not change once it is set."),
    A1_U2(In.ONLY_1_35, Of.WORKLOAD, "`podGroups` does not change, nor does the order of its items."),
    A1_P1(In.ONLY_1_35, Of.POD, "`workloadRef.name` is a DNS subdomain."),
    A1_P2(In.ONLY_1_35, Of.POD, "`workloadRef.podGroup` is a DNS label."),
    A1_P3(In.ONLY_1_35, Of.POD, "`workloadRef.podGroupReplicaKey`, if set, is a DNS label."),
    A1_PU(In.ALL, Of.POD, "`workloadRef` and `schedulingGroup` do not change."),

    A2_1(
            In.ONLY_1_36,
            Of.WORKLOAD,
            "`controllerRef` has a `kind` and a `name`, both path segments; its `apiGroup`, if set, is a DNS"
                    + " subdomain."),
    A2_2(In.ONLY_1_36, Of.WORKLOAD, "`podGroupTemplates` has at least one item."),
    A2_3(
            In.ONLY_1_36,
            Of.WORKLOAD,
            "`podGroupTemplates` has at most 8 items; the items of a longer list are not judged."),
    A2_4(In.ONLY_1_36, Of.WORKLOAD, "The `name` of a template is unique in its Workload."),
    A2_5(In.ONLY_1_36, Of.WORKLOAD, "The `name` of a template is required, and a DNS label."),
    A2_6(In.ONLY_1_36, Of.WORKLOAD, "`schedulingPolicy` has exactly one of `basic` and `gang`."),
    A2_7(In.ONLY_1_36, Of.WORKLOAD, "`minCount` is required, and at least 1."),
    A2_8(
            In.ONLY_1_36,
            Of.WORKLOAD,
            "`schedulingConstraints` is forbidden while the gate `TopologyAwareWorkloadScheduling` is off."),
    A2_9(In.ONLY_1_36, Of.WORKLOAD, "`topology` has at most 1 item."),
    A2_10(In.ONLY_1_36, Of.WORKLOAD, "The `key` of a topology constraint is required, and a label key."),
    A2_11(
            In.ONLY_1_36,
            Of.WORKLOAD,
            "`resourceClaims` has at most 4 items; the items of a longer list are not judged."),
    A2_12(In.ONLY_1_36, Of.WORKLOAD, "The `name` of a claim is unique in its list."),
    A2_13(In.ONLY_1_36, Of.WORKLOAD, "The `name` of a claim is required, and a DNS label."),
    A2_14(In.ONLY_1_36, Of.WORKLOAD, "A claim has exactly one of `resourceClaimName` and `resourceClaimTemplateName`."),
    A2_15(In.ONLY_1_36, Of.WORKLOAD, "The name in a claim's source is a DNS subdomain."),
    A2_16(
            In.ONLY_1_36,
            Of.WORKLOAD,
            "`disruptionMode` is `Pod` or `PodGroup`, and forbidden while the gate `WorkloadAwarePreemption` is off."),
    A2_17(
            In.ONLY_1_36,
            Of.WORKLOAD,
            "`priorityClassName` is a DNS subdomain, and forbidden while the gate `WorkloadAwarePreemption` is off."),
    A2_18(
            In.ONLY_1_36,
            Of.WORKLOAD,
            "`priority` is at most 1000000000, and forbidden while the gate `WorkloadAwarePreemption` is off."),
    A2_U1(In.ONLY_1_36, Of.WORKLOAD, "`controllerRef` does not change; nor can it be set later."),
    A2_U2(In.ONLY_1_36, Of.WORKLOAD, "`podGroupTemplates` does not change."),

    A2_G1(In.ONLY_1_36, Of.POD_GROUP, "`podGroupTemplateRef`, if set, has the member `workload`."),
    A2_G2(In.ONLY_1_36, Of.POD_GROUP, "`workloadName` is required, and a DNS subdomain."),
    A2_G3(In.ONLY_1_36, Of.POD_GROUP, "`podGroupTemplateName` is required, and a DNS label."),
    A2_G6(In.ONLY_1_36, Of.POD_GROUP, A2_6.sentence),
    A2_G7(In.ONLY_1_36, Of.POD_GROUP, A2_7.sentence),
    A2_G8(In.ONLY_1_36, Of.POD_GROUP, A2_8.sentence),
    A2_G9(In.ONLY_1_36, Of.POD_GROUP, A2_9.sentence),
    A2_G10(In.ONLY_1_36, Of.POD_GROUP, A2_10.sentence),
    A2_G11(In.ONLY_1_36, Of.POD_GROUP, A2_11.sentence),
    A2_G12(In.ONLY_1_36, Of.POD_GROUP, A2_12.sentence),
    A2_G13(In.ONLY_1_36, Of.POD_GROUP, A2_13.sentence),
    A2_G14(In.ONLY_1_36, Of.POD_GROUP, A2_14.sentence),
    A2_G15(In.ONLY_1_36, Of.POD_GROUP, A2_15.sentence),
    A2_G16(
            In.ONLY_1_36,
            Of.POD_GROUP,
            "`disruptionMode` is required after defaulting, and is `Pod` or `PodGroup`; it is forbidden while the gate"
                    + " `WorkloadAwarePreemption` is off."),
    A2_G17(In.ONLY_1_36, Of.POD_GROUP, A2_17.sentence),
    A2_G18(In.ONLY_1_36, Of.POD_GROUP, A2_18.sentence),
    A2_GU(In.ONLY_1_36, Of.POD_GROUP, "No field of `spec` changes."),
    A2_P1(In.SINCE_1_36, Of.POD, "`schedulingGroup`, if set, has the member `podGroupName`; the path is the member's."),
    A2_P2(In.SINCE_1_36, Of.POD, "`schedulingGroup.podGroupName` is a DNS subdomain."),

    B_1(
            In.SINCE_1_37,
            Of.WORKLOAD,
            "Exactly one of `podGroupTemplates` and `compositePodGroupTemplates` has items, whatever the gates."),
    B_2(In.SINCE_1_37, Of.WORKLOAD, A2_1.sentence),
    B_3(
            In.SINCE_1_37,
            Of.WORKLOAD,
            "A list of templates has at most 8 items; the items of a longer list are not judged."),
    B_4(
            In.SINCE_1_37,
            Of.WORKLOAD,
            "`compositePodGroupTemplates` is forbidden while the gate `CompositePodGroup` is off."),
    B_5(In.SINCE_1_37, Of.WORKLOAD, "The `name` of a template is unique in its list."),
    B_6(In.SINCE_1_37, Of.WORKLOAD, "The `name` of a template is in no other list of its Workload, at any level."),
    B_7(
            In.SINCE_1_37,
            Of.LEAF,
            "The fields of a PodGroup and of a template of one are as in v1alpha2 (A2-5 to A2-15, A2-17, A2-18), but"
                    + " priorities need no gate and from 1.38 on have no maximum."),
    B_8(In.SINCE_1_37, Of.LEAF, "`disruptionMode`, if set, has exactly one of `single` and `all`."),
    B_9(
            In.SINCE_1_37,
            Of.GROUPS,
            "`preemptionPolicy` is `Never` or `PreemptLowerPriority`; in 1.37 it is forbidden while the gate"
                    + " `PodGroupPreemptionPolicy` is off."),
    B_10(
            In.SINCE_1_37,
            Of.WORKLOAD,
            "The `name`, policy, constraints, mode and priority of a composite template are as those of a template"
                    + " (B-7, B-8), but constraints need no gate."),
    B_11(In.SINCE_1_37, Of.COMPOSITE, "`minGroupCount` is required, and at least 1."),
    B_12(In.SINCE_1_37, Of.WORKLOAD, "A composite template has at least one child."),
    B_13(
            In.SINCE_1_37,
            Of.WORKLOAD,
            "A tree of templates has at most 4 levels; the violation is at the root of the tree."),
    B_14(
            In.SINCE_1_37,
            Of.WORKLOAD,
            "All templates of a Workload have the same `priorityClassName` and the same `priority`, and from 1.38 on,"
                    + " on create, the same `preemptionPolicy`."),
    B_U1(In.SINCE_1_37, Of.WORKLOAD, A2_U1.sentence),
    B_U2(
            In.SINCE_1_37,
            Of.WORKLOAD,
            "No template is added to a list or removed from it, at any level; the order may change."),
    B_U3(
            In.SINCE_1_37,
            Of.LEAF,
            "A policy stays `basic` or `gang`; `minCount` and, in templates, `minGroupCount` may change."),
    B_U5(
            In.SINCE_1_37,
            Of.WORKLOAD,
            "Constraints, claims, mode, priority and `preemptionPolicy` of a template do not change."),

    B_G1(
            In.SINCE_1_37,
            Of.POD_GROUP,
            "`parentCompositePodGroupName` is a DNS subdomain, and forbidden while the gate `CompositePodGroup` is"
                    + " off."),
    B_G2(
            In.SINCE_1_37,
            Of.POD_GROUP,
            "`parentCompositePodGroupName` needs a `workloadRef`; on update this is judged from 1.38 on, when one of"
                    + " the two was set or unset."),
    B_G3(
            In.SINCE_1_37,
            Of.POD_GROUP,
            "`workloadRef` has a `workloadName`, a DNS subdomain, and a `templateName`, a DNS label."),
    B_G4(In.SINCE_1_37, Of.RUNTIME_GROUPS, "`disruptionMode` is required after defaulting."),
    B_GU(
            In.SINCE_1_37,
            Of.POD_GROUP,
            "No field of `spec` changes but `schedulingPolicy` (B-U3); constraints are fixed only while their gate is"
                    + " on."),
    B_C1(In.SINCE_1_37, Of.COMPOSITE_POD_GROUP, "`workloadRef` is required."),
    B_C2(
            In.SINCE_1_37,
            Of.COMPOSITE_POD_GROUP,
            "`workloadRef` and `parentCompositePodGroupName` are well formed (B-G1, B-G3); policy, constraints, mode"
                    + " and priority are as those of a composite template (B-10)."),
    B_CU(
            In.SINCE_1_37,
            Of.COMPOSITE_POD_GROUP,
            "No field of `spec` changes, but from 1.38 on `minGroupCount`; in 1.37 the policy is fixed as a whole."),
    B_P1(In.SINCE_1_37, Of.POD, "`schedulingGroup` is not set together with `evictionResponders`."),

    E_1(
            In.SINCE_1_38,
            Of.WORKLOAD,
            "The `disruptionMode` of a template is `all` only with the policy `gang`; on create only."),
    E_2(In.SINCE_1_38, Of.WORKLOAD, "Each child of a composite template with the policy `gang` has it, too."),
    E_3(In.SINCE_1_38, Of.WORKLOAD, "Each child of a composite template with the mode `all` has it, too."),
    E_4(
            In.SINCE_1_38,
            Of.RUNTIME_GROUPS,
            "The `disruptionMode` of a group is `all` only with the policy `gang`; on create only."),

    S_1(In.SINCE_1_36, Of.RUNTIME_GROUPS, "The `type` of a condition is unique."),
    S_2(In.SINCE_1_36, Of.RUNTIME_GROUPS, "The `type` of a condition is required, and a label key."),
    S_3(In.SINCE_1_36, Of.RUNTIME_GROUPS, "The `status` of a condition is `True`, `False` or `Unknown`."),
    S_4(In.SINCE_1_36, Of.RUNTIME_GROUPS, "`observedGeneration` is not negative."),
    S_5(In.SINCE_1_36, Of.RUNTIME_GROUPS, "`lastTransitionTime` is required."),
    S_6(
            In.SINCE_1_36,
            Of.RUNTIME_GROUPS,
            "The `reason` of a condition is required: at most 1024 bytes of letters, digits, `_`, `,` and `:`."),
    S_7(In.SINCE_1_36, Of.RUNTIME_GROUPS, "The `message` of a condition has at most 32768 bytes."),
    S_8(In.SINCE_1_36, Of.POD_GROUP, "`resourceClaimStatuses` has at most 4 items; the `name` of each is unique."),
    S_9(In.SINCE_1_36, Of.POD_GROUP, "The `name` of a claim status is that of a claim of the stored `spec`."),
    S_10(In.SINCE_1_36, Of.POD_GROUP, "The `resourceClaimName` of a claim status is a DNS subdomain."),

    P_1(
            In.ALL,
            Of.PRIORITY_CLASS,
            "Only the two classes of the system, with their own values, have a `name` that starts with `system-`."),
    P_2(In.ALL, Of.PRIORITY_CLASS, "The `value` of any other class is at most 1000000000."),
    P_3(In.ALL, Of.PRIORITY_CLASS, "`preemptionPolicy` is `Never` or `PreemptLowerPriority`, and not empty."),
    P_4(In.ALL, Of.PRIORITY_CLASS, "`value` does not change: Forbidden up to 1.37, Invalid from 1.38 on."),
    P_5(In.ALL, Of.PRIORITY_CLASS, "`preemptionPolicy` does not change."),

    J_1(In.SINCE_1_37, Of.JOB, "`scheduling` is forbidden while the gate `WorkloadWithJob` is off."),
    J_6(In.SINCE_1_37, Of.JOB, A2_6.sentence),
    J_7(In.SINCE_1_37, Of.JOB, "`minCount`, if set, is at least 1."),
    J_9(In.SINCE_1_37, Of.JOB, A2_9.sentence),
    J_10(In.SINCE_1_37, Of.JOB, A2_10.sentence),
    J_11(In.SINCE_1_37, Of.JOB, A2_11.sentence),
    J_12(In.SINCE_1_37, Of.JOB, A2_12.sentence),
    J_13(In.SINCE_1_37, Of.JOB, A2_13.sentence),
    J_14(In.SINCE_1_37, Of.JOB, A2_14.sentence),
    J_15(In.SINCE_1_37, Of.JOB, A2_15.sentence),
    J_16(In.SINCE_1_37, Of.JOB, B_8.sentence),
    J_19(
            In.SINCE_1_37,
            Of.JOB,
            "`minCount` is at most `parallelism`, which is 1 if it is not set; on update this is judged again."),
    J_20(
            In.SINCE_1_37,
            Of.JOB,
            "The `disruptionMode` is `all` only with the policy `gang`; judged again on an update that changes"
                    + " `spec`."),
    J_21(
            In.SINCE_1_38,
            Of.JOB,
            "`scheduling` is not set beside `template.spec.schedulingGroup`, unless the stored Job has both."),
    J_22(
            In.SINCE_1_38,
            Of.JOB,
            "`scheduling` is not set beside the annotations that name a Workload and a template of it, unless the"
                    + " stored Job has both."),
    J_23(
            In.SINCE_1_38,
            Of.JOB,
            "Of the annotations that name a Workload and a template of it there are both or none, and none is empty;"
                    + " what did not change stays allowed."),
    J_U1(In.SINCE_1_37, Of.JOB, "`scheduling` is neither set nor cleared after creation."),
    J_U2(
            In.SINCE_1_37,
            Of.JOB,
            "No field of `scheduling` changes but `minCount`; a policy stays `basic` or `gang`, which is one violation,"
                    + " at the policy."),

    D_1(In.ONLY_1_36, Of.POD_GROUP, "Defaulting sets a missing `disruptionMode` to `Pod`, whatever the gates."),
    D_2(In.SINCE_1_37, Of.RUNTIME_GROUPS, "Defaulting sets a missing `disruptionMode` to `{single: {}}`."),
    D_3(
            In.ONLY_1_37,
            Of.RUNTIME_GROUPS,
            "Defaulting sets a missing `preemptionPolicy` to `PreemptLowerPriority` while the gate"
                    + " `PodGroupPreemptionPolicy` is on, before admission looks at the class."),
    D_5(
            In.SINCE_1_36,
            Of.RUNTIME_GROUPS,
            "Admission fills in the class, if none is named the global default, its priority and its preemption policy;"
                    + " it refuses an unknown class, any other priority and any other policy."),
    D_6(
            In.UNTIL_1_37,
            Of.RUNTIME_GROUPS,
            "The value of a class of the system is above the highest priority of a group, so that its groups are"
                    + " refused."),
    D_7(In.ONLY_1_36, Of.POD_GROUP, "Admission refuses a PodGroup whose Workload or template does not exist."),
    D_8(
            In.SINCE_1_36,
            Of.RUNTIME_GROUPS,
            "Admission adds the finalizer that protects a group; to a CompositePodGroup from 1.38 on."),
    D_9(
            In.ALL,
            Of.ALL_BUT_PRIORITY_CLASS,
            "What needs a gate that is off is dropped before it is judged, unless the stored object has it."),

    D_10(
            In.ALL,
            Of.PRIORITY_CLASS,
            "Defaulting sets a missing `preemptionPolicy` of a PriorityClass to `PreemptLowerPriority`."),
    D_11(In.ALL, Of.PRIORITY_CLASS, "Admission refuses a second PriorityClass that is the global default."),

    R_1(In.ALL, Of.GROUPS, "The release serves the kind in its `apiVersion`; if not, nothing else is said."),
    R_2(
            In.ALL,
            Of.GROUPS,
            "The gate is on without which the server does not know the kind; if not, nothing else is said."),
    R_3(
            In.ALL,
            Of.MEMBERS,
            "The release has the field: `workloadRef` of a Pod 1.35 only, its `schedulingGroup` from 1.36 on, the"
                    + " `scheduling` of a Job from 1.37 on."),

    OPEN_10(
            In.ALL,
            Of.ALL_BUT_PRIORITY_CLASS,
            "A field that the server would drop, because its gate is off, is forbidden; off unless"
                    + " `withDroppedFieldsForbidden(true)`.");

    private static final Map<String, Rule> BY_ID = byId();

    private final String id = name().replace('_', '-');
    private final Set<KubernetesRelease> releases;
    private final Set<Class<? extends ApiObject>> kinds;
    private final String sentence;

    Rule(Set<KubernetesRelease> releases, Set<Class<? extends ApiObject>> kinds, String sentence) {
        this.releases = releases;
        this.kinds = kinds;
        this.sentence = sentence;
    }

    private static Map<String, Rule> byId() {
        Map<String, Rule> rules = new HashMap<>();
        for (Rule rule : values()) {
            rules.put(rule.id, rule);
        }
        return Map.copyOf(rules);
    }

    /** {@return the id, such as {@code A1-12}; stable across releases} */
    public String id() {
        return id;
    }

    /** {@return what the rule says, one sentence in the words of the API} */
    public String sentence() {
        return sentence;
    }

    /** {@return the releases of Kubernetes in which the rule holds, oldest first; unmodifiable} */
    public Set<KubernetesRelease> releases() {
        return releases;
    }

    /** {@return the kinds of objects that the rule is about, in the order of the page of rules; unmodifiable} */
    public Set<Class<? extends ApiObject>> kinds() {
        return kinds;
    }

    /** {@return the id} */
    @Override
    public String toString() {
        return id;
    }

    /** {@return the rule with an id, such as that of a violation, or empty if there is none} */
    public static Optional<Rule> of(String id) {
        requireNonNull(id, "id");
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** In which releases rules hold. */
    private static final class In {
        static final Set<KubernetesRelease> ONLY_1_35 = releases(KubernetesRelease.V1_35, KubernetesRelease.V1_35);
        static final Set<KubernetesRelease> ONLY_1_36 = releases(KubernetesRelease.V1_36, KubernetesRelease.V1_36);
        static final Set<KubernetesRelease> ONLY_1_37 = releases(KubernetesRelease.V1_37, KubernetesRelease.V1_37);
        static final Set<KubernetesRelease> UNTIL_1_37 = releases(KubernetesRelease.V1_36, KubernetesRelease.V1_37);
        static final Set<KubernetesRelease> SINCE_1_36 = since(KubernetesRelease.V1_36);
        static final Set<KubernetesRelease> SINCE_1_37 = since(KubernetesRelease.V1_37);
        static final Set<KubernetesRelease> SINCE_1_38 = since(KubernetesRelease.V1_38);
        static final Set<KubernetesRelease> ALL = since(KubernetesRelease.V1_35);

        private static Set<KubernetesRelease> since(KubernetesRelease first) {
            List<KubernetesRelease> all = KubernetesRelease.all();
            return releases(first, all.get(all.size() - 1));
        }

        private static Set<KubernetesRelease> releases(KubernetesRelease since, KubernetesRelease until) {
            return Collections.unmodifiableSet(EnumSet.range(since, until));
        }
    }
}
