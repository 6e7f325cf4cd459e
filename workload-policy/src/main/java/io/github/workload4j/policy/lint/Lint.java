package io.github.workload4j.policy.lint;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/** What can be suspicious about valid manifests. */
public enum Lint {
    MIN_COUNT_ABOVE_PODS(
            "A gang needs more pods than the stream has for it, and the stream has some.",
            "The group waits for pods that are not there, and none of its pods starts."),
    MIN_COUNT_ABOVE_PARALLELISM(
            "A Job's gang needs more pods than the Job runs at a time.",
            "The Job never runs as many pods at a time as its gang needs, so none of them starts."),
    MIN_GROUP_COUNT_ABOVE_GROUPS(
            "A composite group needs more child groups than the stream has for it, and the stream has some.",
            "The group waits for child groups that are not there, and no pod below it starts."),
    GROUP_WITHOUT_PODS(
            "No pod refers to a group, though pods of the stream refer to others.",
            "A group without pods does nothing; often its pods name another group by mistake."),
    MISSING_WORKLOAD(
            "A pod or a group names a Workload that is not in the stream, though others are; a pod template, whether"
                    + " others are or not.",
            "What refers to a Workload waits until it exists; if its name is misspelt, for ever."),
    MISSING_GROUP(
            "A pod names a group that its Workload does not have or that is not in the stream, though others are; a pod"
                    + " template, whether others are or not.",
            "A pod whose group does not exist stays pending until the group is there."),
    MISSING_TEMPLATE(
            "A group names a template that its Workload does not have.",
            "Nothing ties the group to the Workload it should belong to; Kubernetes 1.36 refuses it."),
    MISSING_PARENT(
            "A group names a parent that is not in the stream, though other composite groups are.",
            "The group waits for its parent and is not scheduled until it is there."),
    PARENT_WITHOUT_WORKLOAD_REF(
            "A group has a parent and no `workloadRef` (OPEN-3).",
            "Servers refuse a parent without a workloadRef (B-G2)."),
    PARENT_CYCLE("The parents of groups form a cycle.", "Groups that are their own ancestors are never scheduled."),
    TREE_TOO_DEEP(
            "The parents of groups are more than four levels deep.",
            "Trees of groups may have four levels; the scheduler refuses deeper ones."),
    TREE_OF_SEVERAL_WORKLOADS(
            "Groups of one tree come from several Workloads.",
            "All groups of one tree must come from one Workload; the scheduler refuses others."),
    DIFFERENT_SCHEDULERS(
            "Pods of one group have different schedulers.",
            "A group whose pods have different schedulers is unschedulable."),
    DIFFERENT_PRIORITIES(
            "Pods of one group have different priorities, or a priority other than the group's.",
            "A group whose pods differ in priority, among themselves or from the group, is unschedulable."),
    REPLICA_KEY_ON_SOME_PODS(
            "Some pods of a `v1alpha1` group have a replica key and some have none.",
            "Pods without a replica key form a gang of their own, apart from all those with one."),
    CLAIM_NOT_SHARED(
            "A claim of a pod has the name of one of its group's claims, but another source.",
            "A pod shares a claim with its group only if both name and source are the same; otherwise it gets its"
                    + " own."),
    SHARED_CLAIM_NOT_BOUND(
            "Pods of one group share a claim for which a volume is still to be made when the first of them comes.",
            "The first pod selects the node of the volume and the others must follow: a gang that needs two nodes is"
                    + " refused for ever, whatever the access mode."),
    QUORUM_HIDES_ROLE(
            "The `minGroupCount` of a composite template is lower than the number of its child templates.",
            "The gang may start while one of its roles is missing altogether."),
    DIFFERS_FROM_TEMPLATE(
            "A field of a group differs from that of its template.",
            "A group is a copy of its template, and the scheduler reads only the copy."),
    UNKNOWN_TOPOLOGY_KEY(
            "No node of the stream carries the label of a topology constraint.",
            "Where no node carries the label there is no domain, and the group never fits."),
    ALL_OVER_SINGLE(
            "The `disruptionMode` of a parent is `all`, that of a child `single`.",
            "Below a group that is disrupted as a whole, `single` has no effect."),
    MISSING_PRIORITY_CLASS(
            "A group or template names a priority class that is not in the stream, though others are.",
            "A group with an unknown priority class is refused when it is created."),
    SYSTEM_PRIORITY_CLASS(
            "A group or template names a priority class of the system (OPEN-5).",
            "Up to 1.37 their values are above the highest priority that a group may have, so that the group is"
                    + " refused."),
    SEVERAL_GLOBAL_DEFAULTS(
            "Several priority classes are the global default.",
            "Only one class may be the default; of several, the one with the lowest value counts."),
    REFERENCES_OF_TWO_RELEASES(
            "A pod has both a `workloadRef` and a `schedulingGroup`.",
            "No release knows both fields: 1.35 reads `workloadRef`, later ones `schedulingGroup`."),
    REFERENCE_OF_OTHER_RELEASE(
            "A pod has a `workloadRef`, and its Workload is of a later version than `v1alpha1`.",
            "Only Kubernetes 1.35 reads `workloadRef`, and it knows only Workloads of `v1alpha1`."),
    NAME_NOT_A_LABEL(
            "The name of a PodGroup is no DNS label (OPEN-7).",
            "The server takes it, but names made from it (pods, claims) are often DNS labels: at most 63 characters, no"
                    + " dots."),
    OFF_BY_DEFAULT(
            "The stream needs the Workload API; given once, on the first object that does (`Lints.ofRelease`).",
            "No release has it on by default: a stock cluster does not know the kinds, and drops the group of a pod"
                    + " without a word."),
    PRIORITY_WITHOUT_CLASS(
            "A group or template has a priority other than 0 and no priority class, and the stream has no global"
                    + " default (`Lints.ofRelease`).",
            "A stock server computes 0 for a group without a class, and refuses any other priority."),
    NOT_AS_STORED(
            "A group leaves its priority out, which admission fills in and which is immutable; given once"
                    + " (`Lints.ofRelease`).",
            "A PUT of the same manifest is refused later: it must repeat what the server filled in, or be a patch."),
    VERSION_WITHOUT_FUTURE(
            "An object is of a version that the next release does not serve (`Lints.ofRelease`).",
            "One such object that is left in the store makes every LIST of its kind fail after the upgrade: delete it"
                    + " before."),
    TEMPLATES_REORDERED(
            "An update puts the templates of a stored Workload in another order, and a gate whose field some of them"
                    + " have is off (`Lints.ofUpdate`).",
            "A server of 1.37 or 1.38 looks for the stored template by its place: it refuses the update, or drops the"
                    + " field."),
    OBJECT_TWICE("Two objects have the same kind, namespace and name.", "The later one replaces the earlier.");

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String occasion;
    private final String explanation;

    Lint(String occasion, String explanation) {
        this.occasion = occasion;
        this.explanation = explanation;
    }

    /** {@return the id, such as {@code min-count-above-pods}; stable across releases} */
    public String id() {
        return id;
    }

    /** {@return when it is given, one sentence} */
    public String occasion() {
        return occasion;
    }

    /** {@return why it matters, one sentence} */
    public String explanation() {
        return explanation;
    }

    /** {@return the lint with an id, or empty if there is none} */
    public static Optional<Lint> of(String id) {
        requireNonNull(id, "id");
        for (Lint lint : values()) {
            if (lint.id.equals(id)) {
                return Optional.of(lint);
            }
        }
        return Optional.empty();
    }
}
