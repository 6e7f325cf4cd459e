package io.github.workload4j.gang.replay;

import static java.util.Objects.requireNonNull;

/**
 * A rule that a placement breaks.
 *
 * @param rule which rule
 * @param step place in the placement, from 0, of the pod that breaks it; -1 for the placement as a whole
 * @param detail the particulars, as a sentence without a full stop
 */
public record ReplayFailure(Rule rule, int step, String detail) {

    public ReplayFailure {
        requireNonNull(rule, "rule");
        requireNonNull(detail, "detail");
    }

    /** What can be broken. */
    public enum Rule {
        /** The pod is no pending member of the group, has scheduling gates, or is placed twice. */
        MEMBER,
        /** There is no such node. */
        NODE,
        /** The node is cordoned. */
        UNSCHEDULABLE,
        /** A taint is not tolerated. */
        TAINT,
        /** The node selector or the required node affinity does not hold, or the node lacks a feature. */
        SELECTION,
        /** A resource or the slots of the node are overdrawn. */
        RESOURCES,
        /** A host port is taken. */
        HOST_PORTS,
        /** A claim is given devices that it does not ask for, or that it cannot have. */
        DEVICES,
        /** The required anti-affinity of this pod, or of one that is there already, does not hold. */
        ANTI_AFFINITY,
        /** The required affinity does not hold. */
        AFFINITY,
        /** A topology spread constraint does not hold. */
        SPREAD,
        /** A claim or a volume does not allow the node, or the node attaches too many. */
        VOLUMES,
        /** A group's pods are not in one domain, or not in the one that was named. */
        DOMAIN,
        /** Too few pods or groups run together, or a pod of a group that fails is placed, or nothing is placed. */
        MINIMUM
    }

    @Override
    public String toString() {
        return (step < 0 ? "" : "step " + step + ": ") + detail;
    }
}
