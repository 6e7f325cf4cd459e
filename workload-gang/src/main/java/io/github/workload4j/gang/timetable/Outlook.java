package io.github.workload4j.gang.timetable;

import static java.util.Objects.requireNonNull;

import io.github.workload4j.api.core.Pod;
import io.github.workload4j.gang.whatif.EarliestStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is said about the time to come.
 *
 * @param now the moment that the snapshot shows; nothing starts before it
 * @param ends when a pod on a node will have ended; empty if it runs on. One that should have ended by now, and is
 *     still there, runs on
 * @param lasts how long a group's pods run once they have started, more than nothing, given those that wait; empty if
 *     they run on
 * @param reservations what is kept for others
 * @since 0.1.0
 */
public record Outlook(
        Instant now,
        Function<Pod, Optional<Instant>> ends,
        Function<Collection<Pod>, Optional<Duration>> lasts,
        List<Reservation> reservations) {

    public Outlook {
        requireNonNull(now, "now");
        requireNonNull(ends, "ends");
        requireNonNull(lasts, "lasts");
        reservations = List.copyOf(requireNonNull(reservations, "reservations"));
    }

    /** {@return an outlook in which pods end {@code activeDeadlineSeconds} after their start, if they say so} */
    public static Outlook byDeadlines(Instant now, List<Reservation> reservations) {
        return new Outlook(now, EarliestStart::deadline, Outlook::longestDeadline, reservations);
    }

    /** {@return the longest {@code activeDeadlineSeconds} of some pods; empty if one of them has none} */
    public static Optional<Duration> longestDeadline(Collection<Pod> pods) {
        Duration longest = Duration.ZERO;
        for (Pod pod : requireNonNull(pods, "pods")) {
            Long seconds = pod.spec().activeDeadlineSeconds();
            if (seconds == null || seconds <= 0) {
                return Optional.empty();
            }
            Duration own = Duration.ofSeconds(seconds);
            longest = own.compareTo(longest) > 0 ? own : longest;
        }
        return longest.isZero() ? Optional.empty() : Optional.of(longest);
    }

    /** {@return the moment, and how much is reserved, in a line} */
    @Override
    public String toString() {
        return "Outlook[" + now + ", " + reservations.size() + " reservations]";
    }
}
