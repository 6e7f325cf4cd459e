package io.github.workload4j.gang.search.fill;

import io.github.workload4j.gang.packing.Placement;
import io.github.workload4j.gang.proof.Certificate;
import io.github.workload4j.gang.search.model.ReducedPacking;
import org.jspecify.annotations.Nullable;

/** The best answer so far and the lowest upper bound on all answers. Where the two meet, the search ends. */
public final class Incumbent {

    private @Nullable Placement placement;

    /** A better answer than {@link #placement}, or null; spelled out only when asked for. */
    private @Nullable PartialPlacement partial;

    private int pods;

    /** The most pods placed together without being an answer, because a group misses its minimum. */
    private @Nullable PartialPlacement together;

    private int upperBound;
    private @Nullable Certificate noMore;

    public Incumbent(ReducedPacking reduced) {
        this.upperBound = reduced.packing.pods();
    }

    /**
     * Keeps a partial placement if it is a better answer than the incumbent. The caller must not change it afterwards.
     *
     * @throws Settled if no answer can be better
     */
    public void offer(@Nullable PartialPlacement offered) {
        if (offered != null && offered.pods() > pods) {
            partial = offered;
            pods = offered.pods();
            settle();
        }
    }

    /** Keeps a placement that is known to be an answer and the best so far. */
    public void offer(Placement known) {
        placement = known;
        partial = null;
        pods = known.pods();
        settle();
    }

    /**
     * Keeps the pods that are placed together although a group misses its minimum. The caller must not change them
     * afterwards.
     */
    void note(PartialPlacement candidate) {
        if (together == null || candidate.pods() > together.pods()) {
            together = candidate;
        }
    }

    /** {@return the most pods placed together so far that are no answer} */
    public Placement together() {
        return together == null ? Placement.empty() : together.toPlacement();
    }

    /**
     * Lowers the upper bound on all answers, if this one is lower.
     *
     * @throws Settled if the incumbent reaches it
     */
    public void tighten(int bound, Certificate why) {
        if (bound < upperBound) {
            upperBound = bound;
            noMore = why;
            settle();
        }
    }

    private void settle() {
        if (pods >= upperBound) {
            throw Settled.SIGNAL;
        }
    }

    /** {@return the least number of pods of a better answer} */
    public int target() {
        return pods + 1;
    }

    public int pods() {
        return pods;
    }

    public int upperBound() {
        return upperBound;
    }

    /** {@return why no answer has more pods than the upper bound, or null if the bound is the number of all pods} */
    @Nullable
    public Certificate noMore() {
        return noMore;
    }

    @Nullable
    public Placement placement() {
        return partial == null ? placement : partial.toPlacement();
    }

    /** Ends a search that cannot find anything better. Never leaves the search. */
    public static final class Settled extends RuntimeException {

        static final Settled SIGNAL = new Settled();
        private static final long serialVersionUID = 1L;

        private Settled() {
            super("no answer can be better", null, false, false);
        }
    }
}
