package io.github.workload4j.gang.packing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much work an answer may cost before it is "undetermined".
 *
 * @param steps most steps of the search, 1 or more; the same number gives the same answer on every machine
 * @param time wall-clock time after which the search stops, or null for no such stop; an answer that a deadline cut short differs from
 *     machine to machine
 */
public record Budget(long steps, @Nullable Duration time) {

    /** Twenty million steps, which is half a second to four seconds on the machines of 2026 by the kind of question, and no deadline. */
    public static final Budget DEFAULT = new Budget(20_000_000, null);

    /** Checks ranges. */
    public Budget {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: " + steps + " (expected: 1 or more)");
        }
        if (time != null && (time.isNegative() || time.isZero())) {
            throw new IllegalArgumentException("time: " + time + " (expected: more than nothing)");
        }
    }

    /** {@return so many steps, and no deadline} */
    public static Budget steps(long steps) {
        return new Budget(steps, null);
    }
}
