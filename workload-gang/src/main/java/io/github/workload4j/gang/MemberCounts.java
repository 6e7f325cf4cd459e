package io.github.workload4j.gang;

import static java.util.Objects.requireNonNull;

/**
 * How many pods a group has. Finished pods are no members, nor are pending pods that are being deleted.
 *
 * @param running members that have a node, terminating ones included
 * @param pending members without one
 * @param gated how many of the pending are held back by scheduling gates
 */
public record MemberCounts(int running, int pending, int gated) {

    /** {@return running and pending members} */
    public int total() {
        return running + pending;
    }

    /** {@return such as {@code 2 running, 4 pending (1 gated)}} */
    @Override
    public String toString() {
        return running + " running, " + pending + " pending (" + gated + " gated)";
    }

    /** {@return members of both} */
    public MemberCounts plus(MemberCounts other) {
        requireNonNull(other, "other");
        return new MemberCounts(running + other.running, pending + other.pending, gated + other.gated);
    }
}
