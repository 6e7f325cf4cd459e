package io.github.workload4j.gang.packing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much work an answer may cost, or a task of several answers together. What would cost more is "undetermined".
 * Checking an answer counts as work.
 *
 * @param steps most steps, 1 or more, of those of a {@link WorkMeter}; the same number gives the same answer on every
 *     machine
 * @param time wall-clock time after which the work stops, or null for no such stop; an answer that a deadline cut short
 *     differs from machine to machine
 * @param isChecked whether an answer is given only after its placement or certificate has been checked
 */
public record Budget(long steps, @Nullable Duration time, boolean isChecked) {

    /**
     * Twenty million steps and no deadline. On the machines of 2026 that is half a second to four seconds, depending on
     * the question.
     */
    public static final Budget DEFAULT = new Budget(20_000_000, null);

    public Budget {
        if (steps < 1) {
            throw new IllegalArgumentException("steps: " + steps + " (expected: 1 or more)");
        }
        if (time != null && (time.isNegative() || time.isZero())) {
            throw new IllegalArgumentException("time: " + time + " (expected: more than nothing)");
        }
    }

    /** A budget of checked answers. */
    public Budget(long steps, @Nullable Duration time) {
        this(steps, time, true);
    }

    /** {@return a budget of {@code steps} steps, without a deadline} */
    public static Budget steps(long steps) {
        return new Budget(steps, null);
    }

    /**
     * {@return the same budget for answers that are not checked: what the search says is believed, which costs a little
     * less}
     */
    public Budget unchecked() {
        return new Budget(steps, time, false);
    }

    /** {@return a meter of this budget, whose time begins now} */
    public WorkMeter meter() {
        return WorkMeter.of(this);
    }
}
