package io.github.workload4j.gang.timetable;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.gang.GroupRef;
import io.github.workload4j.gang.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When one group of a queue starts.
 *
 * @param verdict if it starts, the answer then, with a placement; if it is proved that it never does, why not, at the
 *     last moments; or why it is not tried, or not known
 * @param at the moment at which it starts; empty if it does not, or if that is not known
 * @param until the moment at which it has ended; empty if it does not start, or runs on
 * @param freedBy what ends at its start
 * @param exact whether it is proved that it starts at no moment before, with the groups before it in the queue as they
 *     are placed here; if it does not start, that it never does
 * @param refusals the proofs of that which were looked for here: one after the other in time, with no gap but before
 *     {@code notBefore}. Only the last is kept
 * @param notBefore an earlier group of the queue that asks the same and lasts no longer: it does not start before that
 *     one does, and the proofs of that one are proofs here
 * @since 0.1.0
 */
public record Start(
        Verdict verdict,
        Optional<Instant> at,
        Optional<Instant> until,
        FreedBy freedBy,
        boolean exact,
        int refusals,
        Optional<Refusal> last,
        Optional<GroupRef> notBefore) {

    public Start {
        requireNonNull(verdict, "verdict");
        requireNonNull(at, "at");
        requireNonNull(until, "until");
        requireNonNull(freedBy, "freedBy");
        requireNonNull(last, "last");
        requireNonNull(notBefore, "notBefore");
    }

    /** {@return the root of the group} */
    public GroupRef group() {
        return verdict.about().group();
    }

    /**
     * A proof that a group starts at no moment of some time.
     *
     * @param from the first of these moments
     * @param before the moment after them; empty if they do not end
     * @param why the proof, with on each node the most that is free through the group's time if it starts at any of
     *     them
     */
    public record Refusal(Instant from, Optional<Instant> before, Verdict.Infeasible why) {

        public Refusal {
            requireNonNull(from, "from");
            requireNonNull(before, "before");
            requireNonNull(why, "why");
        }
    }

    /**
     * What ends at one moment.
     *
     * @param pods running pods, as {@code namespace/name}, in the order of their nodes
     * @param reservations names of reservations, as given
     * @param groups groups of the queue, in its order
     */
    public record FreedBy(List<String> pods, List<String> reservations, List<GroupRef> groups) {

        /** Nothing ends. */
        public static final FreedBy NOTHING = new FreedBy(List.of(), List.of(), List.of());

        public FreedBy {
            pods = List.copyOf(requireNonNull(pods, "pods"));
            reservations = List.copyOf(requireNonNull(reservations, "reservations"));
            groups = List.copyOf(requireNonNull(groups, "groups"));
        }
    }
}
