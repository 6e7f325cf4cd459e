package io.github.workload4j.gang.cluster;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.GroupRef;

/**
 * Which pods count, and as what: the one place where this is decided, for a snapshot built at once and for one that
 * follows a cluster.
 *
 * <table>
 *   <caption>By what the pod says, the first line that applies</caption>
 *   <tr><th>pod</th><th>counts as</th></tr>
 *   <tr><td>finished: phase {@code Succeeded} or {@code Failed}</td><td>{@link #NONE}, with a node or without</td></tr>
 *   <tr><td>has a node, whoever scheduled it, being deleted or not</td><td>{@link #ON_NODE}</td></tr>
 *   <tr><td>has no node, names a group and is being deleted</td><td>{@link #LEAVING}</td></tr>
 *   <tr><td>has no node and names a group, held back by gates or not</td><td>{@link #PENDING}</td></tr>
 *   <tr><td>has no node and no group, and a node is nominated for it</td><td>{@link #NOMINATED}</td></tr>
 *   <tr><td>has none of all that</td><td>{@link #NONE}</td></tr>
 * </table>
 *
 * <p>Whether the node is there does not matter here: a pod on a node that is not there waits for it.
 *
 * <p>Source: kube-scheduler's informer leaves out finished pods, its event handlers keep assigned pods of all
 * schedulers in the cache and skip pods that are being deleted when they are queued or tried (pkg/scheduler:
 * scheduler.go, eventhandlers.go, schedule_one.go, schedule_one_podgroup.go); a gang counts its members by the same
 * state (plugins/gangscheduling).
 */
enum PodStanding {
    /**
     * Takes its requests, its ports and a slot there, is seen by rules about other pods, and is a running member of the
     * group it names.
     */
    ON_NODE,
    /** Takes nothing yet, and is a pending member of the group it names. */
    PENDING,
    /** Is counted where the group it names needs enough members, and is never placed. */
    LEAVING,
    /** Takes nothing yet, and is in the way of others on the node that is nominated for it. */
    NOMINATED,
    /** Is not there for any question. */
    NONE;

    static PodStanding of(Pod pod) {
        if (pod.isFinished()) {
            return NONE;
        }
        if (pod.isAssigned()) {
            return ON_NODE;
        }
        if (GroupRef.of(pod).isPresent()) {
            return pod.isTerminating() ? LEAVING : PENDING;
        }
        return isNominated(pod) ? NOMINATED : NONE;
    }

    /** {@return whether a pod without a node, whatever it counts as, has one nominated} */
    static boolean isNominated(Pod pod) {
        return !pod.isFinished()
                && !pod.isAssigned()
                && !pod.status().nominatedNodeName().isEmpty();
    }
}
