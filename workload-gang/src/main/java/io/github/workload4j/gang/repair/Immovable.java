package io.github.workload4j.gang.repair;

/**
 * Why a running pod of another group, or of none, is not moved. Of several reasons the first in this order is given.
 *
 * @since 0.1.0
 */
public enum Immovable {
    /** Its priority, or that of its group, is above the priority of the group that is to fit. */
    PRIORITY("priority"),
    /** It is being deleted, so that it goes anyway. */
    LEAVING("leaving"),
    /** It runs for its node: a pod of a DaemonSet, or a static pod. */
    NODE("node"),
    /**
     * It says so itself: {@code cluster-autoscaler.kubernetes.io/safe-to-evict: "false"} or {@code
     * karpenter.sh/do-not-disrupt: "true"}.
     */
    ANNOTATION("annotation"),
    /** A disruption budget lets none of its pods go, or several budgets cover it, which the eviction API refuses. */
    BUDGET("budget"),
    /**
     * It is in a group that is disrupted as a whole, that is bound to a domain, or that is not known, or in a group
     * inside such a group.
     */
    GROUP("group"),
    /** It has volumes that decide where it may run. */
    VOLUMES("volumes"),
    /** It claims devices. */
    DEVICES("devices"),
    /** Another scheduler places it, whose rules are not known. */
    SCHEDULER("scheduler"),
    /** Where it may go depends on what the snapshot does not tell: labels of namespaces, or resources of no node. */
    UNKNOWN("unknown");

    private final String word;

    Immovable(String word) {
        this.word = word;
    }

    /** {@return the machine word, such as {@code budget}} */
    public String word() {
        return word;
    }
}
