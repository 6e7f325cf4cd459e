package io.github.workload4j.gang.search;

import io.github.workload4j.gang.packing.Budget;
import org.jspecify.annotations.Nullable;

/**
 * The budget of one answer, being spent.
 *
 * <p>A step is about as much work as a few dozen machine instructions. The clock and the thread's interruption are looked at every few
 * thousand steps; without either, what is spent depends on the question alone.
 */
final class Steps {

    private static final long BETWEEN_LOOKS = 4096;

    private final long most;
    private final long deadline;
    private final boolean timed;

    /** Where these steps are spent too, if they are a part of others. */
    private final @Nullable Steps whole;

    private long spent;
    private long nextLook = BETWEEN_LOOKS;

    Steps(Budget budget) {
        this.whole = null;
        this.most = budget.steps();
        this.timed = budget.time() != null;
        this.deadline =
                budget.time() == null ? 0 : System.nanoTime() + budget.time().toNanos();
    }

    private Steps(Steps whole, long most) {
        this.whole = whole;
        this.most = most;
        this.timed = false;
        this.deadline = 0;
        this.nextLook = Long.MAX_VALUE;
    }

    /** {@return one of so many parts of what is left, for a question within the question} Once they are spent, the others go on. */
    Steps part(int parts) {
        return new Steps(this, (most - spent) / parts);
    }

    /**
     * Spends some steps.
     *
     * @throws Spent if there are no more, the time is over or the thread is interrupted
     */
    void spend(long some) {
        if (whole != null) {
            whole.spend(some);
        }
        spent += some;
        if (spent > most) {
            throw Spent.SIGNAL;
        }
        if (spent >= nextLook) {
            nextLook = spent + BETWEEN_LOOKS;
            if (Thread.currentThread().isInterrupted() || timed && System.nanoTime() - deadline >= 0) {
                throw Spent.SIGNAL;
            }
        }
    }

    /** {@return whether half of the budget is spent, so that something else may be tried} */
    boolean isHalfSpent() {
        return spent > most / 2;
    }

    long spent() {
        return Math.min(spent, most);
    }

    /** Ends a search whose budget is spent; never leaves the package. */
    static final class Spent extends RuntimeException {

        static final Spent SIGNAL = new Spent();
        private static final long serialVersionUID = 1L;

        private Spent() {
            super("the budget is spent", null, false, false);
        }
    }
}
