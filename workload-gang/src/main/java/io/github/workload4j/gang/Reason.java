package io.github.workload4j.gang;

/**
 * Why a group may not be tried, or is wrong in itself. The {@linkplain #code() code} is stable and meant for programs.
 */
public enum Reason {
    /** In a queue: the pods of the group exist only once those of another group run, and that one did not get in. */
    EARLIER_GROUP_NOT_IN("EarlierGroupNotIn"),
    /** There is no such group. */
    GROUP_NOT_FOUND("GroupNotFound"),
    /** The group, or the parent that it names, is there and cannot be read. */
    GROUP_UNREADABLE("GroupUnreadable"),
    /** The group has fewer members than must run together; for a composite, too few groups inside have enough. */
    QUORUM_NOT_REACHED("QuorumNotReached"),
    /**
     * Scheduling gates hold the group back: all pending members are held, or, from 1.37 on, one of them, which holds
     * the whole tree.
     */
    SCHEDULING_GATES("SchedulingGates"),
    /** No member is pending. */
    NOTHING_PENDING("NothingPending"),
    /**
     * Members name different schedulers: one that runs another than those that wait, or too few that wait name the one
     * scheduler.
     */
    SCHEDULER_NAME_MISMATCH("SchedulerNameMismatch"),
    /** A member's priority is not that of the root group, or members differ. */
    PRIORITY_MISMATCH("PriorityMismatch"),
    /** Members differ in their preemption policy. */
    PREEMPTION_POLICY_MISMATCH("PreemptionPolicyMismatch"),
    /** Running members of a group that is bound to one domain are in several, or in none that is known. */
    TOPOLOGY_DOMAIN_CONFLICT("TopologyDomainConflict"),
    /** The policy of a group is missing, ambiguous or below 1, or it has more than one topology constraint. */
    INVALID_GROUP("InvalidGroup"),
    /** A group names a parent that is not there; its pods wait for it. */
    PARENT_NOT_FOUND("ParentNotFound"),
    /** A group is its own ancestor. */
    GROUP_CYCLE("GroupCycle"),
    /** More levels of groups than four, from 1.38 on; or than this library looks at. */
    HIERARCHY_TOO_DEEP("HierarchyTooDeep"),
    /** The groups of one tree were made from several Workloads; from 1.38 on. */
    MIXED_WORKLOADS("MixedWorkloads"),
    /** A group with the basic policy is in a gang of groups; from 1.38 on. */
    BASIC_IN_GANG("BasicInGang"),
    /** A group that may be disrupted pod by pod is in one that is disrupted as a whole; from 1.38 on. */
    DISRUPTION_MODE_MISMATCH("DisruptionModeMismatch");

    private final String code;

    Reason(String code) {
        this.code = code;
    }

    /** {@return the machine word, such as {@code QuorumNotReached}} */
    public String code() {
        return code;
    }
}
