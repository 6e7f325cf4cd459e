package io.github.workload4j.gang.timetable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * Moments as nanoseconds after the first.
 *
 * @param now the first
 */
record Times(Instant now) {

    /** Later than any moment; 292 years from now and more count as this. */
    static final long NEVER = Long.MAX_VALUE;

    /** {@return a moment in numbers, below 0 if it is before the first} */
    long of(Instant moment) {
        try {
            return Duration.between(now, moment).toNanos();
        } catch (ArithmeticException far) {
            return moment.isAfter(now) ? NEVER : Long.MIN_VALUE;
        }
    }

    /** {@return the moment of a number other than {@link #NEVER}} */
    Instant at(long moment) {
        return now.plusNanos(moment);
    }

    /** {@return how long it lasts, in numbers; for ever if that is not known} */
    static long lasting(Duration lasts) {
        try {
            return lasts.toNanos();
        } catch (ArithmeticException far) {
            return NEVER;
        }
    }

    /** {@return the end of what begins then and lasts so long} */
    long after(long start, long lasting) {
        if (lasting > NEVER - start) {
            return NEVER;
        }
        try {
            return of(at(start + lasting));
        } catch (DateTimeException | ArithmeticException far) {
            return NEVER;
        }
    }
}
