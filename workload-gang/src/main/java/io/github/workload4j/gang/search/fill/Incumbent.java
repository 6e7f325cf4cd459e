package io.github.workload4j.gang.search.fill;

import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.search.model.ReducedPacking;
import org.jspecify.annotations.Nullable;

/** The best answer found so far, and the lowest bound on all answers; where they meet, the search ends. */
public final class Incumbent {

    private @Nullable Placement placement;

    /** What is better than the placement, if anything; made a placement when asked for. */
    private @Nullable PartialPlacement filling;

    private int pods;

    /** The most pods placed together so far by what is no answer, because groups need more. */
    private @Nullable PartialPlacement together;

    private int atMost;
    private @Nullable Certificate noMore;

    public Incumbent(ReducedPacking reduced) {
        this.atMost = reduced.packing.pods();
    }

    /**
     * Keeps a filling if it is better than the best so far; whoever offers it leaves it alone from then on.
     *
     * @throws Settled if no answer can be better
     */
    public void offer(@Nullable PartialPlacement offered) {
        if (offered != null && offered.pods() > pods) {
            filling = offered;
            pods = offered.pods();
            settle();
        }
    }

    /** Keeps a placement that is known to be an answer. */
    public void offer(Placement known) {
        placement = known;
        filling = null;
        pods = known.pods();
        settle();
    }

    /** Keeps pods that are placed together though groups need more; whoever notes them leaves them alone from then on. */
    void note(PartialPlacement some) {
        if (together == null || some.pods() > together.pods()) {
            together = some;
        }
    }

    /** {@return the most pods placed together so far where there is no answer} */
    public Placement together() {
        return together == null ? Placement.empty() : together.toPlacement();
    }

    /**
     * Lowers the bound on all answers, if it is lower than the one so far.
     *
     * @throws Settled if an answer reaches it
     */
    public void lower(int bound, Certificate why) {
        if (bound < atMost) {
            atMost = bound;
            noMore = why;
            settle();
        }
    }

    private void settle() {
        if (pods >= atMost) {
            throw Settled.SIGNAL;
        }
    }

    /** {@return number of pods that a better answer has at least} */
    public int target() {
        return pods + 1;
    }

    public int pods() {
        return pods;
    }

    public int atMost() {
        return atMost;
    }

    /** {@return why no answer has more pods than the bound, or null if that is all pods} */
    @Nullable
    public Certificate noMore() {
        return noMore;
    }

    @Nullable
    public Placement placement() {
        return filling == null ? placement : filling.toPlacement();
    }

    /** Ends a search that cannot find anything better; never leaves the package. */
    public static final class Settled extends RuntimeException {

        static final Settled SIGNAL = new Settled();
        private static final long serialVersionUID = 1L;

        private Settled() {
            super("no answer can be better", null, false, false);
        }
    }
}
