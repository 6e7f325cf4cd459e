package io.github.workload4j.gang.order;

import io.github.workload4j.gang.packing.Budget;

/** What a search in order may cost, being spent: steps, and where there is a deadline or an interruption, time. */
final class Work {

    private static final long BETWEEN_LOOKS = 8192;

    private final long most;
    private final boolean timed;
    private final long deadline;
    private long spent;
    private long nextLook = BETWEEN_LOOKS;
    private boolean over;

    Work(Budget budget) {
        this.most = budget.steps();
        this.timed = budget.time() != null;
        this.deadline =
                budget.time() == null ? 0 : System.nanoTime() + budget.time().toNanos();
    }

    /** {@return whether there was that much left; once there was not, there never is} */
    boolean spend(long some) {
        spent += some;
        if (spent > most) {
            over = true;
        } else if (spent >= nextLook) {
            nextLook = spent + BETWEEN_LOOKS;
            over |= Thread.currentThread().isInterrupted() || timed && System.nanoTime() - deadline >= 0;
        }
        return !over;
    }

    boolean isOver() {
        return over;
    }

    long spent() {
        return Math.min(spent, most);
    }
}
