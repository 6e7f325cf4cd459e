package io.github.workload4j.gang;

/**
 * Why a group may not be tried, or is wrong in itself. The {@linkplain #code() code} is stable and meant for programs.
 */
public enum Reason {
    /** There is no such group. */
    GROUP_NOT_FOUND("GroupNotFound"),
    /** The group, or the parent that it names, is there and cannot be read. */
    GROUP_UNREADABLE("GroupUnreadable"),
    /** The group has fewer members than must run together; for a composite, too few groups inside have enough. */
    QUORUM_NOT_REACHED("QuorumNotReached"),
    /** All pending members are held back by scheduling gates. */
    SCHEDULING_GATES("SchedulingGates"),
    /** No member is pending. */
    NOTHING_PENDING("NothingPending"),
    /** Members name different schedulers. */
    SCHEDULER_NAME_MISMATCH("SchedulerNameMismatch"),
    /** A member's priority is not that of the root group, or members differ. */
    PRIORITY_MISMATCH("PriorityMismatch"),
    /** Members differ in their preemption policy. */
    PREEMPTION_POLICY_MISMATCH("PreemptionPolicyMismatch"),
    /** Running members of a group that is bound to one domain are in several, or in none that is known. */
    TOPOLOGY_DOMAIN_CONFLICT("TopologyDomainConflict"),
    /** The policy of a group is missing, ambiguous or below 1, or it has more than one topology constraint. */
    INVALID_GROUP("InvalidGroup"),
    /** A group names a parent that is not there. */
    PARENT_NOT_FOUND("ParentNotFound"),
    /** A group is its own ancestor. */
    GROUP_CYCLE("GroupCycle"),
    /** More than four levels of groups. */
    HIERARCHY_TOO_DEEP("HierarchyTooDeep"),
    /** The groups of one tree were made from several Workloads. */
    MIXED_WORKLOADS("MixedWorkloads");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    /** {@return the machine word, such as {@code QuorumNotReached}} */
    public String code() {
        return code;
    }
}
