package io.github.workload4j.gang.packing;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Budget} being spent: by one answer, its check included, or by a task of many answers that share it.
 *
 * <p>A step is about as much work as a few dozen machine instructions: a node looked at for a class of pods, a state of
 * a knapsack, a few dozen multiplications of a linear program. A second holds five to a hundred million of them on the
 * machines of 2026, the most where linear programs are large. The clock, if there is a time, and the thread's
 * interruption are looked at every thousand steps; without either, what is spent depends on the question alone.
 *
 * <p>What a search keeps is counted too, by the sizes of its arrays, and may not exceed {@link #MEMORY}. That is in no
 * budget, so that the same question ends in the same way on every machine.
 *
 * <p>Mutable; used by one thread.
 */
public final class WorkMeter {

    /** Most bytes that a search keeps at any time, the question and its nodes not counted. */
    public static final long MEMORY = 128L << 20;

    private static final long BETWEEN_LOOKS = 1024;

    private final long limit;
    private final boolean timed;
    private final long start;

    /** Nanoseconds from the start on. */
    private final long time;

    /** Gives nanoseconds; null for the system's. */
    private final @Nullable LongSupplier clock;

    private final boolean checked;

    /** The meter that this one is a part of. */
    private final @Nullable WorkMeter whole;

    private long spent;
    private long nextLook = BETWEEN_LOOKS;
    private boolean isHalfTimeOver;
    private long bytes;
    private @Nullable StopReason stopped;

    private WorkMeter(
            long limit,
            boolean timed,
            long time,
            @Nullable LongSupplier clock,
            boolean checked,
            @Nullable WorkMeter whole) {
        this.limit = limit;
        this.timed = timed;
        this.time = time;
        this.clock = clock;
        this.checked = checked;
        this.whole = whole;
        this.start = timed ? now() : 0;
    }

    /** {@return a meter of a budget, whose time begins now} */
    public static WorkMeter of(Budget budget) {
        requireNonNull(budget, "budget");
        return start(budget, null);
    }

    /**
     * {@return the same with the given clock}
     *
     * @param clock gives nanoseconds from any moment on; read only if the budget has a time
     */
    public static WorkMeter of(Budget budget, LongSupplier clock) {
        requireNonNull(budget, "budget");
        return start(budget, requireNonNull(clock, "clock"));
    }

    private static WorkMeter start(Budget budget, @Nullable LongSupplier clock) {
        boolean timed = budget.time() != null;
        return new WorkMeter(budget.steps(), timed, timed ? nanos(budget) : 0, clock, budget.isChecked(), null);
    }

    private long now() {
        return clock == null ? System.nanoTime() : clock.getAsLong();
    }

    private static long nanos(Budget budget) {
        try {
            return budget.time() == null ? 0 : budget.time().toNanos();
        } catch (ArithmeticException longerThanCenturies) {
            return Long.MAX_VALUE;
        }
    }

    /**
     * {@return one of {@code parts} equal parts of the steps and of the time that are left, 1 step at least}
     *
     * <p>What it spends is spent here too.
     *
     * @param parts number of parts, 1 or more
     */
    public WorkMeter part(int parts) {
        return part(parts, Long.MAX_VALUE);
    }

    /**
     * {@return the same with at most {@code most} steps}
     *
     * @param parts number of parts, 1 or more
     * @param most most steps, 1 or more
     */
    public WorkMeter part(int parts, long most) {
        if (parts < 1 || most < 1) {
            throw new IllegalArgumentException(
                    "part: " + parts + " parts, " + most + " steps at most (expected: 1 or more of each)");
        }
        return inside(Math.min(left() / parts, most), timeLeft() / parts);
    }

    /**
     * {@return one of {@code parts} equal parts of the steps that are left, 1 step at least; it may take all the time
     * that is left}
     *
     * <p>So that what a search does within its parts depends on their steps, not on the machine.
     *
     * @param parts number of parts, 1 or more
     */
    public WorkMeter steps(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts: " + parts + " (expected: 1 or more)");
        }
        return new WorkMeter(Math.max(1, left() / parts), false, 0, clock, checked, this);
    }

    /**
     * {@return all but one of {@code parts} equal parts of what is left: a search that ends there leaves something for
     * the check}
     */
    public WorkMeter allBut(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts: " + parts + " (expected: 1 or more)");
        }
        return inside(left() - left() / parts, timeLeft() - timeLeft() / parts);
    }

    private WorkMeter inside(long steps, long nanos) {
        return new WorkMeter(Math.max(1, steps), timed, nanos, clock, checked, this);
    }

    private long timeLeft() {
        return timed ? Math.max(0, time - (now() - start)) : 0;
    }

    /**
     * Spends some steps.
     *
     * @throws Stopped if there are no more, the time is over or the thread is interrupted; from then on always
     */
    public void spend(long steps) {
        if (!trySpend(steps)) {
            throw stop(reason());
        }
    }

    /** {@return whether {@code steps} steps were left, and there is time; once this is false, it stays false} */
    public boolean trySpend(long steps) {
        spent += steps;
        if (whole != null && !whole.trySpend(steps)) {
            note(whole.reason());
        } else if (spent > limit) {
            note(StopReason.STEPS);
        } else if (spent >= nextLook) {
            nextLook = spent + BETWEEN_LOOKS;
            look();
        }
        return stopped == null;
    }

    private void look() {
        if (whole == null && Thread.currentThread().isInterrupted()) {
            note(StopReason.INTERRUPTED);
        } else if (timed) {
            long passed = now() - start;
            isHalfTimeOver = passed >= time / 2;
            if (passed >= time) {
                note(StopReason.TIME);
            }
        }
    }

    private void note(StopReason why) {
        if (stopped == null) {
            stopped = why;
        }
    }

    private StopReason reason() {
        return stopped == null ? StopReason.STEPS : stopped;
    }

    /**
     * Notes that {@code more} bytes are kept.
     *
     * @throws Stopped if that is too many; they are not noted then
     */
    public void hold(long more) {
        if (!tryHold(more)) {
            throw stop(StopReason.MEMORY);
        }
    }

    /** {@return whether {@code more} bytes may be kept; if so, they are noted} */
    public boolean tryHold(long more) {
        if (whole != null) {
            return whole.tryHold(more);
        }
        if (bytes + more > MEMORY) {
            return false;
        }
        bytes += more;
        return true;
    }

    /** Notes that {@code fewer} bytes are kept no longer. */
    public void release(long fewer) {
        if (whole != null) {
            whole.release(fewer);
        } else {
            bytes -= fewer;
        }
    }

    /** {@return what ends a search for a reason of its own, to be thrown; the meter itself goes on} */
    public static Stopped stop(StopReason why) {
        requireNonNull(why, "why");
        return Stopped.SIGNALS[why.ordinal()];
    }

    /**
     * {@return whether steps or time are spent or the thread was interrupted; looks at the clock and the thread at
     * once}
     */
    public boolean isOver() {
        if (whole != null && whole.isOver()) {
            note(whole.reason());
        } else if (stopped == null) {
            look();
            if (spent >= limit) {
                note(StopReason.STEPS);
            }
        }
        return stopped != null;
    }

    /** {@return why nothing is left, or null if something is, or nobody has noticed yet} */
    public @Nullable StopReason stopped() {
        return stopped;
    }

    /** {@return whether half of the steps or of the time is spent, so that something else may be tried} */
    public boolean isHalfSpent() {
        return spent > limit / 2 || isHalfTimeOver;
    }

    /** {@return steps spent, no more than there were} */
    public long spent() {
        return Math.min(spent, limit);
    }

    /** {@return steps left} */
    public long left() {
        long here = Math.max(0, limit - spent);
        return whole == null ? here : Math.min(here, whole.left());
    }

    /** {@return whether answers are checked before they are given} */
    public boolean isChecked() {
        return checked;
    }

    /** {@return such as {@code 1,234 of 20,000,000 steps}} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,d of %,d steps%s", spent(), limit, stopped == null ? "" : ", stopped: " + stopped);
    }

    /** Ends a search that has nothing left to spend, or that cannot go on; caught by whoever began it. */
    public static final class Stopped extends RuntimeException {

        private static final Stopped[] SIGNALS = new Stopped[StopReason.values().length];
        private static final long serialVersionUID = 1L;

        static {
            for (StopReason why : StopReason.values()) {
                SIGNALS[why.ordinal()] = new Stopped(why);
            }
        }

        private final StopReason reason;

        private Stopped(StopReason reason) {
            super("stopped: " + reason.word(), null, false, false);
            this.reason = reason;
        }

        /** {@return why} */
        public StopReason reason() {
            return reason;
        }
    }
}
