package io.github.workload4j.gang.search.bound;

import io.github.workload4j.gang.proof.Weights;
import io.github.workload4j.gang.search.model.ReducedPacking;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quickest bound on a domain: its nodes together have less of some resource than any answer requires.
 *
 * <p>What an answer requires is computed once. A domain then costs one addition for each node and resource.
 */
public final class AggregateBound {

    private final ReducedPacking reduced;
    private final int target;
    private final List<Weights> certificates = new ArrayList<>();
    private final long[] needed;

    /**
     * Prepares the bounds of a case.
     *
     * @param state what is known of each group
     * @param target the bounds are below this number of pods
     */
    public AggregateBound(ReducedPacking reduced, byte[] state, int target) {
        this.reduced = reduced;
        this.target = target;
        this.needed = new long[reduced.resources];
        RequiredWeight need = new RequiredWeight(reduced);
        for (int r = 0; r < needed.length; r++) {
            long[] weights = new long[reduced.classes];
            List<Long> list = new ArrayList<>();
            for (int j = 0; j < weights.length; j++) {
                weights[j] = Math.min(reduced.request[j][r], 1L << 40);
                list.add(weights[j]);
            }
            certificates.add(new Weights(list, List.of()));
            try {
                needed[r] = need.of(state, weights, target);
            } catch (ArithmeticException overflow) {
                needed[r] = 0;
            }
        }
    }

    /** {@return a bound below the target for the given nodes, or null if they have enough of every resource} */
    @Nullable
    public UpperBound bound(int[] nodes) {
        for (int r = 0; r < needed.length; r++) {
            long missing = needed[r];
            for (int i = 0; i < nodes.length && missing > 0; i++) {
                missing -= reduced.nodeClasses.free(reduced.nodeClassOf[nodes[i]], r);
            }
            if (missing > 0) {
                return new UpperBound(target - 1, certificates.get(r));
            }
        }
        return null;
    }
}
