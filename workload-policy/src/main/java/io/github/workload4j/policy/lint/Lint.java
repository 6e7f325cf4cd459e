package io.github.workload4j.policy.lint;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/** What can be suspicious about valid manifests. */
public enum Lint {
    /** A gang needs more pods than the stream holds for it, though it holds some. */
    MIN_COUNT_ABOVE_PODS("The group waits for pods that are not there, and none of its pods starts."),
    /** A Job's gang needs more pods than the Job runs at a time. */
    MIN_COUNT_ABOVE_PARALLELISM("The Job never runs as many pods at a time as its gang needs, so none of them starts."),
    /** A composite group needs more child groups than the stream holds for it, though it holds some. */
    MIN_GROUP_COUNT_ABOVE_GROUPS("The group waits for child groups that are not there, and no pod below it starts."),
    /** No pod refers to a group, though pods of the stream refer to others. */
    GROUP_WITHOUT_PODS("A group without pods does nothing; often its pods name another group by mistake."),
    /** A pod names a Workload that is not in the stream, though others are. */
    MISSING_WORKLOAD("What refers to a Workload that does not exist waits for it, for ever if it is a typing error."),
    /** A pod names a group that does not exist. */
    MISSING_GROUP("A pod whose group does not exist stays pending until the group is there."),
    /** A group names a template that its Workload does not have. */
    MISSING_TEMPLATE("Nothing ties the group to the Workload it should belong to; Kubernetes 1.36 refuses it."),
    /** A group names a parent that is not in the stream, though other composite groups are. */
    MISSING_PARENT("The group waits for its parent and is not scheduled until it is there."),
    /** A group has a parent and no {@code workloadRef} (rule B-G2, OPEN-3). */
    PARENT_WITHOUT_WORKLOAD_REF(
            "The API's documentation demands a workloadRef beside a parent; servers of 1.37 do not enforce it yet."),
    /** The parents of groups form a cycle. */
    PARENT_CYCLE("Groups that are their own ancestors are never scheduled."),
    /** The parents of groups are more than four levels deep. */
    TREE_TOO_DEEP("Trees of groups may have four levels; the scheduler refuses deeper ones."),
    /** Groups of one tree come from several Workloads. */
    TREE_OF_SEVERAL_WORKLOADS("All groups of one tree must come from one Workload; the scheduler refuses others."),
    /** Pods of one group have different schedulers. */
    DIFFERENT_SCHEDULERS("A group whose pods have different schedulers is unschedulable."),
    /** Pods of one group have different priorities, or another than the group. */
    DIFFERENT_PRIORITIES(
            "A group whose pods have different priorities, or another than the group itself, is unschedulable."),
    /** Some pods of a {@code v1alpha1} group have a replica key and some have none. */
    REPLICA_KEY_ON_SOME_PODS("Pods without a replica key form a gang of their own, apart from all those with one."),
    /** A pod's claim has the name of one of its group's, and is another. */
    CLAIM_NOT_SHARED(
            "A pod shares its group's claim only if name and source are the same; else it gets one of its own."),
    /** A composite gang starts with fewer child groups than it has kinds of them. */
    QUORUM_HIDES_ROLE("The gang may start while one of its roles is missing altogether."),
    /** A group is not what its template says. */
    DIFFERS_FROM_TEMPLATE("Groups are copies of their template; the scheduler reads only the copy."),
    /** No node of the stream carries the label of a topology constraint. */
    UNKNOWN_TOPOLOGY_KEY("Where no node carries the label there is no domain, and the group never fits."),
    /** A parent that goes as a whole has children that may go one by one. */
    ALL_OVER_SINGLE("Within a group that is ended as a whole, `single` on a child has no effect."),
    /** A class that is not in the stream, though others are. */
    MISSING_PRIORITY_CLASS("A group with an unknown priority class is refused when it is created."),
    /** A class of the system on a group (OPEN-5). */
    SYSTEM_PRIORITY_CLASS("System classes are above the highest priority a group may have, so the group is refused."),
    /** Several classes are the global default. */
    SEVERAL_GLOBAL_DEFAULTS("Only one class may be the default; of several, the lowest counts."),
    /** A pod names its group in the way of two releases. */
    REFERENCES_OF_TWO_RELEASES("No release knows both fields: 1.35 reads workloadRef, later ones schedulingGroup."),
    /** A pod names its Workload in the way of 1.35, and the Workload is of a later version. */
    REFERENCE_OF_OTHER_RELEASE("Only Kubernetes 1.35 reads workloadRef, and it knows only Workloads of v1alpha1."),
    /** A PodGroup's name that is no DNS label (OPEN-7). */
    NAME_NOT_A_LABEL("Some servers take only DNS labels as names of PodGroups: at most 63 characters and no dots."),
    /** The same object twice. */
    OBJECT_TWICE("The later of two objects of one name replaces the earlier.");

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String explanation;

    Lint(String explanation) {
        this.explanation = explanation;
    }

    /** {@return the id, such as {@code min-count-above-pods}; stable across releases} */
    public String id() {
        return id;
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
