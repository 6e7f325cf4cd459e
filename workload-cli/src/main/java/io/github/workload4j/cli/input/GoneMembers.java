package io.github.workload4j.cli.input;

import io.github.workload4j.api.core.Pod;

/**
 * How many pods that name a group are finished or being deleted.
 *
 * @param finished pods that succeeded or failed; no members
 * @param leaving pods without a node that are being deleted; no members
 * @param terminating pods with a node that are being deleted; running members until they are gone
 */
public record GoneMembers(int finished, int leaving, int terminating) {

    public static final GoneMembers NONE = new GoneMembers(0, 0, 0);

    static GoneMembers of(Pod pod) {
        if (pod.isFinished()) {
            return new GoneMembers(1, 0, 0);
        }
        int leaving = pod.isTerminating() ? 1 : 0;
        return pod.isAssigned() ? new GoneMembers(0, 0, leaving) : new GoneMembers(0, leaving, 0);
    }

    GoneMembers plus(GoneMembers other) {
        return new GoneMembers(finished + other.finished, leaving + other.leaving, terminating + other.terminating);
    }
}
